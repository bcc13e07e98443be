import { notations } from '../../../shared/domain/diary/notation.ts';
import type { Language } from '../../../shared/domain/people/subscriber.ts';

/** Names times as people of a country read them, each on one line: 9:00 am, 09:00; 9 h 00. */
export const timeNames = (language: Language, country: string): ((time: string) => string) => {
  if (language === 'fr') return (time) => time.replace(/^0?(\d+):/, '$1\u00A0h\u00A0');
  return (time) => notations.en.time(time, country).replaceAll(' ', '\u00A0');
};

/** Caches names: a page names the same days, numbers and formats again and again. */
const remembered = <Of extends string | number, Name>(nameOf: (of: Of) => Name): ((of: Of) => Name) => {
  const names = new Map<Of, Name>();
  return (of) => {
    const known = names.get(of);
    if (known !== undefined) return known;
    const name = nameOf(of);
    names.set(of, name);
    return name;
  };
};

// Making a format takes longer than using it for a page, and there are few: of languages, and of countries' English.
const numberFormat = remembered((language: Language) => new Intl.NumberFormat(language));

/** Names numbers: 4.5, 4,5. */
export const numberNames = (language: Language): ((number: number) => string) => {
  const format = numberFormat(language);
  return (number) => format.format(number);
};

/**
 * The locale of a reader: for English, the country decides between 14 Jan and Jan 14; ZZ (unknown) leaves it to the
 * language.
 */
export const localeOf = (language: Language, country: string): string =>
  language === 'en' && /^[A-Z]{2}$/.test(country) ? `en-${country}` : language;

interface DayWords {
  readonly locale: string;
  /** How the first day of a month is written: 1, 1er. */
  readonly first: string;
}

const dayFormats = new Map<string, Intl.DateTimeFormat>();
const dayFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = JSON.stringify([locale, options]);
  const format = dayFormats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
  dayFormats.set(key, format);
  return format;
};

/** Names days in the page's language. Each is formatted at noon, so that no zone can move it to another date. */
export const dayNames = ({ locale, first }: DayWords, options: Intl.DateTimeFormatOptions) => {
  const format = dayFormat(locale, options);
  return remembered((date: string) =>
    format
      .formatToParts(Date.parse(`${date}T12:00:00Z`))
      .map(({ type, value }) => (type === 'day' && value === '1' ? first : value))
      .join(''),
  );
};
