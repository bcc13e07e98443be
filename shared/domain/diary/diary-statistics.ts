import { addDays, type LocalDate } from '../time/local-time.ts';
import type { DiaryEntry } from './diary.ts';

/** The mean NRS score of one day, to one decimal; null for a day without a score. */
export interface DayScore {
  readonly date: LocalDate;
  readonly score: number | null;
}

/**
 * A summary of the last seven days, today included. Numbers have one decimal; undefined where there are too few scores.
 */
export interface WeekSummary {
  /** The mean of the daily means, so that a day with five reports weighs no more than a day with one. */
  readonly mean: number | undefined;
  /**
   * This week's mean minus the mean of the seven days before. Both are rounded first, so that the shown figures add up.
   */
  readonly change: number | undefined;
  /** The number of the seven days with a score. */
  readonly daysReported: number;
}

const weekDays = 7;

/** Rounds to one decimal, halves away from zero (4.25 is 4.3, −4.25 is −4.3). */
export const roundScore = (score: number): number => {
  // The value is rounded to twelve digits first: in binary 1.005 × 10 is slightly less than 10.05, and would be rounded
  // down.
  const tenths = Number((Math.abs(score) * 10).toPrecision(12));
  const rounded = (Math.sign(score) * Math.round(tenths)) / 10;
  return rounded === 0 ? 0 : rounded;
};

const meanOf = (numbers: readonly number[]): number | undefined =>
  numbers.length === 0 ? undefined : numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

const roundedOrNone = (mean: number | undefined): number | undefined =>
  mean === undefined ? undefined : roundScore(mean);

/** The unrounded daily means of the `count` days that end with `last`, oldest first. */
const dailyMeans = (entries: readonly DiaryEntry[], last: LocalDate, count: number) => {
  const first = addDays(last, 1 - count);
  const scoresByDate = new Map<LocalDate, number[]>();
  for (const { date, score } of entries) {
    if (score !== null && date >= first && date <= last)
      scoresByDate.set(date, [...(scoresByDate.get(date) ?? []), score]);
  }
  return Array.from({ length: count }, (_, index) => {
    const date = addDays(last, index - count + 1);
    return { date, mean: meanOf(scoresByDate.get(date) ?? []) };
  });
};

/** The `count` days that end with `last`, oldest first, each with its mean score. */
export const dayScores = (entries: readonly DiaryEntry[], last: LocalDate, count: number): DayScore[] =>
  dailyMeans(entries, last, count).map(({ date, mean }) => ({ date, score: roundedOrNone(mean) ?? null }));

/** The last seven days, today included, oldest first. */
export const weekOf = (entries: readonly DiaryEntry[], today: LocalDate): DayScore[] =>
  dayScores(entries, today, weekDays);

/** The week that ends today, and its change against the seven days before. */
export const weekSummary = (entries: readonly DiaryEntry[], today: LocalDate): WeekSummary => {
  const meansUpTo = (last: LocalDate): number[] =>
    dailyMeans(entries, last, weekDays).flatMap(({ mean }) => (mean === undefined ? [] : [mean]));
  const thisWeek = meansUpTo(today);
  const mean = roundedOrNone(meanOf(thisWeek));
  const before = roundedOrNone(meanOf(meansUpTo(addDays(today, -weekDays))));
  return {
    mean,
    change: mean === undefined || before === undefined ? undefined : roundScore(mean - before),
    daysReported: thisWeek.length,
  };
};
