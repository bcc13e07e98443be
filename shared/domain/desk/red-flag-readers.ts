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

/** A clinic that looks at red flags. What people are told is made of this, so it is what the clinic keeps to. */
export interface ReadingClinic {
  /** The name that people know it by, in any language: "Elm Street Physio". */
  readonly clinic: string;
  /** Whose clock the hours are on. */
  readonly zone: string;
  readonly hours: readonly ReadingHours[];
  /** Who is told first, who next, and so on, one or more: names, no addresses. */
  readonly contacts: readonly string[];
  /** In which the contacts are told; left out, English. */
  readonly language?: Language | undefined;
}

/** `nobody`: a red flag is answered, and that is all; nobody is told that anybody looks. */
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
