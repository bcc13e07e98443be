import type { Channel, StopReason, Subscriber, SubscriberId, TipClaim } from '../../shared/domain/people/subscriber.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import type { GroupProgress } from './group-progress.ts';
import { type Fault, faultOf } from './outcome-counts.ts';

/** What follows from the outcome of a send is done with these. */
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

/** What the outcome of a send means for a claimed tip. */
type Verdict =
  /** This is what became of it. `stop`: the address ends the subscription as well. */
  | { readonly kind: 'ends'; readonly as: Parameters<typeof outcomeOf>[3]; readonly stop?: StopReason | undefined }
  /** Nobody knows whether it was taken; the provider's list will tell. */
  | { readonly kind: 'in-doubt' }
  /** It was certainly not sent, and none of the group is tried any more; in ms, when it may be. */
  | { readonly kind: 'not-sent'; readonly fault: Fault; readonly retryAfterMs?: number | undefined };

/** Judges the outcome of a send (docs/facts.md#a7, docs/facts.md#b1); nothing is done yet. */
const verdictOf = (result: SendOutcome, channel: Channel): Verdict => {
  switch (result.kind) {
    case 'accepted':
      return { kind: 'ends', as: { state: 'accepted', providerId: result.providerId } };
    case 'permanent':
      return { kind: 'ends', as: { state: 'failed', code: result.code }, stop: result.stop };
    case 'refused':
      return { kind: 'ends', as: { state: 'failed', code: result.code } };
    case 'in-doubt':
      // SES keeps no list in which the mail could be looked up, so it is never sent again. A receipt may still tell
      // what became of it.
      return channel === 'email' ? { kind: 'ends', as: { state: 'unknown', code: result.code } } : { kind: 'in-doubt' };
    case 'throttled':
      return { kind: 'not-sent', fault: faultOf(result), retryAfterMs: result.retryAfterMs };
    case 'misconfigured':
    case 'not-accepted':
      return { kind: 'not-sent', fault: faultOf(result) };
  }
};

/**
 * Turns what a provider says of a send into an outcome to record, or undefined if the tip stays open; and does what follows
 * from it.
 */
export const createJudge = ({ clock, log, channel, stop, release }: JudgeDeps) => {
  const tell = (id: SubscriberId, result: SendOutcome): void => {
    if (result.kind === 'accepted') return;
    log('warn', 'tip-not-accepted', { id, channel, code: result.code, reason: result.kind });
    if (result.kind === 'misconfigured') log('error', 'channel-misconfigured', { channel, code: result.code });
  };

  return async (
    subscriber: Subscriber,
    claim: TipClaim,
    result: SendOutcome,
    progress: GroupProgress,
  ): Promise<TipOutcome | undefined> => {
    const { id } = subscriber;
    tell(id, result);
    const verdict = verdictOf(result, channel);
    switch (verdict.kind) {
      case 'ends':
        if (verdict.stop) {
          progress.blameAddress(id);
          await stop(id, verdict.stop);
        }
        return outcomeOf(subscriber, claim, clock.now(), verdict.as);
      case 'in-doubt':
        progress.markDoubtful(id);
        return undefined;
      case 'not-sent':
        progress.halt(verdict.fault, verdict.retryAfterMs);
        await release(id, claim);
        return undefined;
    }
  };
};
