import type { Language } from '../people/subscriber.ts';
import { type LocalTime, minutesOf } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';

/** Hours of some days of the week, within one day each. */
export interface ReadingHours {
  /** 1: Monday … 7: Sunday. */
  readonly days: readonly number[];
  readonly from: LocalTime;
  /** Up to 24:00. */
  readonly to: LocalTime;
}

/** A clinic that looks at red flags. People are told just this, so the clinic must keep to it. */
export interface ReadingClinic {
  /** The name that people know it by, in any language: "Elm Street Physio". */
  readonly clinic: string;
  /** The zone of the hours. */
  readonly zone: string;
  readonly hours: readonly ReadingHours[];
  /** The names, not addresses, of one or more contacts, in the order in which they are told. */
  readonly contacts: readonly string[];
  /** The language in which the contacts are told; English if left out. */
  readonly language?: Language | undefined;
}

/** Who looks at red flags. `nobody`: red flags are only answered, and people are told of no reader. */
export type RedFlagReaders = 'nobody' | ReadingClinic;

const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

/** Whether somebody looks at that instant. */
export const isLooking = ({ zone, hours }: ReadingClinic, at: number): boolean => {
  const { date, time } = localDateTime(zone, at);
  const minutes = minutesOf(time);
  return hours.some(
    ({ days, from, to }) => days.includes(weekday(date)) && minutesOf(from) <= minutes && minutes < minutesOf(to),
  );
};
