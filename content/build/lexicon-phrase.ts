/** A phrase of a lexicon that cannot be read: says which part, and what is allowed there. */
export class LexiconPhraseError extends Error {
  override readonly name = 'LexiconPhraseError';
}

/** More readings than this, and the phrase should be two. */
const mostReadings = 400;

/** Splits at spaces that stand in no brackets. */
const elementsOf = (phrase: string): readonly string[] => phrase.match(/\([^()]*\)|[^\s()]+/g) ?? [];

/** What one element may stand for; `''` for nothing. */
const readingsOf = (element: string): readonly string[] => {
  const optional = /^\(([^()]*)\)$/.exec(element)?.[1];
  const readings = (optional ?? element).split('/').map((words) => words.trim().replaceAll('+', ' '));
  if (readings.includes('')) throw new LexiconPhraseError(`"${element}" has an empty alternative`);
  return optional === undefined ? readings : [...readings, ''];
};

/**
 * All wordings that a phrase of a lexicon stands for. In a phrase, `a/b` is either word (`to+go` for two words within),
 * `(word)` may be missing, `_` is any one word, `...` at most three, `#` a number, and `word!` only that very form.
 * @throws LexiconPhraseError for a part that cannot be read, or a phrase with too many wordings
 */
export const wordingsOf = (phrase: string): readonly string[] => {
  let wordings: readonly string[] = [''];
  for (const element of elementsOf(phrase)) {
    const readings = readingsOf(element);
    wordings = wordings.flatMap((wording) => readings.map((reading) => `${wording} ${reading}`.trim()));
    if (wordings.length > mostReadings)
      throw new LexiconPhraseError(`"${phrase}" has more than ${mostReadings} wordings: write it as two`);
  }
  return [...new Set(wordings)].filter((wording) => wording !== '');
};
