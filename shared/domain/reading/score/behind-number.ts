import type { Before } from './before.ts';
import { type Behind, isCourtesy, type Rule, signs, telling, type View } from './behind-rules.ts';
import { article, known, strange } from './behind-word-rules.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';

/** The words behind a number are read for at most this many steps. */
const mostSteps = 24;

const gluedKind = (text: ScoreText, number: NumberSpan): Behind['kind'] | undefined => {
  const first = text.tokens[number.to];
  if (first === undefined || first.start !== text.tokens[number.to - 1]?.end) return undefined;
  if (/^['"]$/.test(first.text)) {
    const lead = text.tokens.slice(Math.max(0, number.from - 12), number.from);
    return lead.some((token) => token.text === first.text) ? undefined : 'counted';
  }
  return first.text === '+' || first.text === '^' ? 'doubtful' : undefined;
};

const firstOf = (rules: readonly Rule[], view: View): Behind['kind'] | 'pass' | undefined => {
  for (const { read } of rules) {
    const kind = read(view);
    if (kind !== undefined) return kind;
  }
  return undefined;
};

/** What a step to the right makes of a number, by the first rule that tells something. */
const kindAt = (view: View, isApology: boolean): Behind['kind'] | 'pass' => {
  const bySign = firstOf(signs, view) ?? article.read(view);
  if (bySign !== undefined) return bySign;
  if (isApology) return 'pass';
  return strange.read(view) ?? firstOf(known, view) ?? 'note';
};

/** Reads from a number to the right until something tells what it is. */
export const readBehind = (text: ScoreText, number: NumberSpan, before: Before): Behind => {
  const glued = gluedKind(text, number);
  if (glued !== undefined) return { kind: glued, now: false };
  let [now, parted, greeted] = [false, false, false];
  let at = number.to;
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const token = text.tokens[at];
    if (token === undefined) return { kind: 'end', now };
    parted ||= text.isLineStart(at);
    const name = text.longestFrom(at, telling);
    const view: View = {
      ...{ text, number, before, at, name, now, parted, greeted },
      word: token.text,
      next: text.tokens[at + 1]?.text ?? '',
      isFirst: steps === 0,
    };
    const isApology = isCourtesy(view);
    const kind = kindAt(view, isApology);
    now ||= name?.name === 'right-now';
    if (kind !== 'pass') return { kind, now };
    const isSign = text.isMark(at);
    parted ||= isSign && token.text !== '¤';
    greeted ||= isApology || (!isSign && name?.name === 'opening');
    at = isSign || isApology ? at + 1 : (name?.to ?? at + 1);
  }
  return { kind: 'note', now };
};
