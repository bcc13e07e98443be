import type { Token } from '../tokens.ts';
import { numberHeard } from './number-homophones.ts';
import { numberWords } from './number-words.ts';

/** A number of a text with all that belongs to it: halves, "out of 10", the second part of "twenty-two". */
export interface NumberSpan {
  /** The tokens that it spans; `to` exclusive. */
  readonly from: number;
  readonly to: number;
  /** The score that it spells (0 to 10 in halves); null if none. */
  readonly value: number | null;
  /** The plain whole number that it spells; null if none. */
  readonly whole: number | null;
  readonly outOfTen: boolean;
  /** The number is written in letters, so that "one" may be an article. */
  readonly spelled: boolean;
  /** An ending says that the number is rough: "4ish". */
  readonly roughly: boolean;
  /** `measured`: a unit is attached to it (20min, 7:30, L5). `range`: it holds two numbers (5-6, 5/6). */
  readonly form: 'plain' | 'measured' | 'range';
}

const score = /^(\d{1,2})([.,]0|[.,]5)?(\/10)?$/;
const rangeForm = /^(\d{1,2}(?:[.,]5)?)[-/](\d{1,2}(?:[.,]5)?)$/;

const scoreOf = (text: string): number | null => {
  const parts = score.exec(text);
  if (parts === null) return null;
  const [, whole = '', half = ''] = parts;
  if (whole.length > 1 && whole !== '10') return null;
  const value = Number(whole) + (half.endsWith('5') ? 0.5 : 0);
  return value <= 10 ? value : null;
};

const isRange = (text: string): boolean => {
  const parts = rangeForm.exec(text);
  return parts !== null && !text.endsWith('/10') && Number(parts[1]) <= 10 && Number(parts[2]) <= 10;
};

/** The number that a token is alone, in digits: `6`, `6.5`, `20min`. */
const digitsOf = (token: Token | undefined): string | undefined => {
  if (token === undefined) return undefined;
  if (token.kind === 'number') return token.text.replace(/^p(?=\d{1,2}$)/, '');
  const value = numberWords.get(token.text);
  return value === undefined ? undefined : String(value);
};

const half = new Set(['half', 'hauf', 'haf', 'alf', 'arf', 'arfe', 'demi', 'demie', 'demis', 'medio', 'media']);
const joiningHalf = new Set(['and', 'an', 'nd', 'et', 'pis', 'y', 'why', '&', 'n', 'e']);
const point = new Set(['point', 'virgule', 'comma', 'coma']);

/** Whether a word goes on behind a hyphen, so that "half" is none of the number: "a half-eaten scone". */
const goesOn = (tokens: readonly Token[], at: number, text: string): boolean => {
  const end = tokens[at]?.end ?? text.length;
  return /^-\p{L}/u.test(text.slice(end, end + 2));
};

/** How many tokens from `at` on make a half of the number before: "1/2", "and a half", "point five", "et demi". */
const halfAt = (tokens: readonly Token[], at: number, text: string): number => {
  const [first, second, third] = [tokens[at]?.text ?? '', tokens[at + 1]?.text ?? '', tokens[at + 2]?.text ?? ''];
  if (first === '1/2') return 1;
  if (joiningHalf.has(first) && half.has(second)) return goesOn(tokens, at + 1, text) ? 0 : 2;
  if (joiningHalf.has(first) && /^(?:an?|one)$/.test(second) && half.has(third))
    return goesOn(tokens, at + 2, text) ? 0 : 3;
  return point.has(first) && digitsOf(tokens[at + 1]) === '5' ? 2 : 0;
};

const marks = new Set(['marks', 'points', 'mark', 'point']);

/** The scale in words behind the number: "sur une échelle de dix", "on a scale of 1 to 10". */
const scaleInWords =
  /^(?:sur|on|in) (?:une|la|votre|a|the|your) (?:echelle|scale)(?: (?:de|of|from|out of))(?: (?:0|1|zero|un|one)(?: ?(?:-|a|to|through) ?))? ?(?:10|dix|ten)\b/;

/** How many words lead from the number to its scale: "out of", "/", "sur". */
const scaleLead = (first: string, second: string): number => {
  if (/^(?:out|oot)$/.test(first) && /^(?:of|o|a|ov|off|oh)$/.test(second)) return 2;
  return /^(?:\/|outta|outa|outof|sur|su|sr|over|upon)$/.test(first) ? 1 : 0;
};

