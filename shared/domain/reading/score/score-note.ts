import { cutNote } from '../text/normalise.ts';
import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';
import type { WordClass } from './word-class.ts';

const silent: readonly WordClass[] = [
  'opening',
  'right-now',
  'link',
  'pain-named',
  'back-named',
  'score-named',
  'says-score',
  'copula',
  'clause-start',
  'exclamation',
  'yesterday',
  'hedges',
  'courtesies',
];

/** Whether these words say more than a greeting, a "today" or the pain by name. */
const saysSomething = (text: ScoreText, from: number, to: number, names: readonly WordClass[]): boolean => {
  for (let at = from; at < to; at += 1) {
    if (text.tokens[at]?.kind === 'mark') continue;
    const name = text.longestFrom(at, names);
    if (name === undefined || name.to > to) return true;
    at = name.to - 1;
  }
  return false;
};

const pairs: Readonly<Record<string, string>> = { ')': '(', ']': '[', '"': '"', '”': '“', '»': '«', '’': '‘' };

/** Removes a closing quote or bracket whose opening was cut off with the number. */
const withoutLoneEnd = (note: string): string => {
  const last = note.at(-1) ?? '';
  const open = pairs[last];
  if (open === undefined) return note;
  const body = note.slice(0, -1);
  const count = (sign: string): number => body.split(sign).length - 1;
  const isPaired = open === last ? count(open) % 2 === 1 : count(open) > count(last);
  return isPaired ? note : body.trimEnd();
};

/** Words that only lead on to the score, and are no remark. */
const joins = new Set(['but', 'and', 'so', 'mais', 'et', 'donc', 'pis', 'n', 'faque', 'que']);
const after: readonly WordClass[] = ['right-now', 'pain-named', 'yesterday', 'this-night', 'hedges', 'courtesies'];

/** The person's own words around a score, without those that only say that it is one. Undefined if they say nothing more. */
export const noteAround = (text: ScoreText, { number, before }: NumberRole): string | undefined => {
  const { tokens, read } = text;
  const { original, normalised } = read;
  const behindFrom = tokens.findIndex((token, at) => at >= number.to && token.kind !== 'mark');
  const isQuoted = behindFrom > number.to && /^["“«']$/.test(tokens[behindFrom - 1]?.text ?? '');
  const behind =
    behindFrom >= 0 && (isQuoted || saysSomething(text, behindFrom, tokens.length, after))
      ? withoutLoneEnd(original.slice(normalised.at[tokens[behindFrom]?.start ?? 0]).trim())
      : '';
  let head = before.from;
  while (head > 0 && (tokens[head - 1]?.kind === 'mark' || joins.has(tokens[head - 1]?.text ?? ''))) head -= 1;
  const headEnd = tokens[head - 1]?.end;
  const ahead =
    headEnd !== undefined && saysSomething(text, 0, head, silent)
      ? original.slice(0, normalised.at[headEnd]).trim()
      : '';
  const note = [ahead, behind].filter((part) => part !== '').join(ahead === '' || behind === '' ? '' : ', ');
  return note === '' ? undefined : cutNote(note);
};
