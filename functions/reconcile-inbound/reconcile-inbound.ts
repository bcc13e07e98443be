import { minuteMs } from '../../shared/domain/time/durations.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { TwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import type { WatermarkStore } from '../../shared/store/watermark-store.ts';
import { type Received, sortReceived } from './received-texts.ts';
import type { ReconcileSender } from './reconcile-sender.ts';

export interface ReconcileInboundDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly watermark: WatermarkStore;
  readonly twilio: Pick<TwilioMessages, 'findReceived'>;
  /** The addresses that people text: our number, and our RCS sender if there is one (`rcs:<its id>`). */
  readonly addresses: readonly string[];
  readonly reconcileSender: ReconcileSender;
}

/** The time between two runs, in ms; a first run, which has no watermark, looks back as far. */
const tickMs = 5 * minuteMs;
/** How much later than it was sent a text may appear in Twilio's list, in ms. */
export const overlapMs = 10 * minuteMs;
/**
 * The age below which a text is left alone, in ms: the webhook may still be handling it, for Twilio tries for 15 s
 * (docs/facts.md#a4).
 */
export const youngMs = minuteMs;
/** The age from which a text is no longer carried out, in ms: after a day nobody remembers having said it. */
const tooOldMs = 24 * 60 * minuteMs;
/** How long new senders are begun with, in ms; the function's timeout is 4 minutes. */
const workMs = 3 * minuteMs;
/** The number of senders handled at a time. */
const workers = 8;

/** Some texts are still unhandled, or lost for good. Thrown so that the run fails and the alarm rings. */
export class TextsLeftError extends Error {
  override readonly name = 'TextsLeftError';
  readonly failed: number;
  readonly unrecoverable: number;
  constructor(failed: number, unrecoverable: number) {
    super(`texts of ${failed} senders could not be handled, ${unrecoverable} texts have no words any more`);
    this.failed = failed;
    this.unrecoverable = unrecoverable;
  }
}

/** Handles the texts in Twilio's list that never reached the webhook. The watermark stays behind the oldest that is left. */
export const createReconcileInbound = (deps: ReconcileInboundDeps) => {
  const { clock, log, watermark, twilio, addresses } = deps;

  const list = async (now: number) => {
    const reached = (await watermark.read())?.at ?? now - tickMs;
    const oldest = now - tooOldMs;
    // A text that is more than a day old by now is lost if its webhook failed. This log line is the record of that.
    if (reached < oldest) log('error', 'texts-unchecked', { count: Math.ceil((oldest - reached) / minuteMs) });
    const since = Math.max(reached - overlapMs, oldest);
    const lists = await Promise.all(addresses.map((to) => twilio.findReceived({ to, since })));
    const received = sortReceived(lists.flat().filter(({ dateCreated }) => dateCreated >= since));
    return { ...received, reached };
  };

  /**
   * Logs why texts were dropped. Only texts that the watermark passes in this run are counted, so that each is counted
   * once.
   */
  const logDropped = (dropped: Received['dropped'], reached: number, settled: number): void => {
    const counts = new Map<Received['dropped'][number]['reason'], number>();
    for (const { at, reason } of dropped) {
      if (at > reached && at <= settled) counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    for (const [reason, count] of counts) log('warn', 'inbound-dropped', { channel: 'sms', reason, count });
  };

  return async (): Promise<void> => {
    const now = clock.now();
    const until = now - youngMs;
    const { senders, dropped, reached } = await list(now);
    let settled = until;
    let failed = 0;
    let unrecoverable = 0;
    const waiting = senders.values();
    const work = async (): Promise<void> => {
      for (const texts of waiting) {
        const isLate = clock.now() - now > workMs;
        const result = isLate
          ? { failedAt: texts[0]?.at ?? now, unrecoverable: 0 }
          : await deps.reconcileSender(texts, until);
        unrecoverable += result.unrecoverable;
        if (result.failedAt === undefined) continue;
        failed += 1;
        settled = Math.min(settled, result.failedAt - 1);
      }
    };
    await Promise.all(Array.from({ length: workers }, work));
    await watermark.advance({ at: settled });
    logDropped(dropped, reached, settled);
    log('info', 'texts-checked', { count: senders.reduce((sum, texts) => sum + texts.length, 0) });
    if (unrecoverable > 0) log('error', 'texts-unrecoverable', { count: unrecoverable });
    if (failed + unrecoverable > 0) throw new TextsLeftError(failed, unrecoverable);
  };
};
