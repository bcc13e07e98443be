import type { Language } from '../../people/subscriber.ts';

/** This file avoids regular expressions, because each took a fraction of a millisecond of every cold start to compile. */
const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);
const hasVowel = (text: string): boolean => {
  for (const letter of text) if (isVowel(letter)) return true;
  return false;
};

/** Removes the consonant that an ending doubled: "stopped" and "stopping" become "stop". */
const undouble = (stem: string): string => {
  const last = stem.at(-1) ?? '';
  return last !== '' && stem.at(-2) === last && 'bdgkmnprt'.includes(last) ? stem.slice(0, -1) : stem;
};

const isHissed = (stem: string): boolean =>
  stem.endsWith('sses') || stem.endsWith('xes') || stem.endsWith('ches') || stem.endsWith('shes');
const isPlural = (stem: string): boolean => stem.endsWith('s') && !'suio'.includes(stem.at(-2) ?? 's');

const withoutPlural = (word: string): string => {
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (isHissed(word)) return word.slice(0, -2);
  return isPlural(word) && word.length > 3 ? word.slice(0, -1) : word;
};

/** Whether a stem before "-in" is a verb as it is spoken: "textin", "sendin". "Within" is a word of its own. */
const isSpokenIng = (stem: string): boolean => {
  const before = stem.at(-3) ?? '';
  return stem.endsWith('in') && before !== '' && !isVowel(before) && hasVowel(stem.slice(0, -3));
};

const english = (word: string): string => {
  let stem = withoutPlural(word);
  if (stem.endsWith('ing') && stem.length > 5 && hasVowel(stem.slice(0, -3))) stem = undouble(stem.slice(0, -3));
  else if (isSpokenIng(stem) && stem.length > 4 && stem !== 'within') stem = undouble(stem.slice(0, -2));
  else if (stem.endsWith('ied') && stem.length > 4) stem = `${stem.slice(0, -3)}y`;
  else if (stem.endsWith('ed') && stem.length > 4 && hasVowel(stem.slice(0, -2))) stem = undouble(stem.slice(0, -2));
  return stem.length > 3 && stem.endsWith('e') ? stem.slice(0, -1) : stem;
};

/** Endings of regular verbs and plurals without accents, longest first. At least four letters must remain. */
const frenchEndings: readonly string[] = (
  'eraient erions issent issait issons aient erait erais erons eront ements antes ement ante ants ions ante ant ' +
  'iez ees era ait ais ent ons er ez ee es e s x'
).split(' ');
const shortEndings: readonly string[] = ['es', 'e', 's', 'x'];
const withoutFirst = (word: string, endings: readonly string[]): string => {
  const ending = endings.find((one) => word.endsWith(one)) ?? '';
  return word.slice(0, word.length - ending.length);
};

const french = (word: string): string => {
  const stem = withoutFirst(word, frenchEndings);
  if (stem.length >= 4) return stem;
  return word.length > 3 ? withoutFirst(word, shortEndings) : word;
};

/** A longer run of letters is no word and is not examined. */
const longestWord = 40;

/**
 * Reduces the forms of a word to what they share (plurals, regular verbs), so that a lexicon lists each word once. The word
 * must be in lower case without accents. The result need not be a word of the language; it only has to be the same for all
 * forms.
 */
export const stem = (word: string, language: Language): string => {
  if (word.length > longestWord) return word;
  return language === 'fr' ? french(word) : english(word);
};
