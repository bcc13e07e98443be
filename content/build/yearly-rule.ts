import {
  changeOfYear,
  changesBetween,
  type YearlyChange,
  type ZoneClock,
} from '../../shared/domain/time/zone-table.ts';

/** Every change of a clock in a span of time: epoch ms, and minutes ahead of UTC from then on. */
export interface ClockHistory {
  readonly from: number;
  readonly until: number;
  /** Minutes ahead of UTC at `from`. */
  readonly offset: number;
  readonly changes: readonly (readonly [at: number, offset: number])[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;
/** The years in which 1 March falls on each day of the week: a leap year skips one day, and not the same one twice. */
const yearsOfAllKinds = 11;
/**
 * The most single changes that follow no rule, before a rule begins (Cuba has five) or instead of one: twelve years of
 * them.
 */
const mostSingleChanges = 24;

const yearOf = (at: number): number => new Date(at).getUTCFullYear();

/** The `nth` change of each of eleven years as one rule; undefined if it is not on the same weekday, time and offset. */
const ruleOf = (changes: ClockHistory['changes']): YearlyChange | undefined => {
  const days = changes.map(([at]) => Math.floor((at - Date.UTC(yearOf(at), 2, 1)) / dayMs));
  const [first] = changes;
  if (first === undefined) return undefined;
  const rule = [Math.min(...days), new Date(first[0]).getUTCDay(), (first[0] % dayMs) / minuteMs, first[1]] as const;
  const fits = changes.every(([at, offset]) => {
    const [foretold, then] = changeOfYear(rule, yearOf(at));
    return foretold === at && then === offset;
  });
  return fits ? rule : undefined;
};

/** The yearly changes that eleven whole years agree on; undefined if they do not. */
const rulesFrom = (history: ClockHistory, firstYear: number): readonly YearlyChange[] | undefined => {
  const years = Array.from({ length: yearsOfAllKinds }, (_, index) =>
    history.changes.filter(([at]) => yearOf(at) === firstYear + index),
  );
  const [first = []] = years;
  if (years.some((changes) => changes.length !== first.length)) return undefined;
  const rules = first.map((_, nth) => ruleOf(years.flatMap((changes) => changes.slice(nth, nth + 1))));
  const known = rules.filter((rule) => rule !== undefined);
  return known.length === rules.length ? known : undefined;
};

/** Whether a clock agrees with the history to its end. */
const isBorneOut = (clock: ZoneClock, { from, until, changes }: ClockHistory): boolean => {
  const foretold = changesBetween(clock, from, until);
  return (
    foretold.length === changes.length &&
    foretold.every(([at, offset], index) => at === changes[index]?.[0] && offset === changes[index]?.[1])
  );
};

const inMinutes = (changes: ClockHistory['changes']): ZoneClock['changes'] =>
  changes.map(([at, offset]) => [at / minuteMs, offset] as const);

/**
 * Turns a clock's history into a few single changes and a rule for all the years after: Paris needs two yearly changes,
 * Winnipeg three single ones and no rule. A rule must hold to the end of the history. Where there is none (Gaza's
 * clocks follow the moon) the changes of the next years are listed, and the clock ends where they end.
 */
export const ruledClock = (history: ClockHistory): ZoneClock => {
  const { offset, changes } = history;
  for (let count = 0; count <= Math.min(mostSingleChanges, changes.length); count += 1) {
    const single = changes.slice(0, count);
    const yearly = rulesFrom(history, yearOf(single.at(-1)?.[0] ?? history.from) + 1);
    if (yearly === undefined) continue;
    const clock = { offset, changes: inMinutes(single), ...(yearly.length > 0 ? { yearly } : {}) };
    if (isBorneOut(clock, history)) return clock;
  }
  const lastYear = yearOf(changes[mostSingleChanges]?.[0] ?? history.until);
  const listed = changes.filter(([at]) => yearOf(at) < lastYear);
  return { offset, changes: inMinutes(listed), until: Date.UTC(lastYear, 0, 1) / minuteMs };
};
