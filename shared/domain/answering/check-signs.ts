import type { DiaryEvent } from '../diary/diary.ts';
import { flareOn, isSharpRise } from '../diary/flare.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import type { Person } from '../people/person.ts';
import type { Danger } from '../reading/parsed-reply.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { countryOf } from './answer-red-flag.ts';
import { type AnswerContext, type Decision, type IncomingReply, keyOf } from './conversation.ts';
import { type OpenQuestion, openQuestionAmong } from './open-question.ts';

/**
 * Whether a score that is being logged, or corrected to, is so far above their usual that the signs are asked about:
 * once in a flare, and not for a day that is long past.
 */
const isSharp = ({ subscriber, events }: Person, event: DiaryEvent, receivedAt: number): boolean => {
  if (!subscriber || (event.kind !== 'score' && event.kind !== 'fix')) return false;
  const key = event.kind === 'fix' ? event.of : event.key;
  const today = localDateTime(subscriber.zone, receivedAt).date;
  const { entries } = foldDiary([...events, event]);
  const entry = entries.find((each) => each.key === key);
  const flare = flareOn(entries, today);
  if (!flare || typeof entry?.score !== 'number' || entry.date < flare.since) return false;
  const wasAsked = events.some(({ asks, date }) => asks?.about === 'signs' && date >= flare.since);
  return !wasAsked && isSharpRise(entry.score, flare);
};

/**
 * The question that is open when this reply comes. Events are read page by page, so they are put into the order of
 * their arrival first.
 */
const openFor = ({ events }: Person, { receivedAt }: IncomingReply): OpenQuestion | undefined =>
  openQuestionAmong(
    foldDiary(events).audit.map(({ event }) => event),
    receivedAt,
  );

/** Puts the check before the answer about the score, and its question into the event. */
const asking = (decision: Decision, who: Person, incoming: IncomingReply, context: AnswerContext): Decision => {
  const { event } = decision;
  if (event === undefined || openFor(who, incoming)?.question.about === 'signs') return decision;
  const logged = event.kind === 'score' || event.kind === 'fix' ? decision.answers : [];
  return {
    ...decision,
    answers: [context.safetyAnswer('check', countryOf(who, incoming)), ...logged],
    event: { ...event, asks: { about: 'signs' } },
  };
};

const mayAsk = ({ about }: Decision, { subscriber }: Person, { reply }: IncomingReply): boolean =>
  subscriber?.status === 'active' &&
  reply.danger.kind !== 'flag' &&
  reply.leaving.kind !== 'leaves' &&
  about?.kind !== 'held-back';

/**
 * Adds the check of signs to a decision about a score that is far above their usual, whether it came by text, mail or
 * page.
 */
export const withRiseCheck = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision =>
  decision.event && mayAsk(decision, who, incoming) && isSharp(who, decision.event, incoming.receivedAt)
    ? asking(decision, who, incoming, context)
    : decision;

/**
 * Asks a check again that was asked with a reply which is delivered again, because its answer may have been lost; not
 * once it has been answered.
 */
const askingAgain = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision | undefined => {
  const open = openFor(who, incoming);
  if (decision.event || who.subscriber?.status !== 'active' || open?.question.about !== 'signs') return undefined;
  if (open.asked.key !== keyOf(incoming)) return undefined;
  const logged = open.asked.kind === 'score' || open.asked.kind === 'fix' ? decision.answers : [];
  return { ...decision, answers: [context.safetyAnswer('check', countryOf(who, incoming)), ...logged] };
};

/** Whether the reply answers a question of ours or is answered with a red flag already: nothing in it is asked about. */
const isSettled = ({ about }: Decision): boolean => about?.kind === 'question' || about?.kind === 'red-flag';

/**
 * Asks about a flag that a rule found and the second opinion doubts. Where nothing can be asked (of a stranger, on a
 * page, with a check open already), it is answered as the rule read it.
 */
export const withDoubted = (decision: Decision, { events }: Person, incoming: IncomingReply): Decision => {
  const { danger } = incoming.reply;
  if (danger.kind !== 'doubted' || isSettled(decision)) return decision;
  const key = keyOf(incoming);
  const isAsked = [decision.event, ...events.filter((event) => event.key === key)].some(
    (event) => event?.asks?.about === 'signs',
  );
  return isAsked ? decision : { ...decision, about: { kind: 'red-flag', flag: danger.flag } };
};

const mayBeASign = (danger: Danger): boolean =>
  danger.kind === 'doubted' || (danger.kind === 'suspected' && danger.of === 'signs');

/**
 * Adds the check of signs to a decision about a reply in which the second opinion finds a possible danger and the rules
 * find none, or whose score is far above their usual. The words are stored and the score is logged as decided; then the
 * check is asked, with where to turn if the answer is yes. It replaces any other question. It is not asked while one is
 * open, nor of somebody who leaves.
 */
export const withSignsCheck = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  const again = askingAgain(decision, who, incoming, context);
  if (again) return again;
  const mayBeSign = mayBeASign(incoming.reply.danger) && !isSettled(decision);
  const asked =
    mayBeSign && mayAsk(decision, who, incoming)
      ? asking(decision, who, incoming, context)
      : withRiseCheck(decision, who, incoming, context);
  return withDoubted(asked, who, incoming);
};
