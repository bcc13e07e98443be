import type { DiaryEntry } from '../diary/diary.ts';
import { dayScores, roundScore } from '../diary/diary-statistics.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { cameAsTip, type TipOutcome } from './tip-outcome.ts';

/** How the days after tips of one topic were. */
export interface AfterTopic {
  readonly topic: string;
  /** Days with a score, each the day after such a tip. */
  readonly days: number;
  /** Their mean, to one decimal. */
  readonly mean: number;
}

/**
 * Scores on the days after tips, compared with somebody's own mean. It is only an association: somebody whose pain
 * lessens over the weeks has lower scores after whatever comes late in the programme.
 */
export interface ScoresAfterTips {
  /** Their mean since the day after the first tip, to one decimal, and over how many days. */
  readonly usual: number;
  readonly days: number;
  /** The topics after which the mean was lower, the lowest first. */
  readonly lower: readonly AfterTopic[];
}

/** The fewest days of a topic that are compared: the mean of two or three goes up and down by chance. */
export const fewestDaysOfTopic = 5;
/** The fewest days that give somebody a mean of their own. */
const fewestDays = 14;

const meanOf = (scores: readonly number[]): number =>
  roundScore(scores.reduce((sum, score) => sum + score, 0) / scores.length);

/**
 * The scores of the days after tips. A day's score is about the 24 hours before it, so the score of the next day is the
 * one about the day of a tip. Undefined while too few days are reported, or no topic came on enough of them.
 */
export const scoresAfterTips = (
  entries: readonly DiaryEntry[],
  outcomes: readonly TipOutcome[],
  topicOf: (tip: string) => string | undefined,
  today: LocalDate,
): ScoresAfterTips | undefined => {
  const tips = outcomes.filter(cameAsTip);
  const first = tips.map(({ date }) => date).sort()[0];
  if (first === undefined || first >= today) return undefined;
  const scores = new Map(
    dayScores(entries, today, daysBetween(first, today)).flatMap(({ date, score }) =>
      score === null ? [] : [[date, score] as const],
    ),
  );
  if (scores.size < fewestDays) return undefined;
  const usual = meanOf([...scores.values()]);
  const byTopic = new Map<string, Map<LocalDate, number>>();
  for (const { date, tip = '' } of tips) {
    const topic = topicOf(tip);
    const after = addDays(date, 1);
    const score = scores.get(after);
    if (topic === undefined || score === undefined) continue;
    byTopic.set(topic, (byTopic.get(topic) ?? new Map<LocalDate, number>()).set(after, score));
  }
  const compared = [...byTopic].flatMap(([topic, days]): readonly AfterTopic[] =>
    days.size < fewestDaysOfTopic ? [] : [{ topic, days: days.size, mean: meanOf([...days.values()]) }],
  );
  if (compared.length === 0) return undefined;
  const lower = compared
    .filter(({ mean }) => mean < usual)
    .sort((one, other) => one.mean - other.mean || other.days - one.days);
  return { usual, days: scores.size, lower };
};
