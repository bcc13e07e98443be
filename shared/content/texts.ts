import { read as readEnglish } from '../../content/compiled/en/texts.js';
import type { Language } from '../domain/subscriber.ts';
import type { Texts } from '../domain/texts.ts';

/** What the content build wrote and checked. English comes with the function; another language is a file that is read when somebody speaks it. */
const reading: Readonly<Record<Language, () => Promise<Texts>>> = {
  en: async () => readEnglish(),
  fr: async () => (await import('../../content/compiled/fr/texts.js')).read(),
};

const loaded = new Map<Language, Promise<Texts>>();

/** Everything said by text in that language. Read when first asked for, once per environment. */
export const textsFor = (language: Language): Promise<Texts> => {
  const texts = loaded.get(language) ?? reading[language]();
  loaded.set(language, texts);
  return texts;
};
