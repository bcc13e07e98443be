import { read as readEnglish } from '../../content/compiled/en/texts.js';
import type { Language } from '../domain/subscriber.ts';
import type { Texts } from '../domain/texts.ts';

/** What the content build wrote and checked; a language that is not here is answered in English. */
const compiled: Partial<Readonly<Record<Language, () => Texts>>> = { en: readEnglish };

const loaded = new Map<Language, Texts>();

/** Everything said by text in that language, or in English where there is no content yet. Read when first asked for. */
export const textsFor = (language: Language): Texts => {
  const known = loaded.get(language);
  if (known) return known;
  const texts = (compiled[language] ?? readEnglish)();
  loaded.set(language, texts);
  return texts;
};
