import type { Language } from '../../people/subscriber.ts';

/** "Stopped" and "stopping" are "stop": the consonant that an ending doubled. */
const undouble = (stem: string): string => (/([bdgkmnprt])\1$/.test(stem) ? stem.slice(0, -1) : stem);

const english = (word: string): string => {
  let stem = word;
  if (/ies$/.test(stem) && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/(?:ss|x|ch|sh)es$/.test(stem)) stem = stem.slice(0, -2);
  else if (/[^suio]s$/.test(stem) && stem.length > 3) stem = stem.slice(0, -1);
  if (/ing$/.test(stem) && /[aeiouy].*ing$/.test(stem) && stem.length > 5) stem = undouble(stem.slice(0, -3));
  // "Textin", "sendin": how it is said. "Within" is a word of its own.
  else if (/[aeiouy].*[^aeiouy]in$/.test(stem) && stem.length > 4 && stem !== 'within')
    stem = undouble(stem.slice(0, -2));
  else if (/ied$/.test(stem) && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (/ed$/.test(stem) && /[aeiouy].*ed$/.test(stem) && stem.length > 4) stem = undouble(stem.slice(0, -2));
  return stem.length > 3 ? stem.replace(/e$/, '') : stem;
};

/** Endings of regular verbs and plurals, longest first, as they are without accents; four letters have to remain. */
const frenchEndings =
  /(?:eraient|erions|issent|issait|issons|aient|erait|erais|erons|eront|ements?|antes?|ants?|ions|iez|ees|era|ait|ais|ent|ant|ons|er|ez|ee|es|e|s|x)$/;

const french = (word: string): string => {
  const ending = frenchEndings.exec(word)?.[0] ?? '';
  const stem = word.slice(0, word.length - ending.length);
  if (stem.length >= 4) return stem;
  return word.length > 3 ? word.replace(/(?:es|e|s|x)$/, '') : word;
};

/** Longer is no word, and is not looked through. */
const longestWord = 40;

/**
 * What the forms of a word share: a light stemmer (plurals, regular verbs), so that a lexicon lists a word once. Takes a
 * word in lower case without accents. It is not a word of the language, only the same for both sides of a comparison.
 */
export const stem = (word: string, language: Language): string => {
  if (word.length > longestWord) return word;
  return language === 'fr' ? french(word) : english(word);
};
