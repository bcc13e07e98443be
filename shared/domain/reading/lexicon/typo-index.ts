import { isOneTypoApart } from './edit-distance.ts';
import type { SortedWords } from './sorted-words.ts';

/** Shorter words have too many neighbours that mean something else. */
const shortest = 5;
const longest = 20;

/**
 * Finds the word of a vocabulary that another is one typo away from. `realWords` are never taken for a misspelling, nor
 * is a word of the vocabulary; what is in `exact` is never what was meant. The first letter has to be right, or swapped
 * with the second: ordinary words crowd there.
 */
export class TypoIndex {
  readonly #known: SortedWords;
  readonly #realWords: SortedWords;
  readonly #exact: SortedWords;
  /** The words that begin with a letter, found when the first stranger does: few texts hold many. */
  readonly #byStart = new Map<string, readonly string[]>();

  constructor(vocabulary: SortedWords, realWords: SortedWords, exact: SortedWords) {
    this.#known = vocabulary;
    this.#realWords = realWords;
    this.#exact = exact;
  }

  #startingWith(letter: string): readonly string[] {
    const found =
      this.#byStart.get(letter) ??
      this.#known.startingWith(letter).filter((word) => word.length >= shortest - 1 && !this.#exact.has(word));
    this.#byStart.set(letter, found);
    return found;
  }

  /** The stem that `stem` is meant to be; itself when it is known, real, or like nothing. `word` is what was written. */
  mend(stem: string, word: string): string {
    if (this.#known.has(stem) || word.length < shortest || word.length > longest || this.#realWords.has(stem))
      return stem;
    const near = this.#startingWith(word.charAt(0)).find((known) => isOneTypoApart(known, stem));
    return (
      near ??
      this.#startingWith(word.charAt(1)).find((known) => known[1] === word[0] && isOneTypoApart(known, stem)) ??
      stem
    );
  }
}
