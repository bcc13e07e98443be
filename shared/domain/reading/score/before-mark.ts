import type { Before } from './before.ts';
import { anchored, atStart, end, isPainMistyped, type Walk } from './before-walk.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { anchors, everything, passed, type WordClass } from './word-class.ts';

/** At most this many concepts are passed behind a mark. */
const mostSteps = 6;
/** Marks that may stand between the pain and its number. */
const joining = new Set([':', '=', '-', '>', ',', '.', '(', '"', '*', '¤', '…', "'", '/', '–']);
const ownHeading = new Set('i we je j on diary journal book carnet record register log number chiffre'.split(' '));
/**
 * Whether the words before a colon or an equals sign are a heading: "stairs: 8", "before the operation = 9". The number is
 * said of it, and what it is stays unknown.
 */
const isHeading = (text: ScoreText, to: number, at: number): boolean => {
  if (text.isLineStart(to) || !/^[:=]$/.test(text.tokens[at - 1]?.text ?? '')) return false;
  const last = text.tokens[to - 1]?.text ?? '';
  if (/^(?:19|20)\d\d$/.test(last)) return true;
  if (text.tokens[to - 1]?.kind === 'number' || text.tokens[to - 2]?.kind === 'number') return false;
  // The person's own sentence is no heading: "I answer quickly: 5", "number for the diary: 6".
  for (let word = to - 1; word >= Math.max(0, to - 8) && !text.isLineStart(word + 1); word -= 1) {
    if (ownHeading.has(text.tokens[word]?.text ?? '')) return false;
    if ([...anchors, 'right-now' as const].some((name) => text.startsAt(word, name) !== undefined)) return false;
  }
  const name = text.longestUpTo(to, [
    ...anchors,
    ...passed,
    'right-now',
    'yesterday',
    'fixes',
    'exclamation',
    'copula',
    'this-night',
  ]);
  return name === undefined && !isPainMistyped(text.tokens[to - 1]?.text ?? '');
};

const extremes = /^(?:best|worst|lowest|highest|low|high|pire|meilleur|le|au)$/;
/**
 * What the words before a mark make of the number behind it. Undefined if they tell nothing; the words before them are read
 * then.
 */
const verdictAcross = (
  text: ScoreText,
  found: { readonly name: WordClass; readonly from: number },
  { at, endsSentence }: { readonly at: number; readonly endsSentence: boolean },
  walk: Walk,
): Before | 'stop' | undefined => {
  const { name, from } = found;
  // In "3 h de sommeil, 7" the comma parts two things.
  if (name === 'other-measure' && text.tokens[at - 1]?.text === ',') return 'stop';
  if ((name === 'other-part' || name === 'other-measure') && !endsSentence)
    return { ...end(walk, 'said'), doubtful: true, isOtherThing: name === 'other-measure' };
  // "Pire moment de la semaine : 9".
  if (
    name === 'bound' &&
    extremes.test(text.tokens[from]?.text ?? '') &&
    !endsSentence &&
    /^[:=]$/.test(text.tokens[at - 1]?.text ?? '')
  )
    return { ...end(walk, 'said'), doubtful: true };
  if (anchors.includes(name)) return anchored(text, name, from, walk);
  const isSmall = name === 'link' || name === 'right-now' || name === 'copula';
  return endsSentence || !isSmall ? 'stop' : undefined;
};

/** Reads over a mark to the left: the pain may be named there ("pain: 6", "back - 5"), or nothing that tells. */
export const beforeMark = (text: ScoreText, at: number, walk: Walk, number: NumberSpan): Before => {
  let to = at;
  while (to > 0 && (joining.has(text.tokens[to - 1]?.text ?? '') || text.isMark(to - 1))) to -= 1;
  const headingEnd = to;
  const endsSentence = text.tokens[to - 1]?.sentence !== text.tokens[at]?.sentence;
  for (let steps = 0; steps < mostSteps && !text.isLineStart(to); steps += 1) {
    const found = text.longestUpTo(to, everything);
    const verdict = found === undefined ? 'stop' : verdictAcross(text, found, { at, endsSentence }, walk);
    if (verdict === 'stop' || found === undefined) break;
    if (verdict !== undefined) return verdict;
    to = found.from;
  }
  if (!endsSentence && !number.outOfTen && isHeading(text, headingEnd, at))
    return { ...end(walk, 'said'), doubtful: true };
  return atStart(walk);
};
