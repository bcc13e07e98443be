/**
 * Phrases as a tree, one level a word, in which like branches are one: an automaton over numbered keys. Its lists are read
 * where they lie, so that nothing is built when they are loaded.
 */
export interface CompiledPhrases {
  /** The stems that phrases are made of, and with `=` before it a very form; sorted, one space between. */
  readonly words: string;
  /** Of each word how many keys it goes by. */
  readonly keyCounts: Uint16Array;
  /** The keys, word by word: a word's own, and those of the sets of words it belongs to that stand for one another. */
  readonly keys: Uint16Array;
  /** How many keys there are; the first are `fixedKeys`. */
  readonly keyCount: number;
  /** Of each node how many ways lead on. The last node is the root. */
  readonly wayCounts: Uint16Array;
  /**
   * The ways, node by node and in each by their keys: the key, and the node behind it; under the key `end` what a phrase
   * names that ends there, by its place among the concepts.
   */
  readonly wayKeys: Uint16Array;
  readonly wayNodes: Uint16Array;
}

/** Keys that are no words: the end of a phrase, at most three words, the end of a clause, any one word, a number, a year. */
export const fixedKeys = { end: 0, gap: 1, clauseEnd: 2, anyWord: 3, number: 4, year: 5 } as const;

/** The lexicon of one language as `npm run content` compiles it from content/<language>/lexicon. */
export interface CompiledLexicon extends CompiledPhrases {
  /** What the phrases of the tree name, by number: concepts and cues. */
  readonly concepts: readonly string[];
  /** Other spellings of everyday words (cant, jsuis, u), and the words they stand for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Words of this language's dialects, each with the one word it also stands for; the other language is left alone. */
  readonly dialect?: Readonly<Record<string, string>>;
  /** Those of the stems that no other word is a misspelling of: words of a class, which are many and short. Sorted. */
  readonly exactStems: string;
  /** Stems of real words that are one typo, or an elision, away from a stem of the vocabulary: never taken for it. Sorted. */
  readonly realWords: string;
  /** How each cue works, by its name. */
  readonly cues: Readonly<Record<string, Cue>>;
  /** Names among the concepts that are classes of words (units, prepositions of time): nothing is asserted of those. */
  readonly classes: readonly string[];
  /** Names of the concepts that are said to us, not of the body: a "no" in one still denies what stands behind it. */
  readonly ofService: readonly string[];
}

/** What makes a mention no complaint of today (ConText, Harkema 2009). */
export type Context = 'negated' | 'hypothetical' | 'past' | 'known' | 'other' | 'figurative' | 'quoted';

/**
 * Words that put what stands beside them into a context. `but` ends a scope; so does a `subject` behind a comma or an
 * "and"; `until` behind a mention takes back its "no"; `none` only keeps a shorter cue within it from counting.
 * `recent` ("since this morning") takes back a `past` or `known` that is farther off. `self` ("I") ends what was denied or
 * is somebody else's without any comma; `own` ("my") only what is somebody else's.
 * A cue that `covers` tells of its own words alone (an idiom); one of a `sentence` of all that stands in it up to a "but";
 * one `before` of all that was said before it, in its sentence and the one before.
 */
export interface Cue {
  readonly context: Context | 'but' | 'subject' | 'self' | 'own' | 'until' | 'recent' | 'none';
  readonly reach: 'forward' | 'backward' | 'both' | 'covers' | 'sentence' | 'before';
}
