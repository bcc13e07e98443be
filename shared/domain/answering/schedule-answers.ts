import { notations } from '../diary/notation.ts';
import type { Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { zoneLabel } from '../time/zone-names.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import { type AnswerContext, say } from './conversation.ts';

/** A date in words: today, tomorrow, or the weekday and the day. */
const dateInWords = (context: AnswerContext, date: LocalDate, today: LocalDate): string => {
  const days = (Date.parse(`${date}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  if (days === 0) return say(context, 'today', {});
  if (days === 1) return say(context, 'tomorrow', {});
  return notations[context.language].date(date);
};

/** A subscriber's schedule from now on: what is said about it, and what has to change for that to be true. */
export const announceSchedule = (context: AnswerContext, subscriber: Subscriber, now: number) => {
  const today = localDateTime(subscriber.zone, now).date;
  const next = upcomingTip(subscriber, now);
  const changes: Partial<Subscriber> = next.holdToday ? { pausedUntil: today } : {};
  return {
    changes,
    words: {
      time: notations[context.language].time(subscriber.time, subscriber.country),
      place: zoneLabel(subscriber.zone, context.language),
      first: dateInWords(context, next.date, today),
    },
  };
};
