import type { Language } from '../../people/subscriber.ts';
import type { Token } from '../tokens.ts';
import { partElision } from './elision.ts';
import { type CompiledLexicon, fixedKeys } from './lexicon.ts';
import { PhraseTree, type TokenWays } from './phrase-tree.ts';
import { SortedWords } from './sorted-words.ts';
import { stem } from './stem.ts';
import { TypoIndex } from './typo-index.ts';

/** A phrase of the lexicon in a text: what it names, and the tokens it spans (`to` exclusive). */
export interface PhraseMatch {
  readonly concept: string;
  readonly from: number;
  readonly to: number;
  readonly language: Language;
}

/** Words whose keys are kept, so that memory stays bounded. */
const mostKept = 5000;
const year = /^(?:19|20)\d\d$/;

/** Words that add nothing to what a phrase says, in either language: a phrase holds with them inside ("cannot even feel"). */
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

/** Finds the phrases of one language's lexicon: any form of their words, one typo in the longer ones. */
export class PhraseMatcher {
  readonly #language: Language;
  readonly #keys = new Map<string, TokenWays>();
  readonly #lexicon: CompiledLexicon;
  readonly #isKnownElsewhere: (word: string) => boolean;
  #index: Index | undefined;

  /** `isKnownElsewhere`: whether another language knows a word, which then is no misspelling of this one's. */
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

  /** Whether phrases of this language are made of that word, in whatever form. */
  knows(word: string): boolean {
    return this.#isStem(stem(word, this.#language));
  }

  /** Whether phrases are made of a stem. A letter by itself is none: it is no word that another could be an elision or a typo of. */
  #isStem(stemmed: string): boolean {
    return stemmed.length > 1 && this.#known().words.has(stemmed);
  }

  #stemOf(word: string): string {
    const stemmed = stem(word, this.#language);
    if (this.#isStem(stemmed) || this.#isKnownElsewhere(word)) return stemmed;
    return this.#known().typos.mend(stemmed, word);
  }

  /** The tokens with elisions parted that were written without an apostrophe; the same where the language has none. */
  partElisions(tokens: readonly Token[]): readonly Token[] {
    if (this.#language !== 'fr') return tokens;
    const { realWords } = this.#known();
    return partElision(tokens, {
      stem: (word) => this.knows(word),
      whole: (word) => realWords.has(stem(word, this.#language)),
    });
  }

  /** The keys of a word are looked up once: people use the same few hundred. */
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

  /** What the words of the lexicon may call a token. */
  #namesOf(token: Token): readonly string[] {
    const { dialect = {} } = this.#lexicon;
    const standard = Object.hasOwn(dialect, token.text) ? dialect[token.text] : undefined;
    const spoken = standard === undefined ? [token.text] : [token.text, standard];
    return spoken.flatMap((word) => (token.kind === 'word' ? [this.#stemOf(word), `=${word}`] : [`=${word}`]));
  }

  /** All phrases in the text, overlapping ones too, in the order of where they begin. */
  match(tokens: readonly Token[]): PhraseMatch[] {
    const { phrases } = this.#known();
    const keys = tokens.map((token) => this.#keysOf(token));
    const matches: PhraseMatch[] = [];
    // What ends where, of the phrases that begin at one word; of two readings from it, the longer.
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
