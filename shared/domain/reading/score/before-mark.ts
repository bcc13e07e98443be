import type { Before } from './before.ts';
import { anchored, atStart, end, isPainMistyped, type Walk } from './before-walk.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { anchors, everything, passed } from './word-class.ts';

/** Marks that may stand between "pain" and its number. */
const joining = new Set([':', '=', '-', '>', ',', '.', '(', '"', '*', '¤', '…', "'", '/', '–']);
const ownHeading = new Set('i we je j on diary journal book carnet record register log number chiffre'.split(' '));
/** "Stairs: 8", "before the operation = 9": what stands before the sign is what the number is said of, and is not known. */
const isHeading = (text: ScoreText, to: number, at: number): boolean => {
  if (text.isLineStart(to) || !/^[:=]$/.test(text.tokens[at - 1]?.text ?? '')) return false;
  const last = text.tokens[to - 1]?.text ?? '';
  if (/^(?:19|20)\d\d$/.test(last)) return true;
  if (text.tokens[to - 1]?.kind === 'number' || text.tokens[to - 2]?.kind === 'number') return false;
  // "I answer quickly: 5", "number for the diary: 6" are the person's own sentences.
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

/** Past a mark: the pain named before it ("pain: 6", "back - 5"), or nothing that tells. */
export const beforeMark = (text: ScoreText, at: number, walk: Walk, number: NumberSpan): Before => {
  let to = at;
  while (to > 0 && (joining.has(text.tokens[to - 1]?.text ?? '') || text.isMark(to - 1))) to -= 1;
  const headingEnd = to;
  const endsSentence = text.tokens[to - 1]?.sentence !== text.tokens[at]?.sentence;
  for (let steps = 0; steps < 6 && !text.isLineStart(to); steps += 1) {
    const name = text.longestUpTo(to, everything);
    if (name === undefined) break;
    // "3 h de sommeil, 7" tells of two things.
    if (name.name === 'other-measure' && text.tokens[at - 1]?.text === ',') break;
    if ((name.name === 'other-part' || name.name === 'other-measure') && !endsSentence)
      return { ...end(walk, 'said'), doubtful: true, isOtherThing: name.name === 'other-measure' };
    if (anchors.includes(name.name)) {
      return anchored(text, name.name, name.from, walk);
    }
    if (endsSentence || (name.name !== 'link' && name.name !== 'right-now' && name.name !== 'copula')) break;
    to = name.from;
  }
  if (!endsSentence && !number.outOfTen && isHeading(text, headingEnd, at))
    return { ...end(walk, 'said'), doubtful: true };
  return atStart(walk);
};
