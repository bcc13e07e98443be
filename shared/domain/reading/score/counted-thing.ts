import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

/** Whether a number is a time, a measure or beyond ten. */
export const isNoScore = (number: NumberSpan): boolean =>
  number.value === null && (number.form === 'measured' || (number.whole ?? 0) > 10);

/** Whether the number is a factor: "3×45 s", "3 x 12". */
const isFactor = (text: ScoreText, at: number): boolean =>
  text.tokens[at]?.text === '×' ||
  (/^[x*]$/.test(text.tokens[at]?.text ?? '') && text.tokens[at + 1]?.kind === 'number');

/**
 * Words that make no count with "of" behind them: "6 because of the rain", "a 7 kind of a day". Any other word does ("2
 * sups of tea").
 */
const beforeOf = new Set(
  'out because kind sort as instead ahead lack on short top full one some most all none outta cause'.split(' '),
);
const isCountOf = (text: ScoreText, at: number): boolean =>
  // The "of" may follow the number directly: "10 of that flexeril".
  (text.tokens[at]?.text === 'of' &&
    /^(?:the|that|this|those|these|them|my|his|her|our)$/.test(text.tokens[at + 1]?.text ?? '')) ||
  (text.tokens[at]?.kind === 'word' &&
    text.tokens[at + 1]?.text === 'of' &&
    !beforeOf.has(text.tokens[at]?.text ?? ''));

const pictured =
  /[\u{1F48A}\u{1F489}\u{1FA79}\u{1F37A}-\u{1F37E}\u{1F377}\u{1F943}\u2615\u{1F375}\u{1F6B6}\u{1F3C3}\u{1F95B}\u{1F36A}\u{1F4A7}\u23F0\u231A\u{1F550}-\u{1F567}]/u;

/** Whether a picture right behind the number is counted: "2 💊". */
const isCountedSign = (text: ScoreText, at: number): boolean => {
  const token = text.tokens[at];
  if (token?.text !== '¤') return false;
  const { original, normalised } = text.read;
  return pictured.test(String.fromCodePoint(original.codePointAt(normalised.at[token.start] ?? 0) ?? 0));
};

/** Whether what stands right behind a number shows by its form alone that it is counted. */
export const isCountedByForm = (text: ScoreText, at: number): boolean =>
  isCountedSign(text, at) || isFactor(text, at) || isCountOf(text, at);

/** Words that end in s and are no plural. */
const noPlural = /(?:ss|ous|us|is|as|ais|ois|fois|ens|wards|ways|times|stairs|haps|ides|doors)$/;
/** Whether a word has the form of a plural, in English or French. */
export const isPlural = (word: string): boolean => word.length > 3 && /[sx]$/.test(word) && !noPlural.test(word);

/**
 * Whether a word has the form of one that begins a remark: walking, stretched, badly, painful, stiffness; but not "sided",
 * "family", "tablet".
 */
export const looksLikeNote = (word: string): boolean =>
  word.length > 4 &&
  /(?:ing|ed|ly|ful|ness|ant|ment|ish|wards|stairs)$/.test(word) &&
  !/^(?:sided|family|belly|evening|tablet|plant|implant|ligament|apartment|appointment|treatment|swelling|stretching|shilling|wedding|meeting)$/.test(
    word,
  );

/** Whether the number counts what the adjectives behind it lead to: "2 bad knees", "1 bad knee", "6 long hours". */
export const isDescribedCount = (text: ScoreText, from: number, number: NumberSpan, parted: boolean): boolean => {
  let at = from;
  for (let to = text.startsAt(at, 'describes'); to !== undefined; to = text.startsAt(at, 'describes')) at = to;
  const head = text.tokens[at];
  if (parted || head?.kind !== 'word' || text.isLineStart(at)) return false;
  const isUnit = text.startsAt(at, 'unit') !== undefined;
  const isOpener =
    text.startsAt(at, 'opener') !== undefined && !(number.whole === 1 && text.startsAt(at, 'other-part') !== undefined);
  if (isPlural(head.text)) return isUnit || !isOpener;
  return (
    number.whole === 1 &&
    !number.outOfTen &&
    !isOpener &&
    text.startsAt(at, 'opening') === undefined &&
    !looksLikeNote(head.text)
  );
};
