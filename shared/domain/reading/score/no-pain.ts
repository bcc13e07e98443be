import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

const none = /^(?:no|without|aucune|sans|zero)$/;
const harmless: readonly WordClass[] = ['opening', 'right-now', 'back-named'];
const around = new Set(
  'i am have has got there is had j ai je n je ne il y a rien tout nothing a at all whatsoever du tout so far in my the today de ni'.split(
    ' ',
  ),
);

/** Other ways to say "no pain", each as a sequence of words. */
const sayings = ['pain free', 'pain - free', 'painfree', 'n ai pas mal'].map((saying) => saying.split(' '));

/** Words that mean no pain if nothing else is told. */
const maybeNone =
  /^(?:nowt|nil|neant|nada)$|\b(?:none (?:whatsoever|at all)|not a twinge|nothing pain|nothing hurts?|rien (?:ne|me) fait mal)\b/;
const mostWords = 9;

/** Where a "no pain" that begins at this place ends; undefined if none begins. */
const noPainFrom = (text: ScoreText, at: number): number | undefined => {
  const word = (far: number): string => text.tokens[at + far]?.text ?? '';
  const isNotAny = word(0) === 'pas' && /^(?:de|d)$/.test(word(1));
  if (isNotAny || none.test(word(0))) {
    const to = text.startsAt(at + (isNotAny ? 2 : 1), 'pain-named');
    if (to !== undefined && !/^(?:no|sans)$/.test(word(-1))) return to;
  }
  const saying = sayings.find((words) => words.every((said, far) => word(far) === said));
  return saying === undefined ? undefined : at + saying.length;
};

/** Where "no pain" stands in a text: its first token, and the one behind its last. */
const noPainAt = (text: ScoreText): { readonly from: number; readonly to: number } | undefined => {
  for (let from = 0; from < text.tokens.length; from += 1) {
    const to = noPainFrom(text, from);
    if (to !== undefined) return { from, to };
  }
  return undefined;
};

const areHarmless = (text: ScoreText, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) {
    const token = text.tokens[at];
    if (token === undefined) return true;
    const name = text.longestFrom(at, harmless);
    if (name !== undefined) at = name.to - 1;
    else if (token.text === '?' || (token.kind !== 'mark' && !around.has(token.text))) return false;
  }
  return true;
};

/**
 * Reads "no pain" and its like. `plain` if the text says nothing else, `doubtful` if another clause says more ("no pain,
 * slept well"). Undefined for anything else ("no pain relief").
 */
export const readNoPain = (
  text: ScoreText,
): { readonly certainty: 'plain' | 'doubtful'; readonly yesterday: boolean } | undefined => {
  const found = noPainAt(text);
  const said = text.tokens.filter(({ kind }) => kind === 'word').map((token) => token.text);
  const isShort = said.length <= mostWords && !text.tokens.some((token) => token.text === '?');
  if (found === undefined && isShort && maybeNone.test(said.join(' ')))
    return { certainty: 'doubtful', yesterday: false };
  if (found === undefined || !areHarmless(text, 0, found.from)) return undefined;
  const yesterdayTo = text.startsAt(found.to, 'yesterday');
  if (areHarmless(text, yesterdayTo ?? found.to, text.tokens.length))
    return { certainty: 'plain', yesterday: yesterdayTo !== undefined };
  let at = found.to;
  while (text.startsAt(at, 'right-now') !== undefined) at = text.startsAt(at, 'right-now') ?? at;
  const isParted = text.tokens[at]?.kind === 'mark' || text.isLineStart(at);
  return isParted ? { certainty: 'doubtful', yesterday: false } : undefined;
};
