import type { Channel } from '../../shared/domain/people/subscriber.ts';
import type { Workforce } from './split-groups.ts';

/** When each queue will be empty at the provider's pace (epoch ms). */
export type BusyUntil = { readonly [Of in Channel]?: number | undefined };

/** Gives each group its place in a channel's queue. */
export interface Places {
  /**
   * When a group that is due at `dueAt` will have gone out if all goes as planned (epoch ms), after all groups placed
   * before it.
   */
  readonly next: (channel: Channel, dueAt: number, members: number) => number;
  readonly busyUntil: () => BusyUntil;
}

/**
 * Plans queues that are worked off at the provider's pace. A message that is late by its place alone is late by design,
 * so an alarm that counts from the place does not ring for it.
 */
export const placeInQueue = (
  workforce: Readonly<Record<Channel, Pick<Workforce, 'perSecond'>>>,
  from: BusyUntil = {},
): Places => {
  const busy: Record<Channel, number> = {
    sms: from.sms ?? Number.NEGATIVE_INFINITY,
    email: from.email ?? Number.NEGATIVE_INFINITY,
  };
  return {
    next: (channel, dueAt, members) => {
      const takes = Math.ceil((1000 * members) / workforce[channel].perSecond);
      const place = Math.max(dueAt, busy[channel]) + takes;
      busy[channel] = place;
      return place;
    },
    busyUntil: () => Object.fromEntries(Object.entries(busy).filter(([, until]) => Number.isFinite(until))),
  };
};
