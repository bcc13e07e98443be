import { isAmountOf, mayBeCounted } from './score-counted.ts';
import { staysOnToday } from './score-day.ts';
import { takesBack } from './score-taken-back.ts';
import type { Token } from './tokens.ts';

/** Behind a number, even after a comma, these make it a range, a guess, or the first of two. */
const alternatives = new Set(
  `or to till til until maybe perhaps possibly probably ish plus minus then half ou puis environ voire max maximum minimum
  tops atleast approx approximately roughly usually normally occasionally often sometimes generally typically average avg
  ever actually rather maxi mini souvent parfois rarement presque quasiment peut surement probablement possiblement
  generalement habituellement normalement approximativement ensuite
  recemment dernierement recently lately`.split(/\s+/),
);
const harmlessSigns = new Set([...`.,:;!()"'-&`]);

/** "One" counts nothing in "one of those days" and "no one"; it may be a second score at the end of a clause. */
const isFigureOfSpeech = (note: readonly Token[], at: number): boolean => {
  const token = note[at];
  const next = note[at + 1];
  return (
    token?.kind === 'number' &&
    token.whole === 1 &&
    token.end - token.start === 3 &&
    next?.kind === 'word' &&
    !isAmountOf(next)
  );
};

const startsWell = (note: readonly Token[], parted: boolean, number: Token): boolean => {
  const [first] = note;
  const said = note.findIndex((token) => token.kind !== 'mark');
  const firstSaid = note[said];
  if (first === undefined || (first.kind === 'mark' && !harmlessSigns.has(first.text))) return first === undefined;
  if (firstSaid === undefined) return true;
  if (firstSaid.kind === 'number') return isFigureOfSpeech(note, said) && note[said + 1]?.text === 'of';
  if (
    alternatives.has(firstSaid.text) ||
    (note.length === said + 1 && /^(?:no|nope|not|non|nan)$/.test(firstSaid.text))
  )
    return false;
  return parted || first.kind === 'mark' || !mayBeCounted(note, number);
};

const numbersAreMeasured = (note: readonly Token[]): boolean =>
  note.every(
    (token, at) =>
      token.kind !== 'number' ||
      (token.measured && note[at + 1]?.text !== '%') ||
      isAmountOf(note[at + 1]) ||
      isFigureOfSpeech(note, at),
  );

/**
 * Whether words that follow "PAIN 6" leave the 6 beyond doubt: no second candidate, no unit right behind it, no other
 * day, no correction. Numbers that plainly measure something (20 minutes) may follow. `parted`: a line end
 * is between. `number`: the 6.
 */
export const isPlainNote = (note: readonly Token[], parted: boolean, number: Token): boolean =>
  startsWell(note, parted, number) && numbersAreMeasured(note) && staysOnToday(note) && !takesBack(note, parted);
