import { addDays, type LocalDate } from './local-time.ts';
import type { Subscriber } from './subscriber.ts';
import { firstInstantOf, localDateTime } from './zone-clock.ts';

/**
 * How long before its slot a change of time must be made to hold for that day: the due index is eventually consistent,
 * and a tick looks at it once.
 */
const noticeMs = 5 * 60_000;

/** Hours between two tips at least: somebody who flew west does not get the next one at once. */
export const gapBetweenTipsMs = 10 * 3_600_000;

/** The next tip of a subscriber: its local date, and whether today's slot has to be held back to keep that promise. */
export interface UpcomingTip {
  readonly date: LocalDate;
  readonly holdToday: boolean;
}

/** When the next tip comes, given where and when it is wanted and what was sent last. */
export const upcomingTip = (subscriber: Pick<Subscriber, 'zone' | 'time' | 'lastTip'>, now: number): UpcomingTip => {
  const { zone, time, lastTip } = subscriber;
  const today = localDateTime(zone, now).date;
  const slot = firstInstantOf(zone, today, time);
  const taken = lastTip !== undefined && (lastTip.date >= today || slot - lastTip.claimedAt < gapBetweenTipsMs);
  if (!taken && slot - now >= noticeMs) return { date: today, holdToday: false };
  const next = addDays(lastTip && lastTip.date > today ? lastTip.date : today, 1);
  return { date: next, holdToday: !taken && slot > now };
};
