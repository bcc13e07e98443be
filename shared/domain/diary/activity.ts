import { addDays, type LocalDate } from '../time/local-time.ts';
import { type DiaryEvent, recentDays, type WeekAnswer } from './diary.ts';

/** How long the question of a weekly message may be answered, in days. */
const answerDays = 7;

/**
 * How long an activity is asked about after it was last spoken of: so long that whoever sends the weekly message, and whoever reads
 * its answer up to a week later, both find it in the recent days of the diary.
 */
const keptDays = recentDays - answerDays;

/** A wish that the weekly question be about something else; without words about walking, as before. */
export interface ActivityChoice {
  readonly date: LocalDate;
  readonly words?: string;
}

/** The choices among answers to the weekly question that still count, in order of arrival: they answer nothing. */
export const choicesAmong = (functions: readonly DiaryEvent[]): readonly ActivityChoice[] =>
  functions.flatMap(({ date, note, reach, minutes }) =>
    reach === undefined && minutes === undefined ? [{ date, ...(note === undefined ? {} : { words: note }) }] : [],
  );

/** What the weekly question asks about, as somebody's diary tells it. */
interface Asking {
  readonly choices: readonly ActivityChoice[];
  readonly weeks: readonly Pick<WeekAnswer, 'date' | 'activity'>[];
}

/**
 * The activity of their own that the weekly message of a local date asks about; undefined: walking. A choice counts from the day after
 * it was made, so that the question and its answer are about the same whenever the answer comes. An answer repeats the words, so
 * that they are known from the recent days of a diary alone.
 */
export const activityOn = ({ choices, weeks }: Asking, date: LocalDate): string | undefined => {
  const choice = choices.findLast((each) => each.date < date);
  const answered = weeks.filter((week) => week.date < date && week.activity !== undefined).at(-1);
  const words = choice ? choice.words : answered?.activity;
  if (words === undefined) return undefined;
  const spoken = answered?.activity === words && answered.date > (choice?.date ?? '') ? answered.date : choice?.date;
  return spoken !== undefined && spoken > addDays(date, -keptDays) ? words : undefined;
};
