import type { DayScore } from '../diary/diary-statistics.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import type { TipState } from '../tips/tip-outcome.ts';
import { type MeanChange, meanChange } from './mean-change.ts';
import type { RedFlagEvent } from './red-flag-event.ts';
import { hideSmall, leastCount, type ShownCount, someOf, total } from './small-counts.ts';

/** A month by its first and last day. */
export interface Month {
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/**
 * Who ended a subscription: the person, in whatever way, or a provider (the carrier's STOP, a bounce, a number that is
 * gone).
 */
export type EndedBy = 'themselves' | 'provider';

/** One person's month, by the dates of their own place. */
export interface PersonMonth {
  /** Whether they were with us when it began. */
  readonly atStart: boolean;
  /** Whether they joined, or came back, during it. */
  readonly joined: boolean;
  /** Who had ended the subscription of somebody who was no longer with us at the end of the month. */
  readonly goneBy?: EndedBy;
  readonly tips: readonly TipState[];
  /** Days of the month with a score, oldest first. */
  readonly days: readonly DayScore[];
  readonly letsClinicRead: boolean;
}

/** The counts that each outcome of a tip belongs to. */
const fates = {
  delivered: 'arrived',
  accepted: 'onItsWay',
  sent: 'onItsWay',
  undelivered: 'didNotArrive',
  failed: 'didNotArrive',
  unknown: 'inDoubt',
  skipped: 'notSent',
} as const satisfies Record<TipState, string>;
type TipFate = (typeof fates)[TipState];
const tipFates = ['arrived', 'onItsWay', 'didNotArrive', 'inDoubt', 'notSent'] as const satisfies readonly TipFate[];

/** How long red flags of the month waited until somebody had them, in ms. */
export interface WaitForAnswer {
  readonly median: number;
  /** The time by which nine in ten had been acknowledged. */
  readonly ninth: number;
}

/** The report of a month. An undefined count is hidden because it, or what it leaves of the others, is under five. */
export interface MonthReport {
  readonly month: Month;
  readonly withUs: number;
  readonly joined: ShownCount;
  readonly reported: ShownCount;
  /** The median number of days with a score, of people who reported any. */
  readonly medianDays?: number;
  /** The counts at the end of the month. */
  readonly atEnd: { readonly withUs: ShownCount } & Readonly<Record<EndedBy, ShownCount>>;
  readonly tips: { readonly all: ShownCount } & Readonly<Record<TipFate, ShownCount>>;
  /** Left out where nobody looks, or the month's red flags are no longer stored. */
  readonly redFlags?: {
    readonly all: ShownCount;
    readonly acknowledged: ShownCount;
    readonly wait?: WaitForAnswer;
  };
  /**
   * The change from the first week's mean to the last week's, of people who let the clinic read and reported in both.
   */
  readonly pain?: MeanChange;
}

const weekDays = 7;

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0;
const rising = (numbers: readonly number[]): readonly number[] => numbers.toSorted((a, b) => a - b);

const wasWithUs = ({ atStart, joined, tips }: PersonMonth): boolean => atStart || joined || tips.length > 0;

const meanIn = (days: readonly DayScore[], from: LocalDate, to: LocalDate): number | undefined => {
  const scores = days.flatMap(({ date, score }) => (date >= from && date <= to && score !== null ? [score] : []));
  return scores.length === 0 ? undefined : scores.reduce((sum, score) => sum + score, 0) / scores.length;
};

const painOf = (people: readonly PersonMonth[], { first, last }: Month): MeanChange | undefined =>
  meanChange(
    people.flatMap(({ letsClinicRead, days }) => {
      const before = meanIn(days, first, addDays(first, weekDays - 1));
      const after = meanIn(days, addDays(last, 1 - weekDays), last);
      return letsClinicRead && before !== undefined && after !== undefined ? [after - before] : [];
    }),
  );

const tipsOf = (people: readonly PersonMonth[]): MonthReport['tips'] => {
  const states = people.flatMap(({ tips }) => tips);
  const counts = tipFates.map((fate) => states.filter((state) => fates[state] === fate).length);
  const [arrived, onItsWay, didNotArrive, inDoubt, notSent] = hideSmall(counts);
  return { all: total(states.length), arrived, onItsWay, didNotArrive, inDoubt, notSent };
};

const atEndOf = (people: readonly PersonMonth[]): MonthReport['atEnd'] => {
  const gone = (by: EndedBy | undefined): number => people.filter(({ goneBy }) => goneBy === by).length;
  const [withUs, themselves, provider] = hideSmall([gone(undefined), gone('themselves'), gone('provider')]);
  return { withUs, themselves, provider };
};

const redFlagsOf = (flags: readonly RedFlagEvent[]): NonNullable<MonthReport['redFlags']> => {
  const waits = rising(
    flags.flatMap(({ at, acknowledgedAt }) => (acknowledgedAt === undefined ? [] : [acknowledgedAt - at])),
  );
  const wait = waits.length < leastCount ? {} : { wait: { median: quantile(waits, 0.5), ninth: quantile(waits, 0.9) } };
  return { all: total(flags.length), acknowledged: someOf(waits.length, flags.length), ...wait };
};

/**
 * Makes the report of a month; undefined for fewer than five people, about whom it could say nothing. `flags` are the
 * month's red flags, left out where there are none to report. No count under five appears in it, nor can one be found
 * by subtraction.
 */
export const reportMonth = (
  all: readonly PersonMonth[],
  flags: readonly RedFlagEvent[] | undefined,
  month: Month,
): MonthReport | undefined => {
  const people = all.filter(wasWithUs);
  const withUs = people.length;
  if (withUs < leastCount) return undefined;
  const count = (is: (person: PersonMonth) => boolean): ShownCount => someOf(people.filter(is).length, withUs);
  const reporting = rising(people.flatMap(({ days }) => (days.length === 0 ? [] : [days.length])));
  const pain = painOf(people, month);
  return {
    month,
    withUs,
    joined: count(({ joined }) => joined),
    atEnd: atEndOf(people),
    reported: count(({ days }) => days.length > 0),
    ...(reporting.length < leastCount ? {} : { medianDays: quantile(reporting, 0.5) }),
    tips: tipsOf(people),
    ...(flags === undefined ? {} : { redFlags: redFlagsOf(flags) }),
    ...(pain ? { pain } : {}),
  };
};
