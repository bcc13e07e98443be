/** A sorted list of words that is searched by halves. A set of thousands of words would have to be built at every cold start. */
export class SortedWords {
  readonly #words: readonly string[];

  /** `text`: the words, sorted, one space between. */
  constructor(text: string) {
    this.#words = text.split(' ');
  }

  /** The index of the first word that does not come before `word`. */
  #placeOf(word: string): number {
    let from = 0;
    let to = this.#words.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if ((this.#words[middle] ?? '') < word) from = middle + 1;
      else to = middle;
    }
    return from;
  }

  /** The index of a word, or -1 if the list has not got it. */
  indexOf(word: string): number {
    const place = this.#placeOf(word);
    return this.#words[place] === word ? place : -1;
  }

  has(word: string): boolean {
    return this.indexOf(word) >= 0;
  }

  /** The words that begin with a letter, in their order. */
  startingWith(letter: string): readonly string[] {
    const from = this.#placeOf(letter);
    let to = from;
    while (this.#words[to]?.startsWith(letter) === true) to += 1;
    return this.#words.slice(from, to);
  }
}
