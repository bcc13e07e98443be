import type { LocalDate } from '../local-time.ts';
import type { Subscriber } from '../subscriber.ts';
import { upcomingTip } from '../upcoming-tip.ts';
import { localDateTime } from '../zone-clock.ts';
import { zoneLabel } from '../zone-names.ts';
import { type Programme, say } from './conversation.ts';

/** A date in words: today, tomorrow, or the weekday and the day. */
const dateInWords = (programme: Programme, date: LocalDate, today: LocalDate): string => {
  const days = (Date.parse(`${date}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  if (days === 0) return say(programme, 'today', {});
  if (days === 1) return say(programme, 'tomorrow', {});
  return longDate(date);
};

/** A date as `Wednesday 30 September`. */
export const longDate = (date: LocalDate): string =>
  new Date(`${date}T00:00:00Z`)
    .toLocaleDateString('en-GB', {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
    .replace(',', '');

/** A subscriber's schedule from now on: what is said about it, and what has to change for that to be true. */
export const announceSchedule = (programme: Programme, subscriber: Subscriber, now: number) => {
  const today = localDateTime(subscriber.zone, now).date;
  const next = upcomingTip(subscriber, now);
  const changes: Partial<Subscriber> = next.holdToday ? { pausedUntil: today } : {};
  return {
    changes,
    words: {
      time: subscriber.time,
      place: zoneLabel(subscriber.zone),
      first: dateInWords(programme, next.date, today),
    },
  };
};
