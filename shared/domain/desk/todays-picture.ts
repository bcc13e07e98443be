import type { NoTipReason, TipExplanation } from '../tips/explain-day.ts';
import type { TipState } from '../tips/tip-outcome.ts';

/** Today's tips, counted: everybody who is with us stands in exactly one of the numbers. */
export interface TodaysPicture {
  readonly active: number;
  /** Their time is still to come today. */
  readonly toCome: number;
  /** Their time has come: in the queue, or with the provider. */
  readonly underWay: number;
  /** What came of those that were decided, by state. */
  readonly outcomes: Readonly<Partial<Record<TipState, number>>>;
  /** Skipped, or not to be sent, by reason. */
  readonly withoutTip: Readonly<Partial<Record<NoTipReason, number>>>;
}

/** Tips that nobody got, and whose person or whose clinic may want to know. */
const missed: ReadonlySet<TipExplanation['decision']> = new Set(['undelivered', 'failed', 'unknown']);
/** Days that are without a tip as they should be: by their own wish, or because no tip was theirs. */
const asItShouldBe: ReadonlySet<NoTipReason> = new Set([
  'already-given',
  'before-joining',
  'too-soon',
  'paused',
  'dose',
  'unanswered',
  'ended',
  'silent',
  'stopped',
]);

/** Whether somebody did not get their tip, and not because it was to be so. */
export const wentWithout = (tip: TipExplanation): boolean =>
  tip.decision === 'none' || tip.decision === 'skipped' ? !asItShouldBe.has(tip.reason) : missed.has(tip.decision);

const plusOne = <Key extends string>(
  counts: Readonly<Partial<Record<Key, number>>>,
  key: Key,
): Readonly<Partial<Record<Key, number>>> => ({ ...counts, [key]: (counts[key] ?? 0) + 1 });

const empty: TodaysPicture = { active: 0, toCome: 0, underWay: 0, outcomes: {}, withoutTip: {} };

const withTip = (picture: TodaysPicture, tip: TipExplanation): TodaysPicture => {
  const counted = { ...picture, active: picture.active + 1 };
  switch (tip.decision) {
    case 'none':
    case 'skipped':
      return { ...counted, withoutTip: plusOne(picture.withoutTip, tip.reason) };
    case 'to-come':
      return { ...counted, toCome: picture.toCome + 1 };
    case 'due':
    case 'claimed':
      return { ...counted, underWay: picture.underWay + 1 };
    case 'accepted':
    case 'sent':
    case 'delivered':
    case 'undelivered':
    case 'failed':
    case 'unknown':
      return { ...counted, outcomes: plusOne(picture.outcomes, tip.decision) };
  }
};

/** Counts the tips of everybody's today. */
export const countTips = (tips: Iterable<TipExplanation>): TodaysPicture => [...tips].reduce(withTip, empty);
