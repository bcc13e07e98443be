import { addDays, type LocalDate } from '../time/local-time.ts';
import { type DiaryEvent, recentDays, type WeekAnswer } from './diary.ts';

/** How long the question of a weekly message may be answered, in days. */
const answerDays = 7;

/**
 * How many days an activity is asked about after it was last named: so many that both the sender of the weekly message
 * and the reader of its answer, up to a week later, find it in the recent days of the diary.
 */
const keptDays = recentDays - answerDays;

/** A choice of what the weekly question is about; without words it is about walking, as before. */
export interface ActivityChoice {
  readonly date: LocalDate;
  readonly words?: string;
}

/** The choices among the events of the weekly question that still count, in order of arrival; they answer nothing. */
export const choicesAmong = (functions: readonly DiaryEvent[]): readonly ActivityChoice[] =>
  functions.flatMap(({ date, note, reach, minutes }) =>
    reach === undefined && minutes === undefined ? [{ date, ...(note === undefined ? {} : { words: note }) }] : [],
  );

/** What a diary says of the weekly question's subject. */
interface Asking {
  readonly choices: readonly ActivityChoice[];
  readonly weeks: readonly Pick<WeekAnswer, 'date' | 'activity'>[];
}

/**
 * The activity of their own that the weekly message of a local date asks about; undefined for walking. A choice counts
 * from the day after it was made, so that question and answer are about the same thing whenever the answer comes. An
 * answer repeats the words, so that the recent days of a diary alone tell them.
 */
export const activityOn = ({ choices, weeks }: Asking, date: LocalDate): string | undefined => {
  const choice = choices.findLast((each) => each.date < date);
  const answered = weeks.filter((week) => week.date < date && week.activity !== undefined).at(-1);
  const words = choice ? choice.words : answered?.activity;
  if (words === undefined) return undefined;
  const spoken = answered?.activity === words && answered.date > (choice?.date ?? '') ? answered.date : choice?.date;
  return spoken !== undefined && spoken > addDays(date, -keptDays) ? words : undefined;
};
