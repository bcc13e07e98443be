import type { Before } from './before.ts';
import { readBefore } from './before-number.ts';
import { readBehind } from './behind-number.ts';
import type { Behind } from './behind-rules.ts';
import { type Certainty, certaintyOf } from './certainty.ts';
import { isOfClock, isPartOfLongNumber } from './not-a-number.ts';
import type { NumberSpan } from './read-numbers.ts';
import type { ScoreText } from './score-text.ts';
import { situate } from './situate-number.ts';

/** A number, and the role that what stands around it gives it. */
export interface NumberRole {
  readonly number: NumberSpan;
  readonly before: Before;
  readonly behind: Behind;
  readonly certainty: Certainty;
  readonly day: 'today' | 'yesterday';
  readonly isOtherDay: boolean;
  readonly isTakenBack: boolean;
  /** Something beside it leaves open whether it is meant, or whose or which day's it is. */
  readonly doubt: string | undefined;
  /** Somebody else's, another day's, hoped for. */
  readonly isElsewhere: boolean;
}

/** The role that what stands around each number of a text gives it. */
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
