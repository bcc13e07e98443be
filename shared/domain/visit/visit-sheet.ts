import type { Reach, WeekAnswer } from '../diary/diary.ts';
import { type DayScore, dayScores, roundScore } from '../diary/diary-statistics.ts';
import type { DiaryFold } from '../diary/fold-diary.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import type { VisitWeeks } from './visit-share.ts';

const weekDays = 7;
const fortnightDays = 14;
/** The fewest days with scores that give a fortnight a meaningful mean. */
const fewestDays = 3;

/** A stretch of days: the mean of its daily means, to one decimal, and the number of its days with a score. */
export interface StretchScore {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly mean: number | undefined;
  readonly daysReported: number;
}

/** The first fortnight of a period against its last: both means, their difference, and whether it is one that matters. */
export interface FortnightChange {
  readonly first: number;
  readonly last: number;
  /** The last mean minus the first, both as shown. */
  readonly change: number;
  /** The change in whole per cent of the first; undefined where that was 0. */
  readonly percent: number | undefined;
  readonly isImportant: boolean;
}

/** A diary in figures, as a clinician reads it. Scores are 0–10, to one decimal. */
export interface VisitSheet {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly days: readonly DayScore[];
  readonly daysReported: number;
  /** The median of the daily means; undefined without a score. */
  readonly median: number | undefined;
  /** The range of the single scores. */
  readonly range: { readonly lowest: number; readonly highest: number } | undefined;
  /** The change between fortnights; undefined if the period is shorter than two, or one of them has too few days. */
  readonly fortnights: FortnightChange | undefined;
  /** Whole weeks counted back from the last day; the oldest may be cut by the beginning. */
  readonly weeks: readonly StretchScore[];
  /**
   * For each activity, in how many weeks they did it as much as they wanted: walking first, then the ones they chose,
   * last first; only answered weeks count.
   */
  readonly reaches: readonly WeeksOfReach[];
}

/** In how many weeks somebody did what they were asked about as much as they wanted, on all, some or none of the days. */
export interface WeeksOfReach extends Readonly<Record<Reach, number>> {
  /** An activity of their own, in their words; undefined: walking. */
  readonly activity: string | undefined;
}

/** How many activities of their own one page has room for. */
const mostActivities = 2;

const stretchOf = (days: readonly DayScore[]): StretchScore => {
  const scores = days.flatMap(({ score }) => score ?? []);
  const sum = scores.reduce((total, score) => total + score, 0);
  return {
    from: days[0]?.date ?? '',
    to: days.at(-1)?.date ?? '',
    mean: scores.length === 0 ? undefined : roundScore(sum / scores.length),
    daysReported: scores.length,
  };
};

const medianOf = (scores: readonly number[]): number | undefined => {
  const ordered = scores.toSorted((a, b) => a - b);
  const middle = Math.floor(ordered.length / 2);
  const upper = ordered[middle];
  const lower = ordered.length % 2 === 1 ? upper : ordered[middle - 1];
  return upper === undefined || lower === undefined ? undefined : roundScore((lower + upper) / 2);
};

/**
 * A change of 2 points or of 30 % is one that people notice (docs/facts.md#d1; Ostelo and others, Spine 2008). Counted in
 * tenths, the unit of what is shown: 1.5 of 5 is 30 % and not a hair less.
 */
const isImportant = (first: number, change: number): boolean => {
  const tenths = Math.round(Math.abs(change) * 10);
  const baseline = Math.round(first * 10);
  return tenths >= 20 || (baseline > 0 && tenths * 10 >= baseline * 3);
};

const compare = (days: readonly DayScore[]): FortnightChange | undefined => {
  if (days.length < 2 * fortnightDays) return undefined;
  const before = stretchOf(days.slice(0, fortnightDays));
  const after = stretchOf(days.slice(-fortnightDays));
  if (before.mean === undefined || after.mean === undefined) return undefined;
  if (before.daysReported < fewestDays || after.daysReported < fewestDays) return undefined;
  const change = roundScore(after.mean - before.mean);
  return {
    first: before.mean,
    last: after.mean,
    change,
    percent: before.mean === 0 ? undefined : Math.round((change / before.mean) * 100),
    isImportant: isImportant(before.mean, change),
  };
};

const weeksOf = (days: readonly DayScore[]): readonly StretchScore[] => {
  const weeks: StretchScore[] = [];
  for (let end = days.length; end > 0; end -= weekDays)
    weeks.unshift(stretchOf(days.slice(Math.max(0, end - weekDays), end)));
  return weeks;
};

const reachesOf = (answers: readonly WeekAnswer[], first: LocalDate): VisitSheet['reaches'] => {
  // An answer is about the seven days before its own.
  const within = answers.filter(({ date }) => date > first);
  const weeksOf = (activity: string | undefined): WeeksOfReach => {
    const own = within.filter((answer) => answer.activity === activity);
    const count = (reach: Reach): number => own.filter((answer) => answer.reach === reach).length;
    return { activity, all: count('all'), some: count('some'), none: count('none') };
  };
  const activities = [...new Set(within.map(({ activity }) => activity).toReversed())];
  const own = activities.filter((activity) => activity !== undefined).slice(0, mostActivities);
  return (activities.includes(undefined) ? [undefined, ...own] : own).map(weeksOf);
};

/** The sheet of so many days that end today; it begins with the first score where that is younger. */
export const sheetOver = (
  { entries, weeks: answers }: Pick<DiaryFold, 'entries' | 'weeks'>,
  today: LocalDate,
  length: number,
): VisitSheet => {
  const wanted = addDays(today, 1 - length);
  const started = entries.find(({ score }) => score !== null)?.date ?? wanted;
  const all = dayScores(entries, today, length);
  const days = all.filter(({ date }) => date >= started || date === today);
  const scores = entries.flatMap(({ date, score }) =>
    score !== null && date >= wanted && date <= today ? [score] : [],
  );
  const means = days.flatMap(({ score }) => score ?? []);
  return {
    from: days[0]?.date ?? today,
    to: today,
    days,
    daysReported: means.length,
    median: medianOf(means),
    range: scores.length === 0 ? undefined : { lowest: Math.min(...scores), highest: Math.max(...scores) },
    fortnights: compare(days),
    weeks: weeksOf(days),
    reaches: reachesOf(answers, days[0]?.date ?? today),
  };
};

/** The sheet of the weeks that end today. */
export const visitSheet = (
  diary: Pick<DiaryFold, 'entries' | 'weeks'>,
  today: LocalDate,
  weeks: VisitWeeks,
): VisitSheet => sheetOver(diary, today, weeks * weekDays);
