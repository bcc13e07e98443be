import { plainVisit, shareOf } from '../visit/visit-share.ts';
import { answerOnly, type Conversation, type Decision, keyOf, say } from './conversation.ts';

/**
 * SHARE: makes a link to one page for a clinician. By text the page shows the figures alone; words are chosen on the
 * diary's page. The same message delivered again gets the same link.
 */
export const shareVisit = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  const share = shareOf(subscriber, keyOf(incoming), incoming.receivedAt, plainVisit);
  const link = context.link('visit', subscriber.id, share.share, incoming.receivedAt);
  return { ...answerOnly(conversation, say(context, 'visitLink', { link })), visit: { share } };
};

/** UNSHARE: ends all of these links. */
export const endVisits = (conversation: Conversation): Decision => ({
  ...answerOnly(conversation, say(conversation.context, 'visitEnded', {})),
  visit: 'end',
});
