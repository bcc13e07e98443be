import type { Language } from '../../../shared/domain/people/subscriber.ts';

/** 9 h 30 is French everywhere, though of its locales only Canada's says so. */
const clockLocale: Readonly<Record<Language, string>> = { en: 'en', fr: 'fr-CA' };

/** Names times, each on one line: 9:00 AM, 9 h 00. */
export const timeNames = (language: Language): ((time: string) => string) => {
  const format = new Intl.DateTimeFormat(clockLocale[language], {
    hour: 'numeric',
    minute: '2-digit',
    timeZone: 'UTC',
  });
  return (time) => format.format(Date.parse(`1970-01-01T${time}:00Z`)).replaceAll(' ', '\u00A0');
};

/** Names numbers: 4.5, 4,5. */
export const numberNames = (language: Language): ((number: number) => string) => {
  const format = new Intl.NumberFormat(language);
  return (number) => format.format(number);
};

/** Of those who write English, a country decides between 14 Jan and Jan 14; ZZ, nowhere known, leaves it to the language. */
export const localeOf = (language: Language, country: string): string =>
  language === 'en' && /^[A-Z]{2}$/.test(country) ? `en-${country}` : language;

interface DayWords {
  readonly locale: string;
  /** What the first day of a month is called: 1, 1er. */
  readonly first: string;
}

/** Names days in the page's language; noon, so that no zone can move a date. */
export const dayNames = ({ locale, first }: DayWords, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  return (date: string): string =>
    format
      .formatToParts(Date.parse(`${date}T12:00:00Z`))
      .map(({ type, value }) => (type === 'day' && value === '1' ? first : value))
      .join('');
};
