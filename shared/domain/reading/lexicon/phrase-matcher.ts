import type { Language } from '../../people/subscriber.ts';
import type { Token } from '../tokens.ts';
import { partElision } from './elision.ts';
import { type CompiledLexicon, fixedKeys } from './lexicon.ts';
import { PhraseTree, type TokenWays } from './phrase-tree.ts';
import { SortedWords } from './sorted-words.ts';
import { stem } from './stem.ts';
import { TypoIndex } from './typo-index.ts';

/** A phrase of the lexicon that a text holds: what it names, and the tokens that it spans (`to` exclusive). */
export interface PhraseMatch {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

/** The cache of words holds at most this many, so that memory stays bounded. */
const mostKept = 5000;
const year = /^(?:19|20)\d\d$/;

/** Words, in either language, that change nothing in a phrase that holds them: "cannot even feel" is "cannot feel". */
const fillers = new Set(
  `really just even actually literally totally completely quite so very fucking fuckin bloody damn freaking properly honestly
  basically kinda sorta also ever pretty ne vraiment trop completement totalement carrement juste meme grave genre bien tres
  encore deja aussi quasi presque putain franchement`.split(/\s+/),
);
interface Index {
  readonly words: SortedWords;
  readonly realWords: SortedWords;
  readonly typos: TypoIndex;
  readonly phrases: PhraseTree;
}

/** Finds the phrases of one language's lexicon, in any form of their words, and with one typo in the longer words. */
export class PhraseMatcher {
  readonly #language: Language;
  readonly #keys = new Map<string, TokenWays>();
  readonly #lexicon: CompiledLexicon;
  readonly #isKnownElsewhere: (word: string) => boolean;
  #index: Index | undefined;

  /** `isKnownElsewhere` tells whether another language has a word, which then is no misspelling in this one. */
  constructor(language: Language, lexicon: CompiledLexicon, isKnownElsewhere: (word: string) => boolean = () => false) {
    this.#isKnownElsewhere = isKnownElsewhere;
    this.#language = language;
    this.#lexicon = lexicon;
  }

  #known(): Index {
    if (this.#index === undefined) {
      const words = new SortedWords(this.#lexicon.words);
      const realWords = new SortedWords(this.#lexicon.realWords);
      const exact = new SortedWords(this.#lexicon.exactStems);
      this.#index = {
        words,
        realWords,
        typos: new TypoIndex(words, realWords, exact),
        phrases: new PhraseTree(this.#lexicon),
      };
    }
    return this.#index;
  }

  /** Whether phrases of this language contain that word in any form. */
  knows(word: string): boolean {
    return this.#isStem(stem(word, this.#language));
  }

  /** Whether phrases contain a stem. A single letter never counts, so that no other word is taken for its elision or typo. */
  #isStem(stemmed: string): boolean {
    return stemmed.length > 1 && this.#known().words.has(stemmed);
  }

  #stemOf(word: string): string {
    const stemmed = stem(word, this.#language);
    if (this.#isStem(stemmed) || this.#isKnownElsewhere(word)) return stemmed;
    return this.#known().typos.mend(stemmed, word);
  }

  /**
   * The tokens, split where an elision was written without its apostrophe. A language without elisions returns them as they
   * are.
   */
  partElisions(tokens: readonly Token[]): readonly Token[] {
    if (this.#language !== 'fr') return tokens;
    const { realWords } = this.#known();
    return partElision(tokens, {
      stem: (word) => this.knows(word),
      whole: (word) => realWords.has(stem(word, this.#language)),
    });
  }

  /** The keys of a token. They are cached, because people use the same few hundred words. */
  #keysOf(token: Token): TokenWays | undefined {
    if (token.kind === 'mark') return undefined;
    const known = this.#keys.get(token.text);
    if (known !== undefined) return known;
    if (this.#keys.size >= mostKept) this.#keys.clear();
    const { words, phrases } = this.#known();
    const places = this.#namesOf(token).map((name) => words.indexOf(name));
    const fixed = [
      ...(token.kind === 'number' ? [fixedKeys.number] : []),
      ...(year.test(token.text) ? [fixedKeys.year] : []),
      fixedKeys.anyWord,
    ];
    const keys = phrases.keysOf(
      places.filter((place) => place >= 0),
      fixed,
      fillers.has(token.text),
    );
    this.#keys.set(token.text, keys);
    return keys;
  }

  /** The words of the lexicon that a token may stand for. */
  #namesOf(token: Token): readonly string[] {
    const { dialect = {} } = this.#lexicon;
    const standard = Object.hasOwn(dialect, token.text) ? dialect[token.text] : undefined;
    const spoken = standard === undefined ? [token.text] : [token.text, standard];
    return spoken.flatMap((word) => (token.kind === 'word' ? [this.#stemOf(word), `=${word}`] : [`=${word}`]));
  }

  /** All phrases in the text, overlapping ones too, ordered by where they begin. */
  match(tokens: readonly Token[]): PhraseMatch[] {
    const { phrases } = this.#known();
    const keys = tokens.map((token) => this.#keysOf(token));
    const matches: PhraseMatch[] = [];
    // For each name, where its phrase ends that begins at this word. Of two phrases with one name, the longer counts.
    const [ends, tos]: [number[], number[]] = [[], []];
    let from = 0;
    const keep = (end: number, to: number): void => {
      if (to <= from) return;
      const known = ends.indexOf(end);
      if (known < 0) {
        ends.push(end);
        tos.push(to);
      } else if (to > (tos[known] ?? 0)) tos[known] = to;
    };
    for (; from < tokens.length; from += 1) {
      if (keys[from] === undefined) continue;
      phrases.find(keys, from, keep);
      for (let at = 0; at < ends.length; at += 1) {
        const concept = this.#lexicon.concepts[ends[at] ?? -1];
        if (concept !== undefined) matches.push({ concept, from, to: tos[at] ?? from, language: this.#language });
      }
      ends.length = 0;
      tos.length = 0;
    }
    return matches;
  }
}
