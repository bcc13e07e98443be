import type { TwoScores } from '../../diary/diary.ts';
import type { ReadWords } from '../read-words.ts';
import { valuesOf } from './decide-plain.ts';
import { understood } from './lone-number.ts';
import { isNegative, type NumberRole } from './number-role.ts';
import type { ScoreText } from './score-text.ts';

/** More numbers than this are a telephone number in words, or a report. */
export const mostInLastResort = 4;

/** "5-6" in one; "8/5" says something else. */
const twoInOne = /^(\d{1,2}(?:[.,]5)?)-(\d{1,2}(?:[.,]5)?)$/;
const mostTen = 10;

const bothEnds = (text: ScoreText, { number }: NumberRole): TwoScores | undefined => {
  const parts = twoInOne.exec(text.tokens[number.from]?.text ?? '');
  const [first, second] = [parts?.[1], parts?.[2]].map((part) => Number(part?.replace(',', '.')));
  const isPair = first !== undefined && second !== undefined && first !== second && Math.max(first, second) <= mostTen;
  return isPair ? [first, second] : undefined;
};

/** Said of today, and of nothing that is counted, measured, denied or another's. */
const mayContend = (text: ScoreText, role: NumberRole): boolean =>
  role.certainty !== 'other' &&
  role.number.value !== null &&
  role.number.form === 'plain' &&
  role.day === 'today' &&
  !role.before.denied &&
  !role.isOtherDay &&
  !role.isElsewhere &&
  !role.isTakenBack &&
  role.behind.kind !== 'counted' &&
  !isNegative(text, role);

/** The two numbers that contend for the score of a text in which none is clear ("6 or 3", "5-6"); undefined for one or more. */
export const contendingIn = (read: ReadWords): TwoScores | undefined => {
  const { text, roles } = understood(read);
  if (text.numbers.length > mostInLastResort) return undefined;
  const said = roles().filter(({ certainty, number }) => certainty !== 'other' || number.form === 'range');
  const [only, ...others] = said;
  if (only?.number.form === 'range' && others.length === 0) return bothEnds(text, only);
  const [first, second, ...more] = valuesOf(said.filter((role) => mayContend(text, role)));
  const isPair = typeof first === 'number' && typeof second === 'number' && more.length === 0;
  return isPair && said.every(({ number }) => number.form === 'plain') ? [first, second] : undefined;
};
