import type { Subscriber, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log } from '../../shared/platform/log.ts';
import { outcomeOf } from './judge-send.ts';
import type { TipSender } from './tip-sender.ts';

/**
 * How long a claim is left alone, in ms, because its worker may still be at work: the function's timeout of 60 s, and
 * two minutes by which clocks may differ.
 */
const leaseMs = 180_000;
/** How long after the due time a doubt that cannot be looked up ends as `unknown`, in ms. */
const giveUpMs = 4 * 3_600_000;

/** `open`: nothing can be said yet. `not-taken`: the provider has no such message, it may be sent once more. */
export type Settlement = TipOutcome | 'open' | 'not-taken';

/**
 * Finds out what became of a tip that was claimed when its queue message was received before, and that has no outcome.
 */
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
      log('warn', 'look-up-failed', { id: subscriber.id, channel: sender.channel, error: nameOf(error) });
      return now - dueAt > giveUpMs ? unknown : 'open';
    }
  };
};
