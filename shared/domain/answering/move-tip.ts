import { notations } from '../diary/notation.ts';
import { possibleZones } from '../people/subscriber.ts';
import type { Intent } from '../reading/intent.ts';
import { addDays, type LocalTime, minutesOf, timeOfMinutes } from '../time/local-time.ts';
import { isAllowedTime, nearestAllowedTime, windowOf } from '../time/sending-window.ts';
import { zoneLabel } from '../time/zone-names.ts';
import { withHeardFrom } from '../tips/failing-address.ts';
import { upcomingTip } from '../tips/upcoming-tip.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import { announceSchedule } from './schedule-answers.ts';

/** Tips go out on 5-minute instants. */
const stepMinutes = 5;

/** The hours between which tips go out, by the clock that somebody is told times of. */
export const windowInWords = ({ incoming, context, subscriber }: Conversation) => {
  const { time } = notations[context.language];
  const { opens, closes } = windowOf(possibleZones(subscriber), incoming.receivedAt);
  return { opens: time(opens, subscriber.country), closes: time(closes, subscriber.country) };
};

const refuseTime = (conversation: Conversation, time: LocalTime): Decision => {
  const { incoming, context, subscriber } = conversation;
  const zones = possibleZones(subscriber);
  const nearest = notations[context.language].time(
    nearestAllowedTime(zones, time, incoming.receivedAt),
    subscriber.country,
  );
  const place = zoneLabel(subscriber.zone, context.language);
  const words = { ...windowInWords(conversation), nearest, place };
  return answerOnly(conversation, say(context, zones.length > 1 ? 'timeRefusedGuess' : 'timeRefused', words));
};

/**
 * The last slot before the window closes, if the time asked for is the closing hour. Answers name that hour, so people
 * may well ask for it.
 */
const lastSlot = (zones: readonly string[], rounded: LocalTime, now: number): LocalTime | undefined =>
  rounded === windowOf(zones, now).closes ? timeOfMinutes(minutesOf(rounded) - stepMinutes) : undefined;

const onGrid = (asked: LocalTime): LocalTime => timeOfMinutes(Math.round(minutesOf(asked) / stepMinutes) * stepMinutes);

/** The slot nearest to the hour of JOIN 7PM. Nobody is refused for their hour; the welcome names the slot they have. */
export const slotFor = (zones: readonly string[], asked: LocalTime, now: number): LocalTime =>
  lastSlot(zones, onGrid(asked), now) ?? nearestAllowedTime(zones, onGrid(asked), now);

/**
 * TIME 7:30pm: moves the tip, rounded to 5 minutes. Outside the sending window it is refused with the nearest allowed
 * time. The closing hour, which people are told, counts as the last slot before it.
 */
export const moveTime = (conversation: Conversation, asked: LocalTime): Decision => {
  const { incoming, context, subscriber } = conversation;
  const zones = possibleZones(subscriber);
  const last = lastSlot(zones, onGrid(asked), incoming.receivedAt);
  const time = last ?? onGrid(asked);
  if (!isAllowedTime(zones, time, incoming.receivedAt)) return refuseTime(conversation, time);
  const { changes, words, none } = announceSchedule(context, { ...subscriber, time }, incoming.receivedAt);
  const asAsked = time === asked ? 'timeSet' : 'timeRounded';
  const said = last ? 'timeLast' : asAsked;
  return changeProfile(conversation, { ...changes, time }, none ?? say(context, said, words));
};

/** PAUSE 7: stops tips for that many days, beginning with the next that would come. */
export const pause = (conversation: Conversation, days: number): Decision => {
  const { incoming, context, subscriber } = conversation;
  const { pausedUntil: _earlier, ...running } = withHeardFrom(subscriber) ?? subscriber;
  const until = addDays(upcomingTip(running, incoming.receivedAt).date, days - 1);
  const answer = say(context, 'paused', { until: notations[context.language].date(until) });
  return changeProfile(conversation, { pausedUntil: until }, answer);
};

/** RESUME: ends a pause. */
export const resume = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  const { pausedUntil: _over, ...running } = subscriber;
  const { changes, words, none } = announceSchedule(context, running, incoming.receivedAt);
  return changeProfile(
    { ...conversation, subscriber: running },
    changes,
    none ?? say(context, 'resumed', { first: words.first, time: words.time }),
  );
};

/** Asks again for a command's argument that could not be read and must not be guessed, and stores the words. */
export const askAgain = (
  conversation: Conversation,
  about: Extract<Intent, { kind: 'unclear' }>['about'],
): Decision => {
  if (about === 'time')
    return answerOnly(conversation, say(conversation.context, 'timeUnclear', windowInWords(conversation)));
  const keys = {
    score: 'scoreUnclear',
    zone: 'zoneUnknown',
    pause: 'pauseUnclear',
    email: conversation.context.onlyChannel === 'sms' ? 'onlyByText' : 'emailUnclear',
    language: 'languageUnclear',
  } as const;
  const answer = say(conversation.context, keys[about], {});
  return about === 'score' ? keepNote(conversation, answer) : answerOnly(conversation, answer);
};
