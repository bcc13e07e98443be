import { unicodePattern } from '../text/unicode-pattern.ts';
import { keywordNumbers, numberTakers } from './keywords.ts';

interface Place {
  readonly text: string;
  /** Where it stands in the normalised text. */
  readonly start: number;
  readonly end: number;
}

/**
 * `score` is the NRS score that the number spells, or null. `measured` means that a unit is attached to it (20min, 7:30,
 * L5). `whole` is the plain whole number that it spells, if it is one.
 */
interface NumberToken extends Place {
  readonly kind: 'number';
  readonly score: number | null;
  readonly whole: number | null;
  readonly measured: boolean;
}

/** A word, a number, or a single other sign. */
export type KeywordToken = NumberToken | (Place & { readonly kind: 'word' | 'mark' });

/** A longer number means nothing to us, and is not examined. */
const longestNumber = 40;
const spelling = /^(\d{1,2})(\.0|[.,]5)?(\/10)?$/;
const withUnit =
  /^(?:\d+(?:[.,:h]\d+)?(?:s|secs?|mins?|h|hrs?|am|pm|km|m|k|mi|ft|mg|ml|g|kg|lbs?|x|st|nd|rd|th|er|e)|\d{1,2}[:h]\d\d|[lcst]\d{1,2}(?:[/-][lcst]?\d)?)$/;

const scoreOf = (text: string): number | null => {
  const parts = spelling.exec(text);
  if (parts === null) return null;
  const [, whole = '', half = ''] = parts;
  if (whole.length > 1 && whole !== '10') return null;
  const score = Number(whole) + (half.endsWith('5') ? 0.5 : 0);
  return score <= 10 ? score : null;
};

const numberToken = (text: string, start: number, end: number): NumberToken => ({
  kind: 'number',
  text,
  start,
  end,
  score: scoreOf(text),
  whole: /^\d{1,3}$/.test(text) ? Number(text) : null,
  measured: withUnit.test(text),
});

const wordOrMark = unicodePattern("([\\p{L}]+(?:'[\\p{L}]+)*)|[^\\p{L}]", 'gu');
const digit = unicodePattern('[\\p{N}]', 'u');

function* wordTokens(text: string, start: number): Generator<KeywordToken> {
  for (const match of text.matchAll(wordOrMark(text))) {
    const place = { text: match[0], start: start + match.index, end: start + match.index + match[0].length };
    const value = keywordNumbers.get(place.text);
    if (value !== undefined) yield numberToken(String(value), place.start, place.end);
    else yield { kind: match[1] === undefined ? 'mark' : 'word', ...place };
  }
}

/**
 * Splits a run without spaces that holds a digit. Signs around the number become tokens of their own, and "pain6" and
 * "pain:6" become a word and a number.
 */
function* numberTokens(text: string, start: number): Generator<KeywordToken> {
  let from = 0;
  let to = text.length;
  while (`"'(*/`.includes(text[from] ?? ' ')) from += 1;
  while (`"')*/.,!?;:`.includes(text[to - 1] ?? ' ')) to -= 1;
  const core = text.slice(from, to);
  const glued = core.length > longestNumber ? null : /^([a-z]+)([:=]?)(?=\d)/.exec(core);
  const word = glued?.[1] ?? '';
  yield* wordTokens(text.slice(0, from), start);
  if (glued !== null && numberTakers.has(word)) {
    yield* wordTokens(glued[0], start + from);
    from += glued[0].length;
  }
  const value = keywordNumbers.get(core.replace(/\/10$/, ''));
  yield numberToken(value === undefined ? text.slice(from, to) : `${value}/10`, start + from, start + to);
  yield* wordTokens(text.slice(to), start + to);
}

const wordsAt = (tokens: readonly KeywordToken[], from: number, count: number): string =>
  tokens
    .slice(from, from + count)
    .map((token) => token.text)
    .join(' ');

const halves = ['1/2', 'and a half', 'and half', '& a half', 'et demi', 'et demie', 'point 5', 'virgule 5'];
const scales = ['/ 10', 'out of 10', 'sur 10'];
/** A number over another scale than ten ("6 / 100", "6 out of 7") is one token and no score. */
const otherScale = /^(?:\/|out of|sur) [^ ]*\d/;

/** How many tokens behind a number belong to it, and what they make of it. */
const continuation = (
  tokens: readonly KeywordToken[],
  next: number,
  soFar: string,
): { count: number; text: string } => {
  const isWhole = /^\d+$/.test(soFar);
  const half = halves.find((words) => wordsAt(tokens, next, words.split(' ').length) === words);
  if (isWhole && half !== undefined) return { count: half.split(' ').length, text: `${soFar}.5` };
  const scale = scales.find((words) => wordsAt(tokens, next, words.split(' ').length) === words);
  if (scale !== undefined) return { count: scale.split(' ').length, text: `${soFar}/10` };
  const other = otherScale.exec(wordsAt(tokens, next, 3));
  if (other !== null) return { count: other[0].split(' ').length, text: `${soFar}/?` };
  return { count: 0, text: soFar };
};

const joinNumbers = (tokens: readonly KeywordToken[]): KeywordToken[] => {
  const joined: KeywordToken[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (token === undefined) break;
    if (token.kind !== 'number') {
      joined.push(token);
      continue;
    }
    let { text } = token;
    for (let part = continuation(tokens, i + 1, text); part.count > 0; part = continuation(tokens, i + 1, text)) {
      text = part.text;
      i += part.count;
    }
    const end = tokens[i]?.end ?? token.end;
    joined.push(text === token.text ? token : numberToken(text, token.start, end));
  }
  return joined;
};

/**
 * Splits a normalised text into words, numbers and signs, in order. "6 / 10", "six and a half" and "6 1/2" are one number
 * each.
 */
export const tokenise = (normalised: string): KeywordToken[] => {
  const tokens: KeywordToken[] = [];
  for (const match of normalised.matchAll(/\S+/gu)) {
    const read = digit(match[0]).test(match[0]) ? numberTokens : wordTokens;
    for (const token of read(match[0], match.index)) tokens.push(token);
  }
  return joinNumbers(tokens);
};
