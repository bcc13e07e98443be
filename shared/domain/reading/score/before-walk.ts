import { isOneTypoApart } from '../lexicon/edit-distance.ts';
import type { Before } from './before.ts';
import type { ScoreText } from './score-text.ts';
import { everything, type WordClass } from './word-class.ts';

/** What was passed on the way from a number to the left. */
export interface Walk {
  /** Where the walk has come to: what ends here is read next. */
  at: number;
  from: number;
  doubtful: boolean;
  denied: boolean;
  preposition: boolean;
  /** "Is" or "was" was passed: what stands before it is what the number is said of. */
  copula: 'is' | 'was' | undefined;
  now: boolean;
  counts: boolean;
  /** An "à" was passed that may lead to a time of day. */
  when: boolean;
  named: boolean;
  article: boolean;
  label: boolean;
  /** "Le 3": a day of the month, unless a verb leads to it. */
  readonly day: boolean;
}

/** A walk that begins at a number; `day`: "le" stands before it. */
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

/** What the walk back from a number has gathered, once it stops at that kind of word. */
export const end = (walk: Walk, kind: Before['kind']): Before => ({
  kind,
  from: walk.from,
  denied: walk.denied,
  // "Pain was 6" needs to hear when.
  doubtful: walk.doubtful,
  isPast: walk.copula === 'was',
  counts: walk.counts,
  isNamed: walk.named,
  hasCopula: walk.copula !== undefined,
  hasArticle: walk.article,
  isLabel: walk.label,
  isOtherThing: false,
});

/** PIAN 6, payn 6: the keyword with a typo, right before the number; not a word of everyday life. */
const likePain = new Set(
  'paid pair pail pan pin pawn plain paint main pant rain gain vain spain page path part park pack past pays paix pari pas pai'.split(
    ' ',
  ),
);
/** Whether a word is PAIN with one typo, and no word of everyday life. */
export const isPainMistyped = (word: string): boolean =>
  !likePain.has(word) && word.startsWith('p') && isOneTypoApart('pain', word);

/** Where the number is said of nothing that is named: a clause begins with it. */
export const atStart = (walk: Walk): Before => {
  if (walk.copula !== undefined || (walk.article && walk.preposition)) return end(walk, 'said');
  if (walk.preposition) return end(walk, 'other');
  if (walk.now) return end(walk, 'now');
  return end(walk, 'bare');
};

/** Words that are said of many things; "the number", "le chiffre" are those that we ask for. */
const ofManyThings = /^(?:level|levels|score|scores)$/;

/** Whether a word of no known meaning stands right before: it says whose level or score follows. "Me score" is one's own. */
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
  // "La fatigue c'est 3", "the shoulder it's a 6", "stress level 9".
  const of =
    name === 'says-score' || name === 'score-named'
      ? text.longestUpTo(from, ['other-part', 'other-measure'])
      : undefined;
  if (of !== undefined && !text.isLineStart(from))
    return { ...end(walk, 'said'), doubtful: true, isOtherThing: of.name === 'other-measure' };
  // "Noise level 4": a level of what is not known.
  if (name === 'score-named' && isOfUnknown(text, from)) walk.doubtful = true;
  walk.named = name === 'pain-named' || name === 'back-named';
  return end(walk, name === 'pain-named' && walk.copula === undefined ? 'pain' : 'said');
};
