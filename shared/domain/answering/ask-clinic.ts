import type { Person } from '../people/person.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { readAnswer } from '../reading/answer/read-answer.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  type Decision,
  type IncomingReply,
  keyOf,
  say,
} from './conversation.ts';

const dayMs = 86_400_000;
/** The first week has the welcome, the first scores, and commands enough to learn. */
const settledMs = 7 * dayMs;
/** How long "yes" may still mean this question. */
const openMs = dayMs;

/** Somebody who has been asked by no reply but this, has said neither yes nor no, and has been with us for a while. */
const isToBeAsked = ({ status, clinic, clinicAsked, joinedAt }: Subscriber, incoming: IncomingReply): boolean =>
  status === 'active' &&
  clinic === undefined &&
  (clinicAsked === undefined || clinicAsked === keyOf(incoming)) &&
  incoming.receivedAt - joinedAt >= settledMs;

/** A score by text or mail whose one answer says that it was logged: nothing else is being talked about. */
const isPlainScore = (
  { answers, event, safety, alert, heldBack, answersQuestion }: Decision,
  incoming: IncomingReply,
) =>
  incoming.channel !== 'web' &&
  incoming.proof === 'address' &&
  incoming.reply.intent.kind === 'score' &&
  incoming.reply.check === undefined &&
  answers.length === 1 &&
  event?.asks === undefined &&
  !(safety ?? incoming.reply.safety ?? alert ?? heldBack ?? answersQuestion);

/**
 * A decision about a score, with the one time that somebody is asked whether the clinic may read what they write, where
 * somebody there reads. It comes with the answer to what they sent, never by itself: nobody gets a message more on a day for
 * it, and who never writes a score has nothing that could be read. The reply it was asked with is remembered, so that its
 * redelivery asks again and no other does.
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
 * What comes of a bare "yes" or "no" to that question: how to say it so that nobody has agreed by mistake. Undefined if it is
 * none, or if something was said since.
 */
export const answerAboutClinic = (conversation: Conversation): Decision | undefined => {
  const { subscriber, incoming, diary, context } = conversation;
  const last = diary.audit.at(-1)?.event;
  const isOpen = last !== undefined && last.key === subscriber.clinicAsked && incoming.receivedAt - last.at < openMs;
  if (!isOpen || subscriber.clinic !== undefined || context.readers === undefined) return undefined;
  const answer = readAnswer(incoming.reply.text);
  if (answer !== 'yes' && answer !== 'no') return undefined;
  return { ...answerOnly(conversation, say(context, 'clinicHow', {})), answersQuestion: true };
};
