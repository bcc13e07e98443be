import type { Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { nextTipDate } from '../tips/explain-day.ts';
import { isFailing } from '../tips/failing-address.ts';
import type { TipProgramme } from '../tips/tip-programme.ts';
import { letsClinicRead, letsResearch } from './authorise.ts';

/** What staff see of somebody: how and when they are reached, never at which address, and nothing that they wrote. */
export interface PersonAtDesk
  extends Pick<
    Subscriber,
    'id' | 'status' | 'stopReason' | 'tipsBy' | 'language' | 'country' | 'zone' | 'zoneSource' | 'time' | 'pausedUntil'
  > {
  readonly hasPhone: boolean;
  readonly hasMailbox: boolean;
  /** Whether a mailbox was named that has not confirmed. */
  readonly mailboxWaits: boolean;
  /** Whether tips are paused because those of three days in a row failed. */
  readonly addressFails: boolean;
  /** When they joined, ISO in UTC. */
  readonly joinedAt: string;
  /** How many tips of the programme they were given. */
  readonly tipsGiven: number;
  /** The local date of the next tip that will be sent if nothing changes; left out where none will. */
  readonly nextTip?: LocalDate;
  readonly letsClinicRead: boolean;
  readonly letsResearch: boolean;
}

/** Somebody as the desk shows them. */
export const personAtDesk = (subscriber: Subscriber, now: number, programme: TipProgramme): PersonAtDesk => {
  const { id, status, stopReason, tipsBy, language, country, zone, zoneSource, time, pausedUntil } = subscriber;
  const nextTip = nextTipDate(subscriber, now, programme);
  return {
    id,
    status,
    ...(stopReason === undefined ? {} : { stopReason }),
    tipsBy,
    language,
    country,
    zone,
    zoneSource,
    time,
    ...(pausedUntil === undefined ? {} : { pausedUntil }),
    hasPhone: subscriber.phone !== undefined,
    hasMailbox: subscriber.mailbox !== undefined,
    mailboxWaits: (subscriber.pendingMailbox ?? subscriber.signUp) !== undefined,
    addressFails: isFailing(subscriber),
    joinedAt: new Date(subscriber.joinedAt).toISOString(),
    tipsGiven: subscriber.position,
    ...(nextTip === undefined ? {} : { nextTip }),
    letsClinicRead: letsClinicRead(subscriber),
    letsResearch: letsResearch(subscriber),
  };
};
