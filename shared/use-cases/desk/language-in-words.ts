import type { Language } from '../../domain/people/subscriber.ts';

/** What each language is called in each. */
export const languageInWords: Readonly<Record<Language, Readonly<Record<Language, string>>>> = {
  en: { en: 'English', fr: 'French' },
  fr: { en: 'anglais', fr: 'français' },
};
