import { isDayMessage } from '../../shared/domain/tips/prompt.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { CountMessages } from '../../shared/platform/metrics.ts';
import type { Receipt } from '../../shared/providers/receipts.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';
import type { PauseFailing } from '../../shared/use-cases/pause-failing.ts';
import type { ProfileChanges } from '../../shared/use-cases/profile-changes.ts';

export interface RecordReceiptDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly count: CountMessages;
  readonly tips: Pick<TipStore, 'moveForward' | 'putIfAbsent'>;
  readonly persons: Pick<PersonStore, 'readSubscriber'>;
  readonly changes: Pick<ProfileChanges, 'stop' | 'giveUpMailbox'>;
  /** Pauses tips to an address that they fail at, day after day. */
  readonly pauseFailing: PauseFailing;
}

/**
 * Records one receipt: moves the tip's outcome forward, and ends the subscription where the provider says it cannot go
 * on. A receipt that overtakes the worker's own record is kept if the claim is there: it is the best evidence there is.
 */
export const createRecordReceipt = ({ clock, log, count, tips, persons, changes, pauseFailing }: RecordReceiptDeps) => {
  /** A receipt of success is no line: the alarm reads what failed, and a line costs as much as the receipt's write. */
  const countFault = ({ channel, effect: { fault } }: Receipt): void => {
    if (fault !== undefined)
      count(channel, { misconfigured: Number(fault === 'certain'), suspect: Number(fault === 'suspected') });
  };

  const recordTip = async (receipt: Receipt): Promise<TipOutcome> => {
    const outcome: TipOutcome = {
      id: receipt.id,
      date: receipt.date,
      state: receipt.status,
      at: clock.now(),
      channel: receipt.channel,
      providerId: receipt.providerId,
      ...(receipt.errorCode ? { code: receipt.errorCode } : {}),
    };
    if (await tips.moveForward(outcome)) return outcome;
    const subscriber = await persons.readSubscriber(receipt.id);
    const claim = subscriber?.lastTip;
    // Nothing is written without a claim, so that somebody who was erased meanwhile stays erased.
    if (claim?.date === receipt.date && subscriber?.status !== 'erasing')
      await tips.putIfAbsent({ ...outcome, ...(claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip }) });
    return outcome;
  };

  return async (receipt: Receipt): Promise<void> => {
    const { id, channel, effect, errorCode } = receipt;
    const tip = isDayMessage(receipt.kind) ? await recordTip(receipt) : undefined;
    if (effect.effect === 'stop' && effect.reason) {
      await (receipt.kind === 'confirmation'
        ? changes.giveUpMailbox(id, effect.reason, receipt.by ?? 'reply')
        : changes.stop(id, effect.reason, 'provider'));
    }
    // Somebody who has left gets no tips that could pause.
    if (tip && effect.effect === 'none') await pauseFailing(tip);
    countFault(receipt);
    if (errorCode === undefined) return;
    log(effect.alarm ? 'error' : 'info', effect.alarm ? 'delivery-misconfigured' : 'delivery-failed', {
      id,
      channel,
      code: errorCode,
    });
  };
};

export type RecordReceipt = ReturnType<typeof createRecordReceipt>;
