import { askMailbox, isSameMailbox } from '../people/pending-mailbox.ts';
import type { Subscriber } from '../people/subscriber.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, keyOf, say } from './conversation.ts';
import { announceSchedule } from './schedule-answers.ts';

/**
 * The least time between two mails that ask the same mailbox to confirm, in ms: a phone must not flood somebody's
 * mailbox.
 */
const mailsApartMs = 10 * 60_000;

/** EMAIL jo@example.org: sends tips there once that mailbox has confirmed. */
export const changeMailbox = (conversation: Conversation, address: string): Decision => {
  const { incoming, context, subscriber } = conversation;
  if (context.onlyChannel === 'sms') return answerOnly(conversation, say(context, 'onlyByText', {}));
  const { pendingMailbox: asked } = subscriber;
  if (isSameMailbox(subscriber.mailbox?.address, address)) {
    return subscriber.tipsBy === 'email'
      ? answerOnly(conversation, say(context, 'emailTaken', {}))
      : changeProfile(conversation, { tipsBy: 'email' }, say(context, 'emailTaken', {}));
  }
  const again = asked !== undefined && isSameMailbox(asked.address, address);
  if (again && incoming.receivedAt - asked.askedAt < mailsApartMs) {
    return answerOnly(conversation, say(context, 'emailAsked', {}));
  }
  // Tips keep coming where they came until the new mailbox has confirmed; only then does `tipsBy` change.
  const pendingMailbox = askMailbox(subscriber, address, incoming.receivedAt, keyOf(incoming));
  return {
    ...changeProfile(conversation, { pendingMailbox }, say(context, 'emailAsked', {})),
    job: 'confirm',
  };
};

/** SMS: tips come by text. */
export const tipsByText = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  if (context.onlyChannel === 'email' || context.smsNumber === undefined) {
    return answerOnly(conversation, say(context, 'onlyByEmail', {}));
  }
  if (!subscriber.phone) {
    return answerOnly(conversation, say(context, 'emailNeedsPhone', { number: context.smsNumber }));
  }
  const next: Subscriber = { ...subscriber, tipsBy: 'sms' };
  const { changes, words, none } = announceSchedule(context, next, incoming.receivedAt);
  return changeProfile(
    conversation,
    { ...changes, tipsBy: 'sms' },
    none ?? say(context, 'tipsByText', { time: words.time, first: words.first }),
  );
};
