import { minuteMs } from '../../shared/domain/time/durations.ts';
import type { SkipReason } from '../../shared/domain/tips/tip-outcome.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';

/**
 * What came of one round of work, in messages. The operator is alarmed by those that are due and neither accepted nor
 * unreachable.
 */
export interface OutcomeCounts {
  /** Messages whose turn had come and that have ended, or are overdue. */
  readonly due: number;
  readonly accepted: number;
  /** Messages that were refused because of their own address alone. */
  readonly unreachable: number;
  /** Of the due messages, those of which nobody knows whether they were taken. */
  readonly unknown: number;
}

/** What came of one round of work on a group. */
export interface GroupCounts extends OutcomeCounts {
  readonly claimed: number;
  /** Messages that had not been taken half an hour after their place in the queue. */
  readonly behind: number;
  readonly skipped: ReadonlyMap<SkipReason, number>;
}

/**
 * How long after its place in the paced queue a message may be taken before an operator is told, in ms. An hour and a
 * half are left then.
 */
export const behindAfterMs = 30 * 60_000;

/**
 * Why messages stay open. `misconfigured`: none of the channel passes. `failing`: the provider, or the table, does not
 * do its part. `throttled`: the provider was asked too fast.
 */
export type Fault = 'misconfigured' | 'failing' | 'throttled';

/**
 * How long after their place in the queue messages may be open before they count as due and not accepted, in ms. A
 * wrong configuration does not mend itself. Ten minutes outlast a provider's hiccup and leave nearly two hours to act.
 * A provider that accepts less than it promised is sent to more slowly, so half an hour more is allowed.
 */
const patienceMs: Readonly<Record<Fault, number>> = {
  misconfigured: 0,
  failing: 10 * minuteMs,
  throttled: 30 * minuteMs,
};

/**
 * Whether a message that is open for this reason counts as due and not accepted, `ageMs` after its place in the queue.
 */
export const isOverdue = (fault: Fault, ageMs: number): boolean => ageMs >= patienceMs[fault];

/** The fault behind a provider's answer that leaves a message open. */
export const faultOf = (outcome: Exclude<SendOutcome, { readonly kind: 'accepted' }>): Fault => {
  if (outcome.kind === 'misconfigured') return 'misconfigured';
  // An answer that says when to come back means that a quota is used up; without a time, the pace was too fast.
  return outcome.kind === 'throttled' && outcome.retryAfterMs === undefined ? 'throttled' : 'failing';
};
