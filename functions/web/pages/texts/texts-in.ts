import type { Language } from '../../../../shared/domain/people/subscriber.ts';
import { english } from './english.ts';
import type { PageTexts } from './page-texts.ts';

const load: Readonly<Record<Language, () => Promise<PageTexts>>> = {
  en: async () => english,
  // A file of its own in the bundle: an English cold start does not read it.
  fr: async () => (await import('./french.ts')).french,
};

/** The words of the pages in a language. */
export const textsIn = (language: Language): Promise<PageTexts> => load[language]();
