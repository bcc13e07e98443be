import type { LocalDate } from '../time/local-time.ts';
import type { NoTipReason, TipExplanation } from '../tips/explain-day.ts';
import type { SkipReason, TipState } from '../tips/tip-outcome.ts';
import type { TallyName } from './day-tally.ts';

/** The tips of one local date, wherever that date is. Everybody whose tip has an outcome is counted in one number. */
export interface DaysPicture {
  readonly date: LocalDate;
  readonly decided: number;
  /** How many of them went without a tip although they should have had one. */
  readonly missed: number;
  /** The outcomes of tips that were sent, by state. */
  readonly outcomes: Readonly<Partial<Record<Exclude<TipState, 'skipped'>, number>>>;
  /** The tips that were not sent, by reason. */
  readonly withoutTip: Readonly<Partial<Record<SkipReason, number>>>;
}

/** The states of tips that nobody got, and that their person or clinic may want to know about. */
const missed: ReadonlySet<string> = new Set(['undelivered', 'failed', 'unknown']);
/** The reasons for which a day is rightly without a tip: by their own wish, or because none was due. */
const asItShouldBe: ReadonlySet<string> = new Set<NoTipReason>([
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

/** Whether somebody went without a tip although they should have had one. */
export const wentWithout = (tip: TipExplanation): boolean =>
  tip.decision === 'none' || tip.decision === 'skipped' ? !asItShouldBe.has(tip.reason) : missed.has(tip.decision);

const skipped = 'skipped:';

/** The figures of a day, from its tallies, each of which counts some of its tips. */
export const pictureOf = (
  date: LocalDate,
  tallies: readonly Readonly<Partial<Record<TallyName, number>>>[],
): DaysPicture => {
  const outcomes: Record<string, number> = {};
  const withoutTip: Record<string, number> = {};
  let [decided, without] = [0, 0];
  for (const [name, count] of tallies.flatMap((tally) => Object.entries(tally))) {
    const reason = name.startsWith(skipped) ? name.slice(skipped.length) : undefined;
    const counts = reason === undefined ? outcomes : withoutTip;
    const key = reason ?? name;
    counts[key] = (counts[key] ?? 0) + count;
    decided += count;
    if (reason === undefined ? missed.has(name) : !asItShouldBe.has(reason)) without += count;
  }
  const there = (counts: Readonly<Record<string, number>>) =>
    Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));
  return { date, decided, missed: without, outcomes: there(outcomes), withoutTip: there(withoutTip) };
};
