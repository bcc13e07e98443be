/**
 * Phrases as a tree, one level a word, in numbers. Its keys are stems; `=word`, that very form; `@7`, any word of set 7 of
 * the alternatives; `_`, any one word; `~`, at most three; `#`, a number, `####`, a year; `$`, the end of a clause.
 */
export interface CompiledPhrases {
  /** All keys, one space between: a key's number is its place. */
  readonly keys: string;
  /**
   * The nodes, depth first, beginning with the root: of each how many phrases end there and the numbers of what they name,
   * then how many ways lead on, and of each its key and the node behind it.
   */
  readonly tree: readonly number[];
}

/** The lexicon of one language as `npm run content` compiles it from content/<language>/lexicon. */
export interface CompiledLexicon extends CompiledPhrases {
  /** What the phrases of the tree name, by number: concepts and cues. */
  readonly concepts: readonly string[];
  /** By word, the sets of words it belongs to that stand for one another in a place of some phrase. */
  readonly alternatives: Readonly<Record<string, readonly number[]>>;
  /** Other spellings of everyday words (cant, jsuis, u), and the words they stand for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Words of this language's dialects, each with the one word it also stands for; the other language is left alone. */
  readonly dialect?: Readonly<Record<string, string>>;
  /** The stems that phrases are made of, one space between: a single text is read from JSON ten times as fast as a list. */
  readonly vocabulary: string;
  /** Those of them that no other word is a misspelling of: words of a class, which are many and short. */
  readonly exactStems: string;
  /** Stems of real words that are one typo, or an elision, away from a stem of the vocabulary: never taken for it. */
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
