import type { DiaryEvent } from '../diary/diary.ts';
import { roundScore } from '../diary/diary-statistics.ts';
import { foldDiary } from '../diary/fold-diary.ts';

/** The summary of a whole diary at the end of the programme. */
export interface ProgrammeSummary {
  /** Days on which a score was reported. */
  readonly days: number;
  /** Mean of the first seven of these days, and of the last seven, to one decimal; left out where they would overlap. */
  readonly means?: { readonly first: number; readonly last: number };
}

const weekDays = 7;

const meanOf = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);

/** The summary of a diary, from all its events. A day with several scores weighs no more than a day with one. */
export const summarise = (events: readonly DiaryEvent[]): ProgrammeSummary => {
  const scored = foldDiary(events).entries.flatMap(({ date, score }) => (score === null ? [] : [{ date, score }]));
  const days = [...Map.groupBy(scored, ({ date }) => date).values()].map((day) =>
    meanOf(day.map(({ score }) => score)),
  );
  if (days.length < 2 * weekDays) return { days: days.length };
  const first = roundScore(meanOf(days.slice(0, weekDays)));
  const last = roundScore(meanOf(days.slice(-weekDays)));
  return { days: days.length, means: { first, last } };
};
