import type { Subscriber } from '../subscriber.ts';
import type { TipText } from '../texts.ts';
import { tipAt } from '../tip-choice.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';
import { weekInWords } from './log-score.ts';

const linkOf = ({ incoming, programme, subscriber }: Conversation): string =>
  programme.link('diary', subscriber.id, subscriber.epoch, incoming.receivedAt);

/** HELP: what the law and the carriers want said (facts C2). */
export const help = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.programme, 'help', { contact: conversation.programme.contact }));

/** DIARY: the last seven days in one text, and a private link. */
export const showDiary = (conversation: Conversation): Decision =>
  answerOnly(
    conversation,
    say(conversation.programme, 'diary', { week: weekInWords(conversation), link: linkOf(conversation) }),
  );

/** EXPORT: the same page, where everything can be downloaded. */
export const exportAll = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.programme, 'exportLink', { link: linkOf(conversation) }));

const lastTipOf = ({ programme, subscriber }: Conversation): TipText | undefined =>
  programme.texts.tips.find(({ id }) => id === subscriber.lastTip?.tip);

/** MORE: the longer version of the last tip. */
export const more = (conversation: Conversation): Decision => {
  const tip = lastTipOf(conversation);
  return answerOnly(conversation, tip ? tip.more : say(conversation.programme, 'moreNone', {}));
};

/** TIP: today's tip now. It counts as today's; asked again, it is repeated. */
export const giveTip = (conversation: Conversation): Decision => {
  const { incoming, programme, subscriber, today } = conversation;
  const given = subscriber.lastTip?.date === today ? lastTipOf(conversation) : undefined;
  if (given) return answerOnly(conversation, say(programme, 'tipToday', { tip: given.sms }));
  const tip = tipAt(programme.texts.tips, subscriber.position);
  const lastTip: Subscriber['lastTip'] = {
    date: today,
    tip: tip.id,
    owner: 'reply',
    claimedAt: incoming.receivedAt,
    state: 'claimed',
    channel: incoming.channel,
  };
  return {
    ...changeProfile(
      conversation,
      { lastTip, position: subscriber.position + 1 },
      say(programme, 'tipToday', { tip: tip.sms }),
    ),
    outcome: {
      id: subscriber.id,
      date: today,
      state: 'accepted',
      at: incoming.receivedAt,
      tip: tip.id,
      channel: incoming.channel,
    },
  };
};
