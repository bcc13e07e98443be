import type { Language } from '../people/subscriber.ts';
import { type LocalTime, minutesOf } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';

/** Who looks at red flags, and when. What people are told is made of this, so it is what the clinic keeps to. */
export interface ReadingHours {
  /** What people know it by, as it stands in a sentence: "the Elm Street practice". */
  readonly clinic: string;
  readonly zone: string;
  /** 1: Monday … 7: Sunday. */
  readonly days: readonly number[];
  /** On the clock of that zone, the same day. */
  readonly from: LocalTime;
  readonly to: LocalTime;
  /** Who is told first, who next, and so on: names, no addresses. */
  readonly contacts: readonly [string, ...string[]];
}

/** `nobody`: a red flag is answered, and that is all; nobody is told that anybody looks. */
export type RedFlagReaders = 'nobody' | ReadingHours;

const weekday = (date: string): number => new Date(`${date}T00:00Z`).getUTCDay() || 7;

/** Whether somebody looks at that instant. */
export const isLooking = ({ zone, days, from, to }: ReadingHours, at: number): boolean => {
  const { date, time } = localDateTime(zone, at);
  const minutes = minutesOf(time);
  return days.includes(weekday(date)) && minutesOf(from) <= minutes && minutes < minutesOf(to);
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

/** The hours as they stand in a text: "Mon-Fri 09:00-17:00", "lun-ven 9h00-17h00". In GSM-7. */
export const hoursInWords = ({ days, from, to }: ReadingHours, language: Language): string => {
  const name = (day: number): string => names[language][day - 1] ?? '';
  const spans = runsOf(days).map(([first, last]) => (first === last ? name(first) : `${name(first)}-${name(last)}`));
  const time = (at: LocalTime): string => (language === 'fr' ? at.replace(/^0/, '').replace(':', 'h') : at);
  return `${spans.join(', ')} ${time(from)}-${time(to)}`;
};

/** The same as answers are made of; nothing where nobody looks. */
export const readersInWords = (
  readers: RedFlagReaders,
  language: Language,
): { readonly readers?: { readonly clinic: string; readonly hours: string } } =>
  readers === 'nobody' ? {} : { readers: { clinic: readers.clinic, hours: hoursInWords(readers, language) } };
