import type { Intent } from './intent.ts';
import { commandOf } from './keywords.ts';
import type { Normalised } from './normalise.ts';
import { cutNote } from './normalise.ts';
import { isPlainNote } from './score-note.ts';
import * as shapes from './score-shapes.ts';
import type { Token } from './tokens.ts';

const unclear: Intent = { kind: 'unclear', about: 'score' };

/** No sentence that gives a score needs more before its number, and matching stays quick however long the mail. */
const longestShape = 40;

const shapeOf = (token: Token): string => {
  if (token.kind === 'number') return token.score === null ? 'X' : 'N';
  return token.text.replaceAll("'", '');
};

const canonical: ReadonlyMap<string, string> = new Map([
  ['pain', 'pain'],
  ['fix', 'fix'],
  ['yesterday', 'yday'],
]);

/** The first word with its typo mended: "pian 6". */
const mended = (tokens: readonly Token[]): readonly Token[] => {
  const [first, ...rest] = tokens;
  if (first?.kind !== 'word') return tokens;
  const meant = canonical.get(commandOf(first.text) ?? '');
  const known = /^(?:douleurs?|mal|hier|yesterdays?|corrige|corriger|correct|correction|pains)$/.test(first.text);
  return meant === undefined || known ? tokens : [{ ...first, text: meant }, ...rest];
};

interface Hit {
  readonly score: number;
  readonly number: Token;
  readonly after: readonly Token[];
  /** Where the number ends in the normalised text. */
  readonly from: number;
  /** The shape of what follows, with a space before each word. */
  readonly end: string;
}

const match = (head: Pick<RegExp, 'exec'>, tokens: readonly Token[]): Hit | undefined => {
  const shape = tokens.slice(0, longestShape).map(shapeOf).join(' ');
  const found = head.exec(shape);
  if (found === null) return undefined;
  const at = found[0].split(' ').length - 1;
  const number = tokens[at];
  if (number?.kind !== 'number' || number.score === null) return undefined;
  const after = tokens.slice(at + 1);
  return {
    score: number.score,
    number,
    after,
    from: number.end,
    end: after.map((token) => ` ${shapeOf(token)}`).join(''),
  };
};

/** The person's own words behind the number. */
const noteOf = (
  after: readonly Token[],
  read: Normalised,
  original: string,
): { note: string } | Record<never, never> => {
  const said = after.find((token) => token.kind !== 'mark');
  if (said === undefined) return {};
  return { note: cutNote(original.slice(read.at[said.start])).trim() };
};

const withNote = (kind: 'score' | 'yesterday', hit: Hit, read: Normalised, original: string): Intent => {
  if (shapes.momentEnd.test(hit.end)) return { kind, score: hit.score };
  const next = hit.after[0]?.start ?? hit.from;
  const parted = read.text.slice(hit.from, next).includes('\n');
  return isPlainNote(hit.after, parted, hit.number)
    ? { kind, score: hit.score, ...noteOf(hit.after, read, original) }
    : unclear;
};

/** A mail that is a number, then an empty line, then a greeting or a signature. */
const standsAlone = (hit: Hit, read: Normalised): boolean => {
  const [next] = hit.after;
  return next !== undefined && /\n[ \t]{0,9}\n\s{0,9}$/.test(read.text.slice(Math.max(0, next.start - 20), next.start));
};

const readNoPain = (shape: string): Intent | undefined => {
  if (shapes.noPain.test(shape)) return { kind: 'score', score: 0 };
  if (shapes.noPainYesterday.test(shape)) return { kind: 'yesterday', score: 0 };
  return shapes.noPainThenMore.test(`${shape} `) ? unclear : undefined;
};

/** The number, and what stands before it: pain by name, words that imply it, nothing, or a past tense. */
const findNumber = (
  tokens: readonly Token[],
  past: Hit | undefined,
): { readonly hit: Hit; readonly behind: 'pain' | 'words' | 'nothing' | 'past' } | undefined => {
  const bare = match(shapes.bareHead, tokens);
  if (bare?.number !== tokens[0]) {
    const pain = match(shapes.plainHead, tokens) ?? match(shapes.painHead, tokens);
    if (pain !== undefined) return { hit: pain, behind: 'pain' };
    const said = match(shapes.sayHead, tokens);
    if (said !== undefined) return { hit: said, behind: 'words' };
  }
  if (bare !== undefined) return { hit: bare, behind: 'nothing' };
  return past === undefined ? undefined : { hit: past, behind: 'past' };
};