/** How many tokens name the scale, and how many points it has: "out of 10", "/ 10", "sur dix". */
const scaleAt = (tokens: readonly Token[], at: number): { readonly count: number; readonly of: string } | undefined => {
  const skip = marks.has(tokens[at]?.text ?? '') ? 1 : 0;
  const [first, second] = [tokens[at + skip]?.text ?? '', tokens[at + skip + 1]?.text ?? ''];
  const scale = !/^(?:sur|on|in)$/.test(tokens[at + skip]?.text ?? '')
    ? null
    : scaleInWords.exec(
        tokens
          .slice(at + skip, at + skip + 9)
          .map((token) => token.text)
          .join(' '),
      );
  if (scale !== null) return { count: skip + scale[0].split(' ').length, of: '10' };
  const lead = scaleLead(first, second);
  const article = lead > 0 && /^(?:the|a)$/.test(tokens[at + skip + lead]?.text ?? '') ? 1 : 0;
  const of = digitsOf(tokens[at + skip + lead + article]);
  if (lead > 0 && of !== undefined) return { count: skip + lead + article + 1, of };
  // "7 of 10" and "8 from 10" are scores, "2 of 6" may be anything.
  const ten = digitsOf(tokens[at + skip + 1]);
  return /^(?:of|de|from)$/.test(first) && ten === '10' ? { count: skip + 2, of: '10' } : undefined;
};

/** The digits of a number that was misheard, as what stands behind it shows: "ate out of ten", "to point five". */
const digitsHeard = (tokens: readonly Token[], from: number, text: string): string | undefined => {
  const value = numberHeard(tokens[from]);
  if (value === undefined) return undefined;
  const isFramed =
    scaleAt(tokens, from + 1)?.of === '10' ||
    (point.has(tokens[from + 1]?.text ?? '') && halfAt(tokens, from + 1, text) > 0);
  return isFramed ? String(value) : undefined;
};

const isHyphen = (token: Token | undefined): boolean => token?.text === '-';

/** Where a larger number in words ends: "vingt-deux", "six hundred", "thirty eight". */
const largerEnd = (tokens: readonly Token[], from: number): number => {
  let to = from + 1;
  let largest = numberWords.get(tokens[from]?.text ?? '') ?? 0;
  for (;;) {
    const next = isHyphen(tokens[to]) ? to + 1 : to;
    const value = numberWords.get(tokens[next]?.text ?? '');
    if (value === undefined || Math.max(largest, value) < 20) return to;
    largest = Math.max(largest, value);
    to = next + 1;
  }
};

/** A second part beyond the scale makes a time or a date: 8.30, 30/11. */
const clockOrDate = /^\d{1,2}[.:]\d\d$|^\d{1,2}\/(?:1[12]|0\d)$/;

const tenthsMark = /^(?:et|and|point|virgule|pis)$/;
const roughly = /^(\d{1,2}(?:[.,]5)?)ish$/;

/** A number beyond the scale, which has no value here: "vingt-deux", "trente-huit et huit", "thirty-eight point two". */
const beyondScale = (tokens: readonly Token[], from: number, spelled: boolean): { readonly to: number } | undefined => {
  const to = spelled ? largerEnd(tokens, from) : from + 1;
  if (to === from + 1) return undefined;
  const hasTenths = tenthsMark.test(tokens[to]?.text ?? '') && digitsOf(tokens[to + 1]) !== undefined;
  return { to: hasTenths ? to + 2 : to };
};

/** Whether tenths follow that no score has: "thirty-eight point two". */
const hasOtherTenths = (tokens: readonly Token[], at: number): boolean =>
  point.has(tokens[at]?.text ?? '') && tokens[at + 1]?.kind !== 'mark' && digitsOf(tokens[at + 1]) !== undefined;

const readAt = (tokens: readonly Token[], from: number, original: string): NumberSpan | undefined => {
  const token = tokens[from];
  const digits = digitsOf(token) ?? digitsHeard(tokens, from, original);
  if (token === undefined || digits === undefined) return undefined;
  const spelled = token.kind === 'word';
  const valueless = { from, spelled, roughly: false, outOfTen: false, value: null, whole: null } as const;
  const beyond = beyondScale(tokens, from, spelled);
  if (beyond !== undefined) return { ...valueless, ...beyond, form: 'plain' };
  const approximate = roughly.exec(digits)?.[1];
  let text = approximate ?? digits;
  let to = from + 1;
  if (isRange(text)) return { ...valueless, to, form: 'range' };
  const halves = /^\d+$/.test(text) ? halfAt(tokens, to, original) : 0;
  if (halves === 0 && hasOtherTenths(tokens, to)) return { ...valueless, to: to + 2, form: 'plain' };
  if (halves > 0) text = `${text}.5`;
  to += halves;
  for (let scale = scaleAt(tokens, to); scale !== undefined; scale = scaleAt(tokens, to)) {
    to += scale.count;
    text = `${text}/${scale.of}`;
  }
  return {
    from,
    to,
    spelled,
    value: scoreOf(text),
    whole: /^\d{1,6}$/.test(text) ? Number(text) : null,
    outOfTen: text.endsWith('/10'),
    roughly: approximate !== undefined || /^ish$/.test(tokens[to]?.text ?? ''),
    form: /^[\d.,/]+$/.test(text) && !clockOrDate.test(text) ? 'plain' : 'measured',
  };
};

/** The numbers of a text in order, each with what belongs to it. `text` is what the tokens were read from. */
export const readNumbers = (tokens: readonly Token[], text: string): NumberSpan[] => {
  const numbers: NumberSpan[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const number = readAt(tokens, at, text);
    if (number === undefined) continue;
    numbers.push(number);
    at = number.to - 1;
  }
  return numbers;
};
