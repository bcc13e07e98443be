import type { Person } from '../people/person.ts';
import { countryOf } from './answer-red-flag.ts';
import type { AnswerContext, Decision, IncomingReply } from './conversation.ts';
import { openQuestionAmong } from './open-question.ts';

/**
 * A decision about a reply in which the second opinion finds what may be a dangerous sign and the rules find none. The
 * words are kept and the score is logged as decided; then a check is asked, with where to turn if the answer is yes.
 * The check replaces any other question. It is not asked while one is open, nor of somebody who leaves.
 */
export const withSignsCheck = (
  decision: Decision,
  who: Person,
  incoming: IncomingReply,
  context: AnswerContext,
): Decision => {
  const { reply, receivedAt } = incoming;
  const { event } = decision;
  if (reply.check !== 'signs' || reply.safety || reply.optOut || decision.answersQuestion) return decision;
  if (who.subscriber?.status !== 'active' || event === undefined || decision.heldBack) return decision;
  if (openQuestionAmong(who.events, receivedAt)?.question.about === 'signs') return decision;
  const logged = event.kind === 'score' || event.kind === 'fix' ? decision.answers : [];
  return {
    ...decision,
    answers: [context.safetyAnswer('check', countryOf(who, incoming)), ...logged],
    event: { ...event, asks: { about: 'signs' } },
  };
};
