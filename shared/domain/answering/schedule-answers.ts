import { notations } from '../diary/notation.ts';
import type { Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { zoneLabel } from '../time/zone-names.ts';
import { chooseTip } from '../tips/choose-tip.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import { type Programme, say } from './conversation.ts';

/** A date in words: today, tomorrow, or the weekday and the day. */
const dateInWords = (programme: Programme, date: LocalDate, today: LocalDate): string => {
  const days = (Date.parse(`${date}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  if (days === 0) return say(programme, 'today', {});
  if (days === 1) return say(programme, 'tomorrow', {});
  return notations[programme.language].date(date);
};

/** What is said to somebody to whom no tip comes: the programme is over, or nothing fits. Undefined if one does. */
const noTipAnswer = (programme: Programme, subscriber: Subscriber): string | undefined => {
  if (subscriber.course?.ended) return say(programme, 'programmeOver', {});
  return chooseTip(subscriber, programme.tipProgramme) ? undefined : say(programme, 'tipNoneFits', {});
};

/** A subscriber's schedule from now on: what is said about it, and what has to change for that to be true. */
export const announceSchedule = (programme: Programme, subscriber: Subscriber, now: number) => {
  const today = localDateTime(subscriber.zone, now).date;
  const next = upcomingTip(subscriber, now);
  const changes: Partial<Subscriber> = next.holdToday ? { pausedUntil: today } : {};
  return {
    /** What is true instead of a date: no tip comes, whatever the time. */
    none: noTipAnswer(programme, subscriber),
    changes,
    words: {
      time: notations[programme.language].time(subscriber.time, subscriber.country),
      place: zoneLabel(subscriber.zone, programme.language),
      first: dateInWords(programme, next.date, today),
    },
  };
};
