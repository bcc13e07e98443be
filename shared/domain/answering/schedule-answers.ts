import { notations } from '../diary/notation.ts';
import type { Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { zoneLabel } from '../time/zone-names.ts';
import { chooseTip, isOver } from '../tips/choose-tip.ts';
import { withHeardFrom } from '../tips/failing-address.ts';
import { choicesBeside } from '../tips/tip-programme.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import { type AnswerContext, say } from './conversation.ts';
import { paceToBegin } from './pace-in-words.ts';

/** A date in words: today, tomorrow, or the weekday and the day. */
const dateInWords = (context: AnswerContext, date: LocalDate, today: LocalDate): string => {
  const days = (Date.parse(`${date}T00:00Z`) - Date.parse(`${today}T00:00Z`)) / 86_400_000;
  if (days === 0) return say(context, 'today', {});
  if (days === 1) return say(context, 'tomorrow', {});
  return notations[context.language].date(date);
};

/** Tells that they have had all tips, and what they may do next: their own programme again, or another. */
export const programmeOver = (context: AnswerContext, subscriber: Subscriber): string => {
  const choices = choicesBeside(subscriber, context.programme).flatMap(
    ({ choice }) => choice?.[context.language] ?? [],
  );
  return say(context, 'programmeOver', { others: choices.map(({ word, name }) => `${word}: ${name}. `).join('') });
};

/** Tells why no tip comes: the programme is over, or nothing fits. Undefined if one does. */
const noTipAnswer = (context: AnswerContext, subscriber: Subscriber): string | undefined => {
  if (!chooseTip(subscriber, context.programme)) return say(context, 'tipNoneFits', {});
  return isOver(subscriber, context.programme) ? programmeOver(context, subscriber) : undefined;
};

/** Whether they have had all tips and no summary yet: then it is what comes next. */
export const isSummaryNext = ({ programme }: AnswerContext, subscriber: Subscriber): boolean =>
  subscriber.course?.ended !== true && chooseTip(subscriber, programme) !== undefined && isOver(subscriber, programme);

/**
 * A subscriber's schedule from now on: the words about it, and the profile for which they are true. Somebody who has
 * just written has an address that no longer fails.
 */
export const announceSchedule = (context: AnswerContext, subscriber: Subscriber, now: number) => {
  const today = localDateTime(subscriber.zone, now).date;
  const next = upcomingTip(withHeardFrom(subscriber) ?? subscriber, now);
  const changes: Partial<Subscriber> = next.holdToday ? { pausedUntil: today } : {};
  return {
    /** Set where no tip comes, whatever the time: the words to say instead of a date. */
    none: noTipAnswer(context, subscriber),
    changes,
    words: {
      pace: paceToBegin(context, subscriber),
      time: notations[context.language].time(subscriber.time, subscriber.country),
      place: zoneLabel(subscriber.zone, context.language),
      first: dateInWords(context, next.date, today),
    },
  };
};
