/** A phrase of a lexicon that cannot be read: says which part, and what is allowed there. */
export class LexiconPhraseError extends Error {
  override readonly name = 'LexiconPhraseError';
}

/** What one place of a phrase may hold, `''` for nothing. */
export type Element = readonly string[];

const inBracketsOrNot = /\([^()]*\)|[^\s()]+/g;

/**
 * Splits a phrase at spaces outside brackets. An unmatched bracket is an error, because it would silently change what
 * is optional.
 */
const elementsOf = (phrase: string): readonly string[] => {
  if (/[()]/.test(phrase.replace(inBracketsOrNot, '')))
    throw new LexiconPhraseError(`"${phrase}" has a bracket without its other half, or one within another`);
  return phrase.match(inBracketsOrNot) ?? [];
};

const alternativesOf = (element: string): Element => {
  const optional = /^\(([^()]*)\)$/.exec(element)?.[1];
  const readings = (optional ?? element).split('/').map((words) => words.trim().replaceAll('+', ' '));
  if (readings.includes('')) throw new LexiconPhraseError(`"${element}" has an empty alternative`);
  return optional === undefined ? readings : [...readings, ''];
};

/**
 * What a phrase of a lexicon stands for, place by place. In a phrase, `a/b` is either word (`to+go` for two words within),
 * `(word)` may be missing, `_` is any one word, `...` at most three, `#` a number, `####` a year, `$` the end of a clause, and `word!` only that
 * very form.
 * @throws LexiconPhraseError for a part that cannot be read, or a phrase all of whose words may be missing
 */
export const readPhrase = (phrase: string): readonly Element[] => {
  const elements = elementsOf(phrase).map(alternativesOf);
  if (elements.every((element) => element.includes('')))
    throw new LexiconPhraseError(`"${phrase}" has no word that must be there`);
  return elements;
};
