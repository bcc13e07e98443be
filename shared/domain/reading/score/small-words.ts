import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

/** Prepositions that make the number a time, a place or a goal, unless a pain stands before them: "at 6", "à 6", "for 6". */
export const prepositions = new Set([
  'at',
  'to',
  'of',
  'for',
  'on',
  'in',
  'from',
  'by',
  'de',
  'd',
  'du',
  'au',
  'en',
  'sur',
  'pour',
  'le',
  'les',
  'la',
  'vers',
  'par',
  'with',
  'my',
  'the',
  'dans',
  'mes',
  'nos',
]);
/**
 * Whether a small word before the number leads to a time of day. "À 6" does; "a 6" is a score, unless French words before
 * it show that the "a" has lost its accent.
 */
export const saysWhen = (text: ScoreText, at: number, number: NumberSpan): boolean => {
  const token = text.tokens[at];
  if (token?.text !== 'a' || number.outOfTen) return false;
  const { original, normalised } = text.read;
  const typed = original.slice(normalised.at[token.start], normalised.at[token.end]).normalize('NFC');
  if (/[àÀ]/.test(typed)) return true;
  const [two, one] = [text.tokens[at - 2]?.text ?? '', text.tokens[at - 1]?.text ?? ''];
  return /^(?:mal|douleurs?|hier|jusqu)$/.test(one) || (one === 'est' && two === 'c');
};

/** With one of these words beside it, "a" is the English article. */
const english = new Set(
  'is was be been of at on for like only just maybe about around and to me it as the than still with by makes another its today now this got up after so bout here'.split(
    ' ',
  ),
);
/** Endings that only English words have before an "a". */
const englishForm = /^(?!camping|parking|pied|shopping)\w+(?:ed|ing|ly)$/;
/** Whether an "a" is the English article and no French "à" without its accent. */
export const isEnglishArticle = (text: ScoreText, at: number): boolean => {
  const before = text.tokens[at - 1]?.text ?? '';
  return /^an?$/.test(text.tokens[at]?.text ?? '') && (english.has(before) || englishForm.test(before));
};
