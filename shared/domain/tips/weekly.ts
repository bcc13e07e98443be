import type { DiaryEvent } from '../diary/diary.ts';
import { type DayScore, type WeekSummary, weekOf, weekSummary } from '../diary/diary-statistics.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { addDays, daysBetween, type LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { doseOf } from './course.ts';
import type { Dose } from './dose.ts';

/** The days from one weekly message to the next. With one tip a week it takes one place in four. */
const daysBetweenWeeklies = { daily: 7, less: 7, three: 7, weekly: 28 } as const;

/** How many days the weekly question stays open: until the next one asks about another week. */
const openDays = 7;

/**
 * Whether somebody who was never asked is asked now. Somebody from before the weekly message begins on the weekday on
 * which they joined, or the day after, which one of four tips a week comes on: otherwise a deployment would ask
 * everybody on one day.
 */
const isFirstDue = (joined: LocalDate, date: LocalDate, dose: Dose): boolean => {
  const days = daysBetween(joined, date);
  return days >= daysBetweenWeeklies[dose] && (days < 14 || dose === 'weekly' || days % 7 < 2);
};

/**
 * Whether the message of a local date, if there is one, is the weekly one: the first that comes seven days or more
 * after they joined, or after the last weekly message. Somebody who is silent gets none: they are asked how they are
 * (silence.ts).
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
  // Somebody who left and joined again was asked in an earlier enrolment, so both days must be long enough ago.
  return [joined, course.asked].every((day) => date >= addDays(day, daysBetweenWeeklies[dose]));
};

/** The date of the weekly message whose question is open on a local date; undefined if none is. */
export const weeklyAskedOn = (
  { course, lastTip }: Pick<Subscriber, 'course' | 'lastTip'>,
  today: LocalDate,
): LocalDate | undefined => {
  const asked = course?.asked;
  if (asked === undefined || today >= addDays(asked, openDays)) return undefined;
  // Somebody who chooses a programme after the summary is asked with the answer, perhaps on that very day.
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

/** What a diary says about the seven days before a local date, of which that day's weekly message tells. */
export const tellWeek = (events: readonly DiaryEvent[], date: LocalDate): ToldWeek => {
  const { entries } = foldDiary(events);
  const last = addDays(date, -1);
  return { days: weekOf(entries, last), summary: weekSummary(entries, last) };
};
