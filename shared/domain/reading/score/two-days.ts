import type { NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';

type Day = 'today' | 'yesterday' | 'night';
/** A day, and where its words stand. */
interface Named {
  readonly day: Day;
  readonly at: number;
  readonly to: number;
}

/** Whether words of a day name none: "la" may be an article, and "for now" is no day of its own. */
const isNoDay = (text: ScoreText, at: number): boolean =>
  /^(?:la|present|lunch|midday)$/.test(text.tokens[at]?.text ?? '');

const classes = [
  ['yesterday', 'yesterday'],
  ['this-night', 'night'],
  ['right-now', 'today'],
] as const;

/** The days that a text names, in order. The longest words at a place tell which day it is. */
const daysOf = (text: ScoreText): readonly Named[] => {
  const days: Named[] = [];
  for (let at = 0; at < text.tokens.length; at += 1) {
    const before = days.at(-1);
    if (before !== undefined && at < before.to) continue;
    let found: Named | undefined;
    for (const [name, day] of classes) {
      const to = text.startsAt(at, name);
      if (to !== undefined && to > (found?.to ?? at) && !isNoDay(text, at)) found = { day, at, to };
    }
    if (found !== undefined) days.push(found);
  }
  return days;
};

/** Whether a number is in doubt, whatever its day. */
const isOpen = ({ number, before, behind, doubt, isTakenBack, isOtherDay }: NumberRole): boolean =>
  number.form !== 'plain' ||
  before.doubtful ||
  before.denied ||
  behind.kind === 'counted' ||
  behind.kind === 'maybe-counted' ||
  isTakenBack ||
  isOtherDay ||
  (doubt !== undefined && !ofDays.has(doubt));
const ofDays = new Set(['its day is not clear', 'it was, and nobody knows when']);

/** Two numbers, each with a day of its own. `isSure`: nothing leaves open which is today's. */
export interface TwoDays {
  readonly today: NumberRole;
  readonly isSure: boolean;
}

/**
 * Reads two numbers of two named days, each day before its number or each behind: "yesterday was 4, today 7", "7 last
 * night, 3 this morning". Undefined if anything else is counted, compared or left open.
 */
export const readTwoDays = (text: ScoreText, roles: readonly NumberRole[]): TwoDays | undefined => {
  const told = roles.filter(({ number, behind }) => number.value !== null && behind.kind !== 'counted');
  const days = daysOf(text);
  const [first, second, ...more] = told;
  const [one, two, ...others] = days;
  if (first === undefined || second === undefined || one === undefined || two === undefined) return undefined;
  if (more.length > 0 || others.length > 0 || (one.day === 'today') === (two.day === 'today')) return undefined;
  const isBeforeEach = one.to <= first.number.from && two.at >= first.number.to && two.to <= second.number.from;
  const isBehindEach = one.at >= first.number.to && one.to <= second.number.from && two.at >= second.number.to;
  // In "yesterday 6, 4 today" the first number may as well correct the score of YDAY.
  const isAround = one.to <= first.number.from && two.at >= second.number.to;
  if (!(isBeforeEach || isBehindEach || isAround)) return undefined;
  // "Yesterday were a 7 but I'm down to a 4 today".
  const isTurned = text.tokens.some(
    (_, at) => at > first.number.to && at < second.number.from && text.endsAt(at, 'clause-start') !== undefined,
  );
  const today = one.day === 'today' ? first : second;
  const past = one.day === 'today' ? two : one;
  return { today, isSure: past.day === 'yesterday' && (!isAround || isTurned) && !isOpen(today) };
};
