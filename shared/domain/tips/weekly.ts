import type { DiaryEvent } from '../diary/diary.ts';
import { type DayScore, type WeekSummary, weekOf, weekSummary } from '../diary/diary-statistics.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { doseOf } from './course.ts';
import type { Dose } from './dose.ts';

/** How many days there are from one weekly message to the next. Of whoever wants one tip a week it takes one place in four. */
const daysBetweenWeeklies = { daily: 7, less: 7, three: 7, weekly: 28 } as const;

/** How long the question of a weekly message may be answered, in days: until the next one asks about another week. */
const openDays = 7;

/**
 * Whether it is the turn of somebody who has never been asked. Whoever was here before weeks were asked about begins on the day of
 * the week on which they joined, or the day after, which is one of four a week: or a deployment would ask everybody on one day.
 */
const isFirstDue = (joined: LocalDate, date: LocalDate, dose: Dose): boolean => {
  const days = daysBetween(joined, date);
  return days >= daysBetweenWeeklies[dose] && (days < 14 || dose === 'weekly' || days % 7 < 2);
};

/**
 * Whether the message of a local date, if there is one, is the weekly one: the first that comes seven days or more after they
 * joined, or after the last weekly message. None for whoever is silent: they are asked how they are (silence.ts).
 */
export const isWeeklyDue = (
  subscriber: Pick<Subscriber, 'course' | 'silence' | 'joinedAt' | 'zone'>,
  date: LocalDate,
): boolean => {
  const { course, silence, joinedAt, zone } = subscriber;
  if (silence?.step !== undefined) return false;
  const joined = localDateTime(zone, joinedAt).date;
  const dose = doseOf(subscriber);
  if (course?.asked === undefined) return isFirstDue(joined, date, dose);
  // Whoever left and joined again has been asked in an earlier enrolment, so both days must be long enough ago.
  return [joined, course.asked].every((day) => date >= addDays(day, daysBetweenWeeklies[dose]));
};

/** The date of the weekly message whose question is open on a local date; undefined if none is. */
export const weeklyAskedOn = (
  { course, lastTip }: Pick<Subscriber, 'course' | 'lastTip'>,
  today: LocalDate,
): LocalDate | undefined => {
  const asked = course?.asked;
  if (asked === undefined || today >= addDays(asked, openDays)) return undefined;
  // Whoever chooses a programme after the summary is asked with the answer, on that very day perhaps.
  const isAfterSummary = lastTip?.prompt === 'summary' && lastTip.date === asked;
  const isLast = lastTip?.prompt === undefined || lastTip.prompt === 'weekly' || lastTip.date < asked;
  // Another question of ours has come since.
  return isLast || isAfterSummary ? asked : undefined;
};

/** The seven days that a weekly message tells of. */
export interface ToldWeek {
  readonly days: readonly DayScore[];
  readonly summary: WeekSummary;
}

/** What a diary says of the week that the weekly message of a local date tells of: the seven days before it. */
export const tellWeek = (events: readonly DiaryEvent[], date: LocalDate): ToldWeek => {
  const { entries } = foldDiary(events);
  const last = addDays(date, -1);
  return { days: weekOf(entries, last), summary: weekSummary(entries, last) };
};
