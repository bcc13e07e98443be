import type { Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import { outcomeOf } from './judge-answer.ts';
import type { TipSender } from './tip-sender.ts';

/** A claim is not questioned while its worker may still be at it: the function's timeout of 60 s, and the two minutes by which clocks may differ. */
const leaseMs = 180_000;
/** So long after the due time a doubt that cannot be looked up ends as `unknown`. */
const giveUpMs = 4 * 3_600_000;

/** `open`: nothing can be said yet. `not-taken`: the provider has no such message, it may be sent once more. */
export type Settlement = TipOutcome | 'open' | 'not-taken';

/** Finds out what became of a tip that was claimed in an earlier life of its queue message, and has no outcome. */
export const createSettleDoubt = (clock: Clock, log: Log, sender: TipSender) => {
  return async (subscriber: Subscriber, claim: TipClaim, dueAt: number): Promise<Settlement> => {
    const now = clock.now();
    if (now - claim.claimedAt < leaseMs) return 'open';
    const unknown = outcomeOf(subscriber, claim, now, { state: 'unknown' });
    try {
      const evidence = await sender.lookUp(subscriber, claim);
      if (evidence.kind === 'none') return unknown;
      if (evidence.kind === 'not-taken') return 'not-taken';
      return outcomeOf(subscriber, claim, now, { state: evidence.status, providerId: evidence.providerId });
    } catch (error) {
      const name = error instanceof Error ? error.name : 'unknown';
      log('warn', 'look-up-failed', { id: subscriber.id, channel: sender.channel, error: name });
      return now - dueAt > giveUpMs ? unknown : 'open';
    }
  };
};
