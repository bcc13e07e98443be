import type { Channel, StopReason, Subscriber, SubscriberId, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { GroupProgress } from './group-progress.ts';
import { faultOf } from './outcome-counts.ts';

export interface JudgeDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly channel: Channel;
  /** Ends a subscription that cannot go on, by what the provider says. */
  readonly stop: (id: SubscriberId, reason: StopReason) => Promise<void>;
  /** Marks a claim as certainly not sent, so that it may be claimed again. */
  readonly release: (id: SubscriberId, claim: TipClaim) => Promise<void>;
}

/** The outcome of a claimed tip. */
export const outcomeOf = (
  { id, epoch }: Pick<Subscriber, 'id' | 'epoch'>,
  claim: TipClaim,
  at: number,
  rest: Pick<TipOutcome, 'state'> & Partial<Pick<TipOutcome, 'providerId' | 'code'>>,
): TipOutcome => ({
  id,
  date: claim.date,
  at,
  epoch,
  ...(claim.prompt ? { prompt: claim.prompt } : { tip: claim.tip }),
  channel: claim.channel,
  ...rest,
});

/** Turns a provider's answer into an outcome to record, or undefined if the tip stays open (docs/facts.md#a7, docs/facts.md#b1). */
export const createJudge = ({ clock, log, channel, stop, release }: JudgeDeps) => {
  return async (
    subscriber: Subscriber,
    claim: TipClaim,
    result: SendOutcome,
    progress: GroupProgress,
  ): Promise<TipOutcome | undefined> => {
    const { id } = subscriber;
    const outcome = (rest: Parameters<typeof outcomeOf>[3]) => outcomeOf(subscriber, claim, clock.now(), rest);
    if (result.kind !== 'accepted')
      log('warn', 'tip-not-accepted', { id, channel, code: result.code, reason: result.kind });
    switch (result.kind) {
      case 'accepted':
        return outcome({ state: 'accepted', providerId: result.providerId });
      case 'permanent':
        if (result.stop) {
          progress.blameAddress(id);
          await stop(id, result.stop);
        }
        return outcome({ state: 'failed', code: result.code });
      case 'refused':
        return outcome({ state: 'failed', code: result.code });
      case 'in-doubt':
        // SES keeps no list in which the mail could be looked up, so it is never sent again. A receipt may still tell
        // what became of it.
        if (channel === 'email') return outcome({ state: 'unknown', code: result.code });
        progress.markDoubtful(id);
        return undefined;
      case 'misconfigured':
        log('error', 'channel-misconfigured', { channel, code: result.code });
        progress.halt(faultOf(result));
        await release(id, claim);
        return undefined;
      case 'throttled':
        progress.halt(faultOf(result), result.retryAfterMs);
        await release(id, claim);
        return undefined;
      case 'not-accepted':
        progress.halt(faultOf(result));
        await release(id, claim);
        return undefined;
    }
  };
};
