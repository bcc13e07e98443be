import { addDays, type LocalDate } from '../time/local-time.ts';
import type { DiaryEntry } from './diary.ts';
import { dayScores, roundScore } from './diary-statistics.ts';

/** How many days are read: the last fortnight, whose days before the last three tell what is usual. */
const knownDays = 14;
/** How many days in a row must be worse, each with a score. */
const worseDays = 3;
/** An important change on a scale of 0 to 10 (docs/facts.md#d1). */
const importantChange = 2;
/** The fewest days with a score that tell what is usual for somebody. */
const leastUsualDays = 4;

/** Whether the three days that end with `end` are each 2 or more above the mean of the days before them. */
const isWorse = (entries: readonly DiaryEntry[], end: LocalDate, known: LocalDate): boolean => {
  const days = dayScores(entries, end, knownDays).filter(({ date }) => date >= known);
  const worse = days.slice(-worseDays);
  const usual = days.slice(0, -worseDays).flatMap(({ score }) => score ?? []);
  if (worse.length < worseDays || usual.length < leastUsualDays) return false;
  const mean = roundScore(usual.reduce((sum, score) => sum + score, 0) / usual.length);
  return worse.every(({ score }) => score !== null && roundScore(score - mean) >= importantChange);
};

/**
 * Whether a new score makes somebody's last three days each 2 or more above their own mean of the days before, within
 * the last fortnight. True once per run of such days, not again while it goes on. `before` and `after` are the entries
 * without and with it. Days are compared as they are shown, to one decimal.
 */
export const hasBecomeWorse = (
  before: readonly DiaryEntry[],
  after: readonly DiaryEntry[],
  today: LocalDate,
): boolean => {
  const known = addDays(today, 1 - knownDays);
  // The last day with a score, which may be yesterday (YDAY).
  const [last] = dayScores(after, today, 2)
    .filter(({ score }) => score !== null)
    .slice(-1);
  if (!last) return false;
  const wasWorse = isWorse(before, last.date, known) || isWorse(after, addDays(last.date, -1), known);
  return !wasWorse && isWorse(after, last.date, known);
};
