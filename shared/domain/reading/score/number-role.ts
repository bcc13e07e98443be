import type { Before } from './before.ts';
import { readBefore } from './before-number.ts';
import { readBehind } from './behind-number.ts';
import type { Behind } from './behind-rules.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { isOfClock, isPartOfLongNumber } from './not-a-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { situate } from './situate-number.ts';

/** A number with the role that its surroundings give it. */
export interface NumberRole {
  readonly number: NumberSpan;
  readonly before: Before;
  readonly behind: Behind;
  readonly certainty: Certainty;
  readonly day: 'today' | 'yesterday';
  readonly isOtherDay: boolean;
  readonly isTakenBack: boolean;
  /** Why it is open whether the number is meant, whose it is, or of which day. */
  readonly doubt: string | undefined;
  /** The number is another day's or only hoped for. */
  readonly isElsewhere: boolean;
}

/** The role of each number of a text, from what stands around it. */
export const readRoles = (text: ScoreText): readonly NumberRole[] =>
  text.numbers.map((number): NumberRole => {
    const before = readBefore(text, number);
    const behind = readBehind(text, number, before);
    const situation = situate(text, number, before);
    const certainty =
      isPartOfLongNumber(text, number) || isOfClock(text, number)
        ? 'other'
        : certaintyOf({ text, number, before, behind, situation });
    return {
      number,
      before,
      behind,
      certainty,
      day: situation.day,
      isOtherDay: situation.isOtherDay,
      isTakenBack: situation.isTakenBack,
      doubt: situation.doubt,
      isElsewhere: situation.isElsewhere,
    };
  });

/** Whether a minus belongs to the number: "-1" is below the scale. "- 1" begins a list. */
export const isNegative = (text: ScoreText, { number }: NumberRole): boolean => {
  const [sign, digits] = [text.tokens[number.from - 1], text.tokens[number.from]];
  return sign?.text === '-' && sign.end === digits?.start;
};
