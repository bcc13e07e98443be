import { isPlural } from './counted-thing.ts';
import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';
import { everything } from './word-class.ts';

/** Hr, hb, rr: letters that make no word; a sigh repeats its letters ("grr", "pff"). */
const abbreviation = /^(?!.*(.)\1)[bcdfghjklmnpqrstvwxz]{2,5}$/;
/** When it was, which leads to a score: "evening 6". */
const times = /^(?:morning|mornin|evening|afternoon|night|day|week|matin|matinee|soir|soiree|nuit|jour|journee)s?$/;
/** What is said of such a thing itself, before it: "my hr 5", "nb de pas 6", "resting hr". */
const beforeLabel = /^(?:my|the|total|nb|nombre|number|no|of|de|d|mes|le|les|la|ma|mon|resting|avg|average|max)$/;
/** "Glasses of water", "verres d'eau": as many words as may stand between. */
const longestName = 3;

/** Whether a word says what the number behind it measures or counts: a unit, the letters of a test. */
const isLabel = (text: ScoreText, at: number): boolean => {
  const word = text.tokens[at]?.text ?? '';
  if (times.test(word)) return false;
  if (text.startsAt(at, 'unit') !== undefined) return isPlural(word) || word.length <= 3;
  return text.longestUpTo(at + 1, everything) === undefined && abbreviation.test(word);
};

/** Whether a name of at most three words that ends before a token begins with a label. */
const isNamedBefore = (text: ScoreText, to: number, from: number): boolean => {
  const [head, ...rest] = text.tokens.slice(from, to);
  if (head === undefined || to - from > longestName || !isLabel(text, from)) return false;
  return rest.length === 0 || /^(?:of|de|d)$/.test(rest[0]?.text ?? '');
};

/**
 * Whether a number that nothing else tells about stands behind what it measures or counts, with which its text begins: "hr 5",
 * "steps 8", "hb 9 today", "verres d'eau 6"; or several things and a number are all that is said ("squats 10").
 */
export const isLabelled = (text: ScoreText, { number }: NumberRole): boolean => {
  const { from, to } = number;
  let name = 0;
  while (name < from && beforeLabel.test(text.tokens[name]?.text ?? '')) name += 1;
  if (isNamedBefore(text, from, name)) return true;
  return from === 1 && text.tokens.length === to && isPlural(text.tokens[0]?.text ?? '');
};
