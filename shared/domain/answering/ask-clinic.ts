import type { Person } from '../people/person.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { readAnswer } from '../reading/answer/read-answer.ts';
import { dayMs } from '../time/durations.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  type Decision,
  type IncomingReply,
  keyOf,
  say,
} from './conversation.ts';

/**
 * How long after joining they are not asked, in ms: the first week has the welcome, the first scores, and enough
 * commands to learn.
 */
const settledMs = 7 * dayMs;
/** How long "yes" may still answer this question, in ms. */
const openMs = dayMs;

/**
 * Whether to ask somebody: they have been with us for a while, have said neither yes nor no, and were not asked before,
 * except with this very reply.
 */
const isToBeAsked = ({ status, clinic, clinicAsked, joinedAt }: Subscriber, incoming: IncomingReply): boolean =>
  status === 'active' &&
  clinic === undefined &&
  (clinicAsked === undefined || clinicAsked === keyOf(incoming)) &&
  incoming.receivedAt - joinedAt >= settledMs;

/**
 * Whether a decision only logs a score by text or mail, with one answer that says so: nothing else is being talked
 * about.
 */
const isPlainScore = ({ answers, event, about, alert }: Decision, incoming: IncomingReply) =>
  incoming.channel !== 'web' &&
  incoming.proof === 'address' &&
  incoming.reply.intent.kind === 'score' &&
  incoming.reply.danger.kind === 'none' &&
  answers.length === 1 &&
  event?.asks === undefined &&
  about === undefined &&
  alert === undefined;

/**
 * Adds, once, the question whether the clinic may read what they write, where somebody there reads. It comes with the
 * answer to a score, never by itself: nobody gets an extra message for it, and somebody who sends no score has nothing
 * to be read. The reply it was asked with is remembered, so that its redelivery asks again and no other reply does.
 */
export const withClinicQuestion = (
  decision: Decision,
  { subscriber }: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  const next = decision.next ?? subscriber;
  if (context.readers === undefined || !next || !isToBeAsked(next, incoming) || !isPlainScore(decision, incoming))
    return decision;
  const answers = [...decision.answers, say(context, 'clinicHow', {})];
  return next.clinicAsked === undefined
    ? { ...decision, answers, next: { ...next, clinicAsked: keyOf(incoming) } }
    : { ...decision, answers };
};

/**
 * Answers a bare "yes" or "no" to that question with how to say it, so that nobody agrees by mistake. Undefined if it
 * is neither, or if something was said since.
 */
export const answerAboutClinic = (conversation: Conversation): Decision | undefined => {
  const { subscriber, incoming, diary, context } = conversation;
  const last = diary.audit.at(-1)?.event;
  const isOpen = last !== undefined && last.key === subscriber.clinicAsked && incoming.receivedAt - last.at < openMs;
  if (!isOpen || subscriber.clinic !== undefined || context.readers === undefined) return undefined;
  const answer = readAnswer(incoming.reply.text);
  if (answer !== 'yes' && answer !== 'no') return undefined;
  return { ...answerOnly(conversation, say(context, 'clinicHow', {})), about: { kind: 'question' } };
};