/** "À 6" is a time of day, "à 6/10" and "est à 6" are scores; without its accent, it is French behind a French word. */
const saysWhen = (tokens: readonly Token[], hit: Hit, read: Normalised, original: string): boolean => {
  const at = tokens.indexOf(hit.number);
  const [before, word] = [tokens[at - 2]?.text ?? '', tokens[at - 1]];
  if (word?.text !== 'a' || hit.number.text.includes('/') || /^(?:est|etait|suis)$/.test(before)) return false;
  if (tokens.slice(0, at).some((token) => /^(?:niveau|level|score)$/.test(token.text))) return false;
  const typed = original.slice(read.at[word.start], read.at[word.end]).normalize('NFC');
  return (
    /[àÀ]/.test(typed) || tokens.slice(0, at).some((token) => /^(?:mal|douleurs?|dos|hier|c'?est)$/.test(token.text))
  );
};

const fromHead = (tokens: readonly Token[], read: Normalised, original: string): Intent | undefined => {
  const fix = match(shapes.fixHead, tokens);
  if (fix !== undefined) return shapes.harmlessEnd.test(fix.end) ? { kind: 'fix', score: fix.score } : unclear;
  const yesterday = match(shapes.yesterdayHead, tokens);
  if (yesterday !== undefined)
    return saysWhen(tokens, yesterday, read, original) ? unclear : withNote('yesterday', yesterday, read, original);
  const past = match(shapes.pastHead, tokens);
  if (past !== undefined && shapes.todayEnd.test(past.end)) return { kind: 'score', score: past.score };
  const found = findNumber(tokens, past);
  if (found === undefined) return undefined;
  const { hit, behind } = found;
  if (saysWhen(tokens, hit, read, original)) return unclear;
  if (shapes.yesterdayEnd.test(hit.end)) return { kind: 'yesterday', score: hit.score };
  if (behind === 'past') return unclear;
  if (shapes.harmlessEnd.test(hit.end)) return { kind: 'score', score: hit.score };
  if (behind === 'words') return shapes.momentEnd.test(hit.end) ? { kind: 'score', score: hit.score } : unclear;
  if (behind === 'pain' || standsAlone(hit, read)) return withNote('score', hit, read, original);
  // Whether "one of those days" is a number at all is for mayMeanScore to say.
  return undefined;
};

/** "6'" and 6" are feet and inches, unless the sign closes what another has opened. */
const isLength = (tokens: readonly Token[]): boolean =>
  tokens.some((token, at) => {
    const next = tokens[at + 1];
    if (token.kind !== 'number' || next === undefined || next.start !== token.end || !/^['"]$/.test(next.text))
      return false;
    return !tokens.slice(0, at).some((earlier) => earlier.text === next.text);
  });

/** "One of those days" and "no one" count nothing. */
const isArticle = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  return (
    token?.kind === 'number' && token.whole === 1 && (tokens[at + 1]?.kind === 'word' || tokens[at - 1]?.text === 'no')
  );
};

/** Whether a number was said that may have been meant as a score: better asked than passed over. */
const mayMeanScore = (tokens: readonly Token[], read: Normalised): boolean => {
  if (/\p{N}/u.test(read.text)) return true;
  const spelled = tokens.filter((token, at) => token.kind === 'number' && !isArticle(tokens, at)).length;
  if (spelled === 0) return false;
  // Spelled out in a long sentence without a word of pain, a number counts something else: "my two dogs".
  return spelled > 1 || tokens.length <= 5 || tokens.some((token) => /^(?:pain|douleur)$/.test(token.text));
};

/**
 * The score a reply gives, for today (`score`), for yesterday, or instead of the last one (`fix`). `unclear` if a number
 * was said that is not beyond doubt a score: a wrong number in a diary is the worst outcome, asking again is cheap.
 * Undefined if no number was said.
 */
export const readScore = (said: readonly Token[], read: Normalised, original: string): Intent | undefined => {
  const tokens = mended(said);
  if (isLength(tokens.slice(0, longestShape))) return unclear;
  const shape = tokens.slice(0, longestShape).map(shapeOf).join(' ');
  const intent = fromHead(tokens, read, original) ?? (tokens.length < longestShape ? readNoPain(shape) : undefined);
  if (intent !== undefined) return intent;
  if (tokens.length < longestShape && shapes.numberMissing.test(shape)) return unclear;
  return mayMeanScore(tokens, read) || /\bwrong number\b/.test(read.text) ? unclear : undefined;
};
