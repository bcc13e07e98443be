import type { Language } from '../../people/subscriber.ts';
import type { Token } from '../tokens.ts';
import { partElision } from './elision.ts';
import type { CompiledLexicon, PhraseTree } from './lexicon.ts';
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
/** Words that `~` may stand for. */
const longestGap = 3;
const year = /^(?:19|20)\d\d$/;

/** Words that add nothing to what a phrase says, in either language: a phrase holds with them inside ("cannot even feel"). */
const fillers = new Set(
  `really just even actually literally totally completely quite so very fucking fuckin bloody damn freaking properly honestly
  basically kinda sorta also ever pretty ne vraiment trop completement totalement carrement juste meme grave genre bien tres
  encore deja aussi quasi presque putain franchement`.split(/\s+/),
);
/** Marks a filler among the keys of a token; no tree has this key. */
const isFiller = ' filler';

const isTree = (node: PhraseTree | readonly number[] | undefined): node is PhraseTree =>
  node !== undefined && !Array.isArray(node);

/** The keys of the tree that each token can go down. */
type Keys = readonly (readonly string[])[];

/** Every phrase that begins at a token, walked down the tree; marks end a phrase. */
const walk = (
  tree: PhraseTree,
  keys: Keys,
  at: number,
  found: (ends: readonly number[], to: number) => void,
  mayEnd = true,
): void => {
  const ends = tree[''];
  if (mayEnd && ends !== undefined && !isTree(ends)) found(ends, at);
  const gap = tree['~'];
  if (isTree(gap)) {
    walk(gap, keys, at, found);
    for (let to = at + 1; to <= at + longestGap && keys[to - 1]?.length; to += 1) walk(gap, keys, to, found);
  }
  if (keys[at]?.at(-1) === isFiller) walk(tree, keys, at + 1, found, false);
  const end = tree['$'];
  if (isTree(end) && !keys[at]?.length) walk(end, keys, at, found);
  for (const key of keys[at] ?? []) {
    const next = Object.hasOwn(tree, key) ? tree[key] : undefined;
    if (isTree(next)) walk(next, keys, at + 1, found);
  }
};

/** The stems that a lexicon knows, but for words that have to stand in a very form. */
export const vocabularyOf = ({ tree, alternatives }: Pick<CompiledLexicon, 'tree' | 'alternatives'>): Set<string> => {
  const found = new Set<string>();
  const isStem = (word: string): boolean => word.length > 1 && !/^[#=@$]/.test(word);
  const collect = (node: PhraseTree): void => {
    for (const [word, next] of Object.entries(node)) {
      if (isStem(word)) found.add(word);
      if (isTree(next)) collect(next);
    }
  };
  collect(tree);
  for (const word of Object.keys(alternatives)) if (isStem(word)) found.add(word);
  return found;
};

interface Index {
  readonly vocabulary: ReadonlySet<string>;
  readonly realWords: ReadonlySet<string>;
  readonly typos: TypoIndex;
}

/** Finds the phrases of one language's lexicon: any form of their words, one typo in the longer ones. */
export class PhraseMatcher {
  readonly #language: Language;
  readonly #keys = new Map<string, readonly string[]>();
  readonly #lexicon: CompiledLexicon;
  #index: Index | undefined;

  constructor(language: Language, lexicon: CompiledLexicon) {
    this.#language = language;
    this.#lexicon = lexicon;
  }

  #known() {
    if (this.#index === undefined) {
      const vocabulary = vocabularyOf(this.#lexicon);
      const { realWords, exactStems } = this.#lexicon;
      this.#index = {
        vocabulary,
        realWords: new Set(realWords),
        typos: new TypoIndex(vocabulary, realWords, exactStems),
      };
    }
    return this.#index;
  }

  #stemOf(word: string): string {
    return this.#known().typos.mend(stem(word, this.#language), word);
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
  #keysOf(token: Token): readonly string[] {
    if (token.kind === 'mark') return [];
    const known = this.#keys.get(token.text);
    if (known !== undefined) return known;
    if (this.#keys.size >= mostKept) this.#keys.clear();
    const keys = this.#lookUp(token);
    this.#keys.set(token.text, keys);
    return keys;
  }

  #lookUp(token: Token): readonly string[] {
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
      ...(fillers.has(token.text) ? [isFiller] : []),
    ];
  }

  /** All phrases in the text, overlapping ones too, in the order of where they begin. */
  match(tokens: readonly Token[]): PhraseMatch[] {
    const keys = tokens.map((token) => this.#keysOf(token));
    const matches: PhraseMatch[] = [];
    for (let from = 0; from < tokens.length; from += 1) {
      // Of two readings from the same word, the longer.
      const longest = new Map<number, number>();
      walk(this.#lexicon.tree, keys, from, (ends, to) => {
        if (to > from) for (const end of ends) longest.set(end, Math.max(to, longest.get(end) ?? 0));
      });
      for (const [end, to] of longest) {
        const concept = this.#lexicon.concepts[end];
        if (concept !== undefined) matches.push({ concept, from, to, language: this.#language });
      }
    }
    return matches;
  }
}
