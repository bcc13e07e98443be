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
}

/** Why messages stay open: nobody's passes; the provider (or the table) does not do its part; it was asked too fast. */
export type Fault = 'misconfigured' | 'failing' | 'throttled';

const minuteMs = 60_000;

/**
 * How long after their time messages may be open before they count as due and not accepted. What is misconfigured does
 * not mend itself. Ten minutes outlast a provider's hiccup and leave nearly two hours to act. A queue that is worked off
 * as fast as the provider allows is late by design: after an hour, when half of the time is gone (and work-queue.ts
 * rings too), it is no longer.
 */
const patienceMs: Readonly<Record<Fault, number>> = {
  misconfigured: 0,
  failing: 10 * minuteMs,
  throttled: 60 * minuteMs,
};

/** Whether what is still open for such a reason counts as due and not accepted, `ageMs` after its time. */
export const isOverdue = (fault: Fault, ageMs: number): boolean => ageMs >= patienceMs[fault];

/** What a provider's answer that leaves the message open says about the channel. */
export const faultOf = (outcome: Exclude<SendOutcome, { readonly kind: 'accepted' }>): Fault => {
  if (outcome.kind === 'misconfigured') return 'misconfigured';
  // With a time to come back after, a quota is used up; without one, the pace was too fast.
  return outcome.kind === 'throttled' && outcome.retryAfterMs === undefined ? 'throttled' : 'failing';
};
