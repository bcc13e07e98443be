import { callConsentWording } from '../people/consent.ts';
import { answerTalk } from './answer-words.ts';
import { type Conversation, changeProfile, type Decision, keyOf, say } from './conversation.ts';

/**
 * CALL ME: the clinic may call that person's number, and sees it on the worklist. Where nobody looks, or
 * there is no number, nobody would call: it is answered by where to turn instead.
 */
export const callMe = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  if (context.readers === undefined || !subscriber.phone) return answerTalk(conversation, 'doctor');
  return {
    ...changeProfile(conversation, { callMe: incoming.receivedAt }, say(context, 'callMe', context.readers)),
    alert: 'asked',
    consent: {
      at: incoming.receivedAt,
      act: 'call-given',
      version: callConsentWording(context.language),
      where: incoming.channel,
      message: keyOf(incoming),
    },
  };
};
