import type { Subscriber } from '../people/subscriber.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { firstInstantOf, localDateTime } from '../time/zone-clock.ts';
import { doseOf } from './course.ts';
import { isDoseDay } from './dose.ts';
import { nextTryOf } from './failing-address.ts';

/**
 * How long before its slot a change of time must be made to apply that day, in ms: the due index is eventually
 * consistent, and a tick reads it once.
 */
const noticeMs = 5 * 60_000;

/** The least time between two tips, in ms: somebody who flew west does not get the next one at once. */
export const gapBetweenTipsMs = 10 * 3_600_000;

/** The next tip of a subscriber: its local date, and whether today's slot has to be held back to keep that promise. */
export interface UpcomingTip {
  readonly date: LocalDate;
  readonly holdToday: boolean;
}

const dayAfter = (date: LocalDate | undefined): LocalDate => (date === undefined ? '' : addDays(date, 1));

const latest = (first: LocalDate, ...dates: readonly LocalDate[]): LocalDate =>
  [first, ...dates].sort().at(-1) ?? first;

/**
 * When the next tip comes, from its time and zone, what was sent last, until when tips are paused, and whether the
 * address fails (then it is the weekly try). Somebody who has just written no longer has a failing address
 * (withHeardFrom).
 */
export const upcomingTip = (
  subscriber: Pick<Subscriber, 'zone' | 'time' | 'tipsBy' | 'lastTip' | 'pausedUntil' | 'course' | 'silence'>,
  now: number,
): UpcomingTip => {
  const { zone, time, lastTip, pausedUntil } = subscriber;
  const today = localDateTime(zone, now).date;
  const isFree = (date: LocalDate): boolean => {
    const slot = firstInstantOf(zone, date, time);
    return slot - now >= noticeMs && (lastTip === undefined || slot - lastTip.claimedAt >= gapBetweenTipsMs);
  };
  const first = latest(today, dayAfter(lastTip?.date), dayAfter(pausedUntil), nextTryOf(subscriber) ?? today);
  let date = first;
  const isWanted = (day: LocalDate): boolean => isDoseDay(doseOf(subscriber), day, lastTip?.date);
  // Nine days always hold one, because the fewest tips are one a week, and neither the notice nor the gap is longer
  // than a day.
  for (let days = 0; days < 9 && !(isFree(date) && isWanted(date)); days += 1) date = addDays(date, 1);
  const holdToday = first === today && date > today && isWanted(today) && firstInstantOf(zone, today, time) > now;
  return { date, holdToday };
};
