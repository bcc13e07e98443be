import type { Channel } from '../../shared/domain/people/subscriber.ts';
import type { Workforce } from './split-groups.ts';

/** Until when each queue is busy with what is in it (epoch ms), at the provider's pace. */
export type BusyUntil = { readonly [Of in Channel]?: number | undefined };

/** Gives groups their place in a channel's queue. */
export interface Places {
  /** When a group that is due at `dueAt` has gone out if all goes as planned (epoch ms), after all that were placed before it. */
  readonly next: (channel: Channel, dueAt: number, members: number) => number;
  readonly busyUntil: () => BusyUntil;
}

/**
 * Places in queues that are worked off at the provider's pace. Whoever is late by this alone is late by design, and an
 * alarm that counts from it rings for nobody's queueing.
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
