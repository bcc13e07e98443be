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

// Not `hasOwn`, which is looked up millions of times: what a word finds on Object.prototype is a function, and no tree.
const isTree = (node: PhraseTree | readonly number[] | undefined): node is PhraseTree =>
  typeof node === 'object' && !Array.isArray(node);

/** The keys of the tree that a token can go down. */
interface Keys {
  readonly list: readonly string[];
  readonly set: ReadonlySet<string>;
}

/** The ways on from a node, kept once it was reached: listing the keys of an object costs more than all else in the walk. */
const waysOf = new WeakMap<PhraseTree, readonly string[]>();
const waysFrom = (tree: PhraseTree): readonly string[] => {
  const known = waysOf.get(tree);
  if (known !== undefined) return known;
  const ways = Object.keys(tree);
  waysOf.set(tree, ways);
  return ways;
};

/** What is found from one token, and in how many steps. */
interface Found {
  steps: number;
  readonly end: (ends: readonly number[], to: number) => void;
}

/** No phrase of what people write takes a tenth of these steps; words said over and over would take without end. */
const mostSteps = 600;

/** Every phrase that begins at a token, walked down the tree; marks, which have no keys, end a phrase. */
const walk = (
  tree: PhraseTree,
  keys: readonly (Keys | undefined)[],
  at: number,
  depth: number,
  found: Found,
  mayEnd = true,
): void => {
  found.steps += 1;
  if (found.steps > mostSteps) return;
  const ends = tree[''];
  if (mayEnd && ends !== undefined && !isTree(ends)) found.end(ends, at);
  const gap = tree['~'];
  if (isTree(gap)) {
    walk(gap, keys, at, depth + 1, found);
    for (let to = at + 1; to <= at + longestGap && keys[to - 1] !== undefined; to += 1)
      walk(gap, keys, to, depth + 1, found);
  }
  const here = keys[at];
  if (here === undefined) {
    const end = tree['$'];
    if (isTree(end)) walk(end, keys, at, depth + 1, found);
    return;
  }
  if (here.set.has(isFiller)) walk(tree, keys, at + 1, depth, found, false);
  // Whichever are fewer are asked for: the ways on from here or the keys of the token. The root has more than any token.
  const ways = depth === 0 ? undefined : waysFrom(tree);
  if (ways === undefined || ways.length > here.list.length) {
    for (const key of here.list) {
      const next = tree[key];
      if (isTree(next)) walk(next, keys, at + 1, depth + 1, found);
    }
    return;
  }
  for (const key of ways) {
    if (!here.set.has(key)) continue;
    const next = tree[key];
    if (isTree(next)) walk(next, keys, at + 1, depth + 1, found);
  }
};

interface Index {
  readonly vocabulary: ReadonlySet<string>;
  readonly realWords: ReadonlySet<string>;
  readonly typos: TypoIndex;
}

/** Finds the phrases of one language's lexicon: any form of their words, one typo in the longer ones. */
export class PhraseMatcher {
  readonly #language: Language;
  readonly #keys = new Map<string, Keys>();
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
      this.#index = { vocabulary, realWords, typos: new TypoIndex(vocabulary, realWords, exact) };
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
  #keysOf(token: Token): Keys | undefined {
    if (token.kind === 'mark') return undefined;
    const known = this.#keys.get(token.text);
    if (known !== undefined) return known;
    if (this.#keys.size >= mostKept) this.#keys.clear();
    const list = this.#lookUp(token);
    const keys = { list, set: new Set(list) };
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
      walk(this.#lexicon.tree, keys, from, 0, {
        steps: 0,
        end: (ends, to) => {
          if (to > from) for (const end of ends) longest.set(end, Math.max(to, longest.get(end) ?? 0));
        },
      });
      for (const [end, to] of longest) {
        const concept = this.#lexicon.concepts[end];
        if (concept !== undefined) matches.push({ concept, from, to, language: this.#language });
      }
    }
    return matches;
  }
}
