import { readAnswer } from '../reading/answer/read-answer.ts';
import type { Intent } from '../reading/intent.ts';
import { answerAboutClinic } from './ask-clinic.ts';
import { type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { answerAboutGoal } from './goal.ts';
import { logAsked } from './log-score.ts';
import { type OpenQuestion, openQuestion } from './open-question.ts';

/** Decides about an answer to "is 6 your pain?": a yes logs the 6 for the day it was said of. */
const answerAboutScore = (conversation: Conversation, { asked, question }: OpenQuestion, intent: Intent) => {
  if (question.about !== 'score') return undefined;
  const answer = readAnswer(conversation.incoming.reply.text);
  const isNumber = intent.kind === 'score' && intent.note === undefined && intent.score === question.score;
  if (isNumber || answer === 'yes' || answer === 'ok') return logAsked(conversation, asked, question);
  return answer === 'no'
    ? {
        answers: [say(conversation.context, 'scoreDropped', {})],
        event: eventOf(conversation, { kind: 'command', of: asked.key }),
      }
    : undefined;
};

/**
 * Decides about an answer to the check of signs. Any sign is a red flag. "Ok" could mean yes or no, so the check is
 * asked again.
 */
const answerAboutSigns = (conversation: Conversation, { asked, question }: OpenQuestion): Decision | undefined => {
  if (question.about !== 'signs') return undefined;
  const { incoming, context } = conversation;
  switch (readAnswer(incoming.reply.text)) {
    case 'any':
    case 'yes':
      return { answers: [], safety: 'now', event: eventOf(conversation, { kind: 'command', of: asked.key }) };
    case 'none':
    case 'no':
      return {
        answers: [say(context, 'signsNone', {})],
        event: eventOf(conversation, { kind: 'command', of: asked.key }),
      };
    case 'ok':
      return {
        answers: [context.safetyAnswer('check', conversation.subscriber.country)],
        event: eventOf(conversation, { kind: 'command' }),
      };
    default:
      return undefined;
  }
};

/**
 * Decides about a reply that answers a question of ours; undefined if none is open, or if it says something else. YES
 * and START are words that Twilio answers by itself (docs/facts.md#a8), so this is tried before them.
 */
export const answerQuestion = (conversation: Conversation, intent: Intent): Decision | undefined => {
  const open = openQuestion(conversation);
  if (open === undefined) return answerAboutClinic(conversation);
  const decision =
    answerAboutScore(conversation, open, intent) ??
    answerAboutSigns(conversation, open) ??
    answerAboutGoal(conversation, open);
  return decision && { ...decision, answersQuestion: true };
};
