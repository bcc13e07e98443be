import type { SkipReason } from '../../shared/domain/tips/tip-outcome.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';

/**
 * What one round of work came to, in messages. The operator is told of those that are neither accepted nor unreachable.
 */
export interface OutcomeCounts {
  /** Messages whose turn had come and that came to an end, or are overdue. */
  readonly due: number;
  readonly accepted: number;
  /** Messages that were refused because of their own address alone. */
  readonly unreachable: number;
  /** Of those that are due: nobody knows whether they were taken. */
  readonly unknown: number;
}

/** What one round of work on a group came to. */
export interface GroupCounts extends OutcomeCounts {
  readonly claimed: number;
  /** Had not been taken half an hour after their place in the queue. */
  readonly behind: number;
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/** How long after its place in the paced queue a message may be taken before an operator is told: an hour and a half are left. */
export const behindAfterMs = 30 * 60_000;

/** Why messages stay open: nobody's passes; the provider (or the table) does not do its part; it was asked too fast. */
export type Fault = 'misconfigured' | 'failing' | 'throttled';

const minuteMs = 60_000;

/**
 * How long after their place in the queue messages may be open before they count as due and not accepted. What is
 * misconfigured does not mend itself. Ten minutes outlast a provider's hiccup and leave nearly two hours to act. A provider
 * that takes less than it is said to is met with a slower pace: half an hour behind the one we planned with.
 */
const patienceMs: Readonly<Record<Fault, number>> = {
  misconfigured: 0,
  failing: 10 * minuteMs,
  throttled: 30 * minuteMs,
};

/** Whether what is still open for such a reason counts as due and not accepted, `ageMs` after its place in the queue. */
export const isOverdue = (fault: Fault, ageMs: number): boolean => ageMs >= patienceMs[fault];

/** What a provider's answer that leaves the message open says about the channel. */
export const faultOf = (outcome: Exclude<SendOutcome, { readonly kind: 'accepted' }>): Fault => {
  if (outcome.kind === 'misconfigured') return 'misconfigured';
  // With a time to come back after, a quota is used up; without one, the pace was too fast.
  return outcome.kind === 'throttled' && outcome.retryAfterMs === undefined ? 'throttled' : 'failing';
};
