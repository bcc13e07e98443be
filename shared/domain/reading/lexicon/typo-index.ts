import { isOneTypoApart } from './edit-distance.ts';
import type { SortedWords } from './sorted-words.ts';

/** Shorter words are one typo away from too many words that mean something else. */
const shortest = 5;
const longest = 20;

/**
 * Finds the word of a vocabulary that a misspelt word stands for. Words in `realWords` and in the vocabulary are never
 * taken for a misspelling, and no word is taken for one in `exact`. The first letter must be right, or be swapped with the
 * second, because ordinary words crowd there.
 */
export class TypoIndex {
  readonly #known: SortedWords;
  readonly #realWords: SortedWords;
  readonly #exact: SortedWords;
  /** The vocabulary by first letter. Each entry is made when it is first needed, since few texts hold many unknown words. */
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

  /**
   * The stem that `stem` was meant to be. It is returned as it is if it is known, a real word, or like no other. `word` is
   * what the person wrote.
   */
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
