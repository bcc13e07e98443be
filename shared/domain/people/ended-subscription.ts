import type { StopReason, Subscriber } from './subscriber.ts';

/**
 * The profile of somebody who leaves, or is left alone. Nothing is sent any more, not even a confirmation mail that was
 * asked for, whose link then opens nothing; and every agreement ends with it: the clinic reads nothing and calls nobody, and
 * no score is given out for research. Without a reason the one that the profile has stays.
 */
export const endedSubscription = (
  {
    pendingMailbox: _asked,
    signUp: _page,
    clinic: _read,
    research: _given,
    callMe: _called,
    ...subscriber
  }: Subscriber,
  reason: StopReason | undefined,
): Subscriber => ({ ...subscriber, status: 'stopped', ...(reason === undefined ? {} : { stopReason: reason }) });
