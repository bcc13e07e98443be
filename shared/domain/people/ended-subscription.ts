import type { StopReason, Subscriber } from './subscriber.ts';

/**
 * The profile of somebody who leaves, or is left alone. Nothing more is sent, not even a confirmation mail that was
 * asked for, whose link then opens nothing. Every agreement ends too: the clinic reads nothing and calls nobody, and no
 * score is given out for research. Without a reason, the profile keeps the one it has.
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
