import type { Before } from './before.ts';
import { isCompared } from './compared-day.ts';
import { holds, leadWords, type Region } from './region.ts';
import type { ScoreText } from './score-text.ts';

/** "It was six", "would have been a 6": told of a time before now. */
export const isOfPast = (text: ScoreText, before: Before): boolean => {
  for (let at = before.from; at < before.from + 4; at += 1) {
    const [one, two] = [text.tokens[at]?.text ?? '', text.tokens[at + 1]?.text ?? ''];
    if (
      text.startsAt(at, 'would-have') !== undefined ||
      (/^(?:would|should|wouldve|shoulda|woulda)$/.test(one) && /^(?:have|of|a|be|been)$/.test(two))
    )
      return true;
  }
  return false;
};

const excuses = /^(?:sorry|apologies|desole|desolee|dsl|dslee|about|re|regarding|so|ok|oh|ah|alors|right|well|bon)$/;
/** "Sorry about yesterday. 4", "so yesterday. 4 I'd call it": a sentence that names the day and nothing else. */
const isSentenceOfDay = (text: ScoreText, at: number): boolean => {
  const to = text.startsAt(at, 'yesterday') ?? at;
  const sentence = text.tokens[at]?.sentence;
  if (text.tokens[to]?.kind !== 'mark' || text.tokens[to + 1]?.sentence === sentence) return false;
  for (let word = at - 1; text.tokens[word]?.sentence === sentence; word -= 1) {
    const { text: said = '', kind = 'mark' } = text.tokens[word] ?? {};
    if (kind === 'word' && !leadWords.has(said) && !excuses.test(said)) return false;
  }
  return true;
};

/** "I forgot yesterday. It was a 5": a day named in what was said before, with a reason why nothing was sent then. */
export const isOfDayBefore = (text: ScoreText, region: Region, before: Before): boolean => {
  if (before.kind === 'pain' || before.kind === 'now') return false;
  for (let at = 0; at < region.from; at += 1)
    if (
      text.startsAt(at, 'yesterday') !== undefined &&
      !isCompared(text, at) &&
      (before.isPast ||
        isOfPast(text, before) ||
        isSentenceOfDay(text, at) ||
        holds(text, { from: 0, to: text.tokens.length }, 'forgets'))
    )
      return true;
  return false;
};
