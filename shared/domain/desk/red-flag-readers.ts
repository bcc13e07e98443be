import type { Language } from '../people/subscriber.ts';
import { type LocalTime, minutesOf } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { zoneLabel } from '../time/zone-names.ts';

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
  /** Who is told first, who next, and so on: names, no addresses. */
  readonly contacts: readonly [string, ...string[]];
}

/** `nobody`: a red flag is answered, and that is all; nobody is told that anybody looks. */
export type RedFlagReaders = 'nobody' | ReadingClinic;

/** The longest that the hours may read, so that what is made of them fits its texts (shared/domain/answering/message.ts). */
export const longestHoursInWords = 76;

const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

/** Whether somebody looks at that instant. */
export const isLooking = ({ zone, hours }: ReadingClinic, at: number): boolean => {
  const { date, time } = localDateTime(zone, at);
  const minutes = minutesOf(time);
  return hours.some(
    ({ days, from, to }) => days.includes(weekday(date)) && minutesOf(from) <= minutes && minutes < minutesOf(to),
  );
};

const names: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
};

/** Days in a row are told by the first and the last. */
const runsOf = (days: readonly number[]): readonly (readonly [number, number])[] =>
  [...new Set(days)]
    .toSorted((one, other) => one - other)
    .reduce<readonly (readonly [number, number])[]>((runs, day) => {
      const last = runs.at(-1);
      return last && last[1] === day - 1 ? [...runs.slice(0, -1), [last[0], day]] : [...runs, [day, day]];
    }, []);

/** The hours as they stand in a text: "Mon-Fri 09:00-17:00 (New York time)". In GSM-7. */
export const hoursInWords = ({ zone, hours }: ReadingClinic, language: Language): string => {
  const name = (day: number): string => names[language][day - 1] ?? '';
  const daysOf = (days: readonly number[]): string =>
    runsOf(days)
      .map(([first, last]) => (first === last ? name(first) : `${name(first)}-${name(last)}`))
      .join(', ');
  const time = (at: LocalTime): string => (language === 'fr' ? at.replace(/^0/, '').replace(':', 'h') : at);
  const spans = hours.map(({ days, from, to }) => `${daysOf(days)} ${time(from)}-${time(to)}`);
  return `${spans.join(', ')} (${zoneLabel(zone, language)})`;
};

/** Who looks, and when, in the words of one language: what texts and pages say is made of these. */
export interface ReadersInWords {
  readonly clinic: string;
  readonly hours: string;
}

/** The same as answers are made of; nothing where nobody looks. */
export const readersInWords = (readers: RedFlagReaders, language: Language): { readonly readers?: ReadersInWords } =>
  readers === 'nobody' ? {} : { readers: { clinic: readers.clinic, hours: hoursInWords(readers, language) } };
