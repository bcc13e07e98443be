import type { Language } from '../../people/subscriber.ts';
import type { Token } from '../tokens.ts';
import { partElision } from './elision.ts';
import type { CompiledLexicon } from './lexicon.ts';
import { PhraseTree, type TokenWays } from './phrase-tree.ts';
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
  readonly vocabulary: ReadonlySet<string>;
  readonly realWords: ReadonlySet<string>;
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
      const vocabulary = new Set(this.#lexicon.vocabulary.split(' '));
      const realWords = new Set(this.#lexicon.realWords.split(' '));
      const exact = new Set(this.#lexicon.exactStems.split(' '));
      this.#index = {
        vocabulary,
        realWords,
        typos: new TypoIndex(vocabulary, realWords, exact),
        phrases: new PhraseTree(this.#lexicon),
      };
    }
    return this.#index;
  }

  /** Whether phrases of this language are made of that word, in whatever form. */
  knows(word: string): boolean {
    return this.#known().vocabulary.has(stem(word, this.#language));
  }

  #stemOf(word: string): string {
    const stemmed = stem(word, this.#language);
    const { vocabulary, typos } = this.#known();
    return vocabulary.has(stemmed) || this.#isKnownElsewhere(word) ? stemmed : typos.mend(stemmed, word);
  }

  /** The tokens with elisions parted that were written without an apostrophe; the same where the language has none. */
  partElisions(tokens: readonly Token[]): readonly Token[] {
    if (this.#language !== 'fr') return tokens;
    const { vocabulary, realWords } = this.#known();
    return partElision(tokens, {
      stem: (word) => vocabulary.has(stem(word, this.#language)),
      whole: (word) => realWords.has(stem(word, this.#language)),
    });
  }

  /** The keys of a word are looked up once: people use the same few hundred. */
  #keysOf(token: Token): TokenWays | undefined {
    if (token.kind === 'mark') return undefined;
    const known = this.#keys.get(token.text);
    if (known !== undefined) return known;
    if (this.#keys.size >= mostKept) this.#keys.clear();
    const keys = this.#known().phrases.keysOf(this.#namesOf(token), fillers.has(token.text));
    this.#keys.set(token.text, keys);
    return keys;
  }

  /** What the phrases may call a token. */
  #namesOf(token: Token): readonly string[] {
    const { alternatives, dialect = {} } = this.#lexicon;
    const standard = Object.hasOwn(dialect, token.text) ? dialect[token.text] : undefined;
    const spoken = standard === undefined ? [token.text] : [token.text, standard];
    const words = spoken.flatMap((word) => (token.kind === 'word' ? [this.#stemOf(word), `=${word}`] : [`=${word}`]));
    const sets = words.flatMap((word) => (Object.hasOwn(alternatives, word) ? (alternatives[word] ?? []) : []));
    return [
      ...words,
      ...sets.map((id) => `@${id}`),
      ...(token.kind === 'number' ? ['#'] : []),
      ...(year.test(token.text) ? ['####'] : []),
      '_',
    ];
  }

  /** All phrases in the text, overlapping ones too, in the order of where they begin. */
  match(tokens: readonly Token[]): PhraseMatch[] {
    const { phrases } = this.#known();
    const keys = tokens.map((token) => this.#keysOf(token));
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      // Of two readings from the same word, the longer.
      const longest = new Map<number, number>();
      phrases.find(keys, from, (end, to) => {
        if (to > from) longest.set(end, Math.max(to, longest.get(end) ?? 0));
      });
      for (const [end, to] of longest) {
        const concept = this.#lexicon.concepts[end];
        if (concept !== undefined) matches.push({ concept, from, to, language: this.#language });
      }
    }
    return matches;
  }
}
