import type { Language } from '../people/subscriber.ts';
import type { LocalTime } from '../time/local-time.ts';
import { zoneLabel } from '../time/zone-names.ts';
import type { ReadingClinic, RedFlagReaders } from './red-flag-readers.ts';

/** The most characters of the hours in words, so that the texts with them fit (shared/domain/answering/message.ts). */
export const longestHoursInWords = 76;

const names: Readonly<Record<Language, readonly string[]>> = {
  en: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  fr: ['lun', 'mar', 'mer', 'jeu', 'ven', 'sam', 'dim'],
};

/** Groups days in a row into their first and last. */
const runsOf = (days: readonly number[]): readonly (readonly [number, number])[] => {
  const runs: [number, number][] = [];
  for (const day of [...new Set(days)].toSorted((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last && last[1] === day - 1) last[1] = day;
    else runs.push([day, day]);
  }
  return runs;
};

/** The hours as a text writes them, in GSM-7: "Mon-Fri 09:00-17:00 (New York time)". */
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

/** Who looks at red flags, and when, in the words of one language, as texts and pages use them. */
export interface ReadersInWords {
  readonly clinic: string;
  readonly hours: string;
}

/** The readers as answers use them; empty where nobody looks. */
export const readersInWords = (readers: RedFlagReaders, language: Language): { readonly readers?: ReadersInWords } =>
  readers === 'nobody' ? {} : { readers: { clinic: readers.clinic, hours: hoursInWords(readers, language) } };
