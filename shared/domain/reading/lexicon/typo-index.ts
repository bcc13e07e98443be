import { isOneTypoApart } from './edit-distance.ts';

/** Shorter words have too many neighbours that mean something else. */
const shortest = 5;
const longest = 20;

/**
 * Finds the word of a vocabulary that another is one typo away from. `realWords` are never taken for a misspelling, nor
 * is a word of the vocabulary; what is in `exact` is never what was meant. The first letter has to be right, or swapped with the second: ordinary words crowd there.
 */
export class TypoIndex {
  readonly #byStart = new Map<string, string[]>();
  readonly #known: ReadonlySet<string>;
  readonly #realWords: ReadonlySet<string>;

  constructor(vocabulary: ReadonlySet<string>, realWords: readonly string[], exact: readonly string[] = []) {
    this.#known = vocabulary;
    this.#realWords = new Set(realWords);
    const never = new Set(exact);
    for (const word of vocabulary) {
      if (word.length < shortest - 1 || never.has(word)) continue;
      const bucket = this.#byStart.get(word.charAt(0));
      if (bucket === undefined) this.#byStart.set(word.charAt(0), [word]);
      else bucket.push(word);
    }
  }

  /** The stem that `stem` is meant to be; itself when it is known, real, or like nothing. `word` is what was written. */
  mend(stem: string, word: string): string {
    if (this.#known.has(stem) || word.length < shortest || word.length > longest || this.#realWords.has(stem))
      return stem;
    const near = (letter: string): string | undefined =>
      this.#byStart.get(letter)?.find((known) => isOneTypoApart(known, stem));
    const swapped = this.#byStart
      .get(word.charAt(1))
      ?.find((known) => known[1] === word[0] && isOneTypoApart(known, stem));
    return near(word.charAt(0)) ?? swapped ?? stem;
  }
}
