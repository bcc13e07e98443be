/**
 * Phrases by their words' stems, one level a word. Under `''` stands which concepts a phrase that ends here names; under
 * `_` what follows any one word, under `~` what follows at most three; under `#` what follows a number.
 */
export interface PhraseTree {
  readonly [stem: string]: PhraseTree | readonly number[];
}

/** The lexicon of one language as `npm run content` compiles it from content/<language>/lexicon. */
export interface CompiledLexicon {
  /** What a `''` in the tree counts into: names of concepts and of cues. */
  readonly concepts: readonly string[];
  readonly tree: PhraseTree;
  /** Other spellings of everyday words (cant, jsuis, u), and the words they stand for. */
  readonly spellings: Readonly<Record<string, string>>;
  /** Stems of real words that are one typo, or an elision, away from a stem of the tree: never taken for it. */
  readonly realWords: readonly string[];
  /** How each cue works, by its name. */
  readonly cues: Readonly<Record<string, Cue>>;
}

/** What makes a mention no complaint of today (ConText, Harkema 2009). */
export type Context = 'negated' | 'hypothetical' | 'past' | 'other' | 'figurative' | 'quoted';

/**
 * Words that put what stands beside them into a context. `but` ends a scope; so does a `subject` behind a comma or an
 * "and"; `until` behind a mention takes back its "no"; `none` only keeps a shorter cue within it from counting.
 * A cue that `covers` tells of its own words alone (an idiom); one of a `sentence` of all that stands in it.
 */
export interface Cue {
  readonly context: Context | 'but' | 'subject' | 'until' | 'none';
  readonly reach: 'forward' | 'backward' | 'both' | 'covers' | 'sentence';
}
