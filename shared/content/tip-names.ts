import { read as readEnglish } from '../../content/compiled/en/tip-names.js';
import type { Language } from '../domain/people/subscriber.ts';
import { once } from '../platform/once.ts';

/** The compiled titles by language. */
const reading: Readonly<Record<Language, () => Promise<ReadonlyMap<string, string>>>> = {
  en: once(async () => new Map(Object.entries(readEnglish()))),
  fr: once(async () => new Map(Object.entries((await import('../../content/compiled/fr/tip-names.js')).read()))),
};

/** The title of each tip in that language, by its id: the title of its mail, without loading the mails. */
export const tipNamesIn = (language: Language): Promise<ReadonlyMap<string, string>> => reading[language]();
