import type { Language } from '../people/subscriber.ts';
import type { LocalDate, LocalTime } from '../time/local-time.ts';

/** How a language writes numbers, times and days in a text, in letters of GSM-7. The words around them stand in content/. */
interface Notation {
  /** A score, a mean or a difference: 6, 6.5. */
  readonly number: (value: number) => string;
  /** A time of day, as it can be sent back behind TIME. */
  readonly time: (time: LocalTime) => string;
  /** Whose clock that is: New York time. */
  readonly clockOf: (city: string) => string;
  /** A day of the year: Wednesday 30 September. */
  readonly date: (date: LocalDate) => string;
  /** A day of the week in three letters. */
  readonly weekday: (date: LocalDate) => string;
}

const written = (date: LocalDate, locale: string, parts: Intl.DateTimeFormatOptions): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { ...parts, timeZone: 'UTC' });

const wholeDay = { weekday: 'long', day: 'numeric', month: 'long' } as const;

export const notations: Readonly<Record<Language, Notation>> = {
  en: {
    number: String,
    time: (time) => time,
    clockOf: (city) => `${city} time`,
    date: (date) => written(date, 'en-GB', wholeDay).replace(',', ''),
    weekday: (date) => written(date, 'en', { weekday: 'short' }),
  },
  fr: {
    number: (value) => String(value).replace('.', ','),
    time: (time) => time.replace(/^0/, '').replace(':', 'h'),
    clockOf: (city) => `heure ${/^[aeiou]/i.test(city) ? "d'" : 'de '}${city}`,
    // The spelling of 1990 does without the one letter that GSM-7 lacks.
    date: (date) => written(date, 'fr', wholeDay).replace('août', 'aout').replace(' 1 ', ' 1er '),
    weekday: (date) => written(date, 'fr', { weekday: 'short' }).slice(0, 3),
  },
};
