import type { Language } from '../people/subscriber.ts';
import { readsTwelveHours } from '../time/clock-of-country.ts';
import { type LocalDate, type LocalTime, minutesOf } from '../time/local-time.ts';

/**
 * How a language writes numbers, times and days in a text, in letters of GSM-7. The words around them are in content/.
 */
interface Notation {
  /** A score, a mean or a difference: 6, 6.5. */
  readonly number: (value: number) => string;
  /** A time of day as people of a country read it, and as it can be sent back behind TIME: 7:30 pm, 19:30. */
  readonly time: (time: LocalTime, country: string) => string;
  /** The name of a clock: New York time. */
  readonly clockOf: (city: string) => string;
  /** A day of the year: Wednesday 30 September. */
  readonly date: (date: LocalDate) => string;
  /** A day of the week in three letters. */
  readonly weekday: (date: LocalDate) => string;
}

const written = (date: LocalDate, locale: string, parts: Intl.DateTimeFormatOptions): string =>
  new Date(`${date}T00:00:00Z`).toLocaleDateString(locale, { ...parts, timeZone: 'UTC' });

/** 8 am, 7:55 pm; noon and midnight by name, since 12 am and 12 pm are read both ways. */
const twelveHour = (time: LocalTime): string => {
  if (time === '12:00') return '12 noon';
  if (time === '00:00') return 'midnight';
  const minutes = minutesOf(time);
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  const past = minute === 0 ? '' : `:${time.slice(3)}`;
  return `${hour % 12 || 12}${past} ${hour < 12 ? 'am' : 'pm'}`;
};

const wholeDay = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** The notation of each language. */
export const notations: Readonly<Record<Language, Notation>> = {
  en: {
    number: String,
    time: (time, country) => (readsTwelveHours(country) ? twelveHour(time) : time),
    clockOf: (city) => `${city} time`,
    date: (date) => written(date, 'en-GB', wholeDay).replace(',', ''),
    weekday: (date) => written(date, 'en', { weekday: 'short' }),
  },
  fr: {
    number: (value) => String(value).replace('.', ','),
    time: (time) => time.replace(/^0/, '').replace(':', 'h'),
    clockOf: (city) => `heure ${/^[aeiou]/i.test(city) ? "d'" : 'de '}${city}`,
    // The spelling of 1990 (aout) avoids the one letter that GSM-7 lacks.
    date: (date) => written(date, 'fr', wholeDay).replace('août', 'aout').replace(' 1 ', ' 1er '),
    weekday: (date) => written(date, 'fr', { weekday: 'short' }).slice(0, 3),
  },
};
