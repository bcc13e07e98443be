import type { Language, Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { courseOf, doseOf, markOf, wantedDoseOf } from '../tips/course.ts';
import type { Dose } from '../tips/dose.ts';
import { nextTipDate } from '../tips/explain-day.ts';
import { isFailing } from '../tips/failing-address.ts';
import { programmeOf, type TipProgramme } from '../tips/tip-programme.ts';
import { letsClinicRead, letsResearch } from './authorise.ts';
import type { Sentence } from './sentence.ts';

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
  /** The date and time that it is where they are: "2026-11-30 22:15". */
  readonly localNow: string;
  /** When they joined, ISO in UTC. */
  readonly joinedAt: string;
  /** How many tips they were given since they joined, of every programme and round. */
  readonly tipsGiven: number;
  /**
   * The programme that they are in, by the name of its file and by what people call it, and how many of its tips they
   * have had in this round.
   */
  readonly programme: {
    readonly id: string;
    readonly name: Sentence;
    readonly had: number;
    readonly of: number;
    readonly isOver: boolean;
  };
  /** How many messages a week come. */
  readonly dose: Dose;
  /** Whether that is fewer than they want, because nothing was heard from them for two weeks. */
  readonly isFewer: boolean;
  /** The local date of the next tip that will be sent if nothing changes; left out where none will. */
  readonly nextTip?: LocalDate;
  readonly letsClinicRead: boolean;
  readonly letsResearch: boolean;
}

/** What a programme is called; behind the comma its file says how often messages come, of which they may have LESS. */
const calledInShort = ({ id, choice }: TipProgramme, language: Language): string => {
  const [name = id] = choice?.[language].name.split(',') ?? [];
  return name;
};

/** The programme that somebody is in, and how far they have come. */
const programmeAtDesk = (subscriber: Subscriber, first: TipProgramme): PersonAtDesk['programme'] => {
  const own = programmeOf(subscriber, first);
  const { id, tips } = own;
  const course = courseOf(subscriber, first);
  const had = tips.filter(({ number }) => ['given', 'helped'].includes(markOf(course, number) ?? ''));
  const name = { en: calledInShort(own, 'en'), fr: calledInShort(own, 'fr') };
  return { id, name, had: had.length, of: tips.length, isOver: course.ended === true };
};

/** Somebody as the desk shows them. */
export const personAtDesk = (subscriber: Subscriber, now: number, programme: TipProgramme): PersonAtDesk => {
  const { id, status, stopReason, tipsBy, language, country, zone, zoneSource, time, pausedUntil } = subscriber;
  const here = localDateTime(zone, now);
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
    localNow: `${here.date} ${here.time}`,
    joinedAt: new Date(subscriber.joinedAt).toISOString(),
    tipsGiven: subscriber.position,
    programme: programmeAtDesk(subscriber, programme),
    dose: doseOf(subscriber),
    isFewer: doseOf(subscriber) !== wantedDoseOf(subscriber),
    ...(nextTip === undefined ? {} : { nextTip }),
    letsClinicRead: letsClinicRead(subscriber),
    letsResearch: letsResearch(subscriber),
  };
};
