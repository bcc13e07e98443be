import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before.ts';
import type { ScoreText } from './score-text.ts';
import { everything, type WordClass } from './word-class.ts';

/** What a walk to the left of a number has passed so far. */
export interface Walk {
  /** Where the walk has come to. What ends here is read next. */
  at: number;
  from: number;
  doubtful: boolean;
  denied: boolean;
  preposition: boolean;
  /** "Is" or "was" was passed. What stands before it is what the number is said of. */
  copula: 'is' | 'was' | undefined;
  now: boolean;
  counts: boolean;
  /** An "à" that may lead to a time of day was passed. */
  when: boolean;
  named: boolean;
  article: boolean;
  label: boolean;
  /** "Le" stands before the number, which is a day of the month unless a verb leads to it. */
  readonly day: boolean;
}

/** A walk that begins at a number. `day`: "le" stands before it. */
export const startWalk = (from: number, day: boolean): Walk => ({
  at: from,
  from,
  doubtful: false,
  denied: false,
  preposition: false,
  copula: undefined,
  now: false,
  counts: false,
  when: false,
  named: false,
  article: false,
  label: false,
  day,
});

/** What the walk has found once it stops at words of that kind. */
export const end = (walk: Walk, kind: Before['kind']): Before => ({
  kind,
  from: walk.from,
  denied: walk.denied,
  // "Pain was 6" is of an unknown day.
  doubtful: walk.doubtful,
  isPast: walk.copula === 'was',
  counts: walk.counts,
  isNamed: walk.named,
  hasCopula: walk.copula !== undefined,
  hasArticle: walk.article,
  isLabel: walk.label,
  isOtherThing: false,
});

/**
 * Everyday words that are one typo away from PAIN. Only what is none of them is read as the mistyped keyword: "PIAN 6",
 * "payn 6".
 */
const likePain = new Set(
  'paid pair pail pan pin pawn plain paint main pant rain gain vain spain page path part park pack past pays paix pari pas pai'.split(
    ' ',
  ),
);
/** Whether a word is PAIN with one typo, and no everyday word. */
export const isPainMistyped = (word: string): boolean =>
  !likePain.has(word) && word.startsWith('p') && isOneTypoApart('pain', word);

/** What a number is that begins its clause, so that nothing is named before it. */
export const atStart = (walk: Walk): Before => {
  if (walk.copula !== undefined || (walk.article && walk.preposition)) return end(walk, 'said');
  if (walk.preposition) return end(walk, 'other');
  if (walk.now) return end(walk, 'now');
  return end(walk, 'bare');
};

/** Words that are said of many things. "The number" and "le chiffre" are not among them, because those are what we ask for. */
const ofManyThings = /^(?:level|levels|score|scores)$/;

/** Whether an unknown word stands right before a "level" or "score" and says whose it is. "Me score" is one's own. */
const isOfUnknown = (text: ScoreText, at: number): boolean => {
  const thing = text.tokens[at];
  let to = at;
  while (/^(?:is|was|at|a|the|est|etait|on)$/.test(text.tokens[to - 1]?.text ?? '') && !text.isLineStart(to)) to -= 1;
  const owner = text.tokens[to - 1];
  if (owner?.kind !== 'word' || owner.clause !== thing?.clause || text.isLineStart(to)) return false;
  return ofManyThings.test(thing.text) && owner.text.length > 2 && text.longestUpTo(to, everything) === undefined;
};

/** What a named anchor (the pain, the back, a word for scores) that begins at token `from` makes of the number behind it. */
export const anchored = (text: ScoreText, name: WordClass, from: number, walk: Walk): Before => {
  walk.from = from;
  // Something else may be named there: "la fatigue c'est 3", "the shoulder it's a 6", "stress level 9".
  const of =
    name === 'says-score' || name === 'score-named'
      ? text.longestUpTo(from, ['other-part', 'other-measure'])
      : undefined;
  if (of !== undefined && !text.isLineStart(from))
    return { ...end(walk, 'said'), doubtful: true, isOtherThing: of.name === 'other-measure' };
  // "Noise level 4" is a level of something unknown.
  if (name === 'score-named' && isOfUnknown(text, from)) walk.doubtful = true;
  walk.named = name === 'pain-named' || name === 'back-named';
  return end(walk, name === 'pain-named' && walk.copula === undefined ? 'pain' : 'said');
};
