/**
 * Phrases as a tree with one level a word. Equal branches are shared, so that it is an automaton over numbered keys. The
 * arrays are read as they are, so that loading them builds nothing.
 */
export interface CompiledPhrases {
  /** The words that phrases are made of, sorted, with one space between: a stem, or with `=` before it one exact form. */
  readonly words: string;
  /** How many keys each word has. */
  readonly keyCounts: Uint16Array;
  /** The keys, word by word: the word's own key, and the keys of the sets of interchangeable words that it belongs to. */
  readonly keys: Uint16Array;
  /** The number of keys, of which the first are `fixedKeys`. */
  readonly keyCount: number;
  /** How many ways lead on from each node. The last node is the root. */
  readonly wayCounts: Uint16Array;
  /**
   * The ways, sorted by node and then by key: the key, and the node that it leads to. The key `end` leads to what a phrase
   * that ends there names, as its index among the concepts.
   */
  readonly wayKeys: Uint16Array;
  readonly wayNodes: Uint16Array;
}

/**
 * Keys that stand for no word of the lexicon: the end of a phrase, a gap of at most three words, the end of a clause, any
 * one word, a number, a year.
 */
export const fixedKeys = { end: 0, gap: 1, clauseEnd: 2, anyWord: 3, number: 4, year: 5 } as const;

/** The lexicon of one language as `npm run content` compiles it from content/<language>/lexicon. */
export interface CompiledLexicon extends CompiledPhrases {
  /** The names that the tree's phrases lead to, by index: concepts and cues. */
  readonly concepts: readonly string[];
  /** Other spellings of everyday words (cant, jsuis, u), with the words that they stand for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Dialect words of this language, each with the one word that it also stands for. Other languages do not use it. */
  readonly dialect?: Readonly<Record<string, string>>;
  /** Stems of word classes, which are many and short: no other word is taken for a misspelling of them. Sorted. */
  readonly exactStems: string;
  /**
   * Stems of real words that are one typo or an elision away from a stem of the vocabulary, and are never taken for it.
   * Sorted.
   */
  readonly realWords: string;
  /** How each cue works, by its name. */
  readonly cues: Readonly<Record<string, Cue>>;
  /** The names among the concepts that are word classes (units, prepositions of time), which have no contexts. */
  readonly classes: readonly string[];
  /** The names of concepts that are said to us rather than of the body: a "no" in one still denies what stands behind it. */
  readonly ofService: readonly string[];
}

/** What keeps a mention from being a complaint of today (ConText, Harkema 2009). */
export type Context = 'negated' | 'hypothetical' | 'past' | 'known' | 'other' | 'figurative' | 'quoted';

/**
 * Words that put what stands beside them into a context, or limit what other cues reach.
 * `but` ends a scope. So does a `subject` behind a comma or an "and". `self` ("I") ends a scope of denial or of somebody
 * else without any comma; `own` ("my") ends only that of somebody else. `until` behind a mention takes back its "no".
 * `recent` ("since this morning") takes back a `past` or `known` that is farther away. `none` only keeps a shorter cue
 * within it from counting.
 * A cue whose reach is `covers` tells of its own words alone, as an idiom does. One that reaches its `sentence` tells of
 * all that stands there up to a "but"; one that reaches `before` tells of all that was said before it, in its sentence and
 * the one before.
 */
export interface Cue {
  readonly context: Context | 'but' | 'subject' | 'self' | 'own' | 'until' | 'recent' | 'none';
  readonly reach: 'forward' | 'backward' | 'both' | 'covers' | 'sentence' | 'before';
}
