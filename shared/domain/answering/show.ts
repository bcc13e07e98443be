import type { Subscriber, TipClaim } from '../people/subscriber.ts';
import { chooseTip } from '../tips/choose-tip.ts';
import { courseOf } from '../tips/course.ts';
import type { TipText } from '../tips/texts.ts';
import type { TipOutcome } from '../tips/tip-outcome.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, type Programme, say } from './conversation.ts';
import { weekInWords } from './log-score.ts';
import { bestTips } from './programme-end.ts';

const linkOf = ({ incoming, programme, subscriber }: Conversation): string =>
  programme.link('diary', subscriber.id, subscriber.epoch, incoming.receivedAt);

/** HELP: what the law and the carriers want said (docs/facts.md#c2). */
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

const tipNamed = ({ texts }: Programme, name: string | undefined): TipText | undefined =>
  texts.tips.find(({ id }) => id === name);

const lastTipOf = ({ programme, subscriber }: Conversation): TipText | undefined =>
  tipNamed(programme, subscriber.lastTip?.tip);

/** MORE: the longer version of the last tip. */
export const more = (conversation: Conversation): Decision => {
  if (conversation.subscriber.lastTip?.prompt === 'summary') return bestTips(conversation);
  const tip = lastTipOf(conversation);
  return answerOnly(conversation, tip ? tip.more : say(conversation.programme, 'moreNone', {}));
};

/** Who claims a tip that is given with an answer. */
const answered = 'reply';

/** What came of the last tip, if it was given with an answer. */
export const outcomeOfAnswer = ({ id, lastTip }: Pick<Subscriber, 'id' | 'lastTip'>): TipOutcome | undefined =>
  lastTip?.owner === answered
    ? {
        id,
        date: lastTip.date,
        state: 'accepted',
        at: lastTip.claimedAt,
        tip: lastTip.tip,
        why: 'asked',
        channel: lastTip.channel,
      }
    : undefined;

/** The tip that was given last, as the answer to TIP. */
export const repeatTip = (conversation: Conversation): string => {
  const tip = lastTipOf(conversation);
  return tip ? say(conversation.programme, 'tipToday', { tip: tip.sms }) : say(conversation.programme, 'moreNone', {});
};

/**
 * TIP: today's tip now. It counts as today's; asked again, it is repeated. So is that of a later date: somebody who flew
 * west has had theirs. One that a worker has claimed is taken over: whether or not its provider has taken it, it has now
 * been given, and a worker that is still in doubt about it will not send it again.
 */
export const giveTip = (conversation: Conversation): Decision => {
  const { incoming, programme, subscriber, today } = conversation;
  const last = subscriber.lastTip && subscriber.lastTip.date >= today ? subscriber.lastTip : undefined;
  // What came in place of a tip is none: whoever asks for one gets it.
  const given = last?.prompt ? undefined : last && lastTipOf(conversation);
  if (last?.state === 'claimed' && last.owner === answered) return answerOnly(conversation, repeatTip(conversation));
  const { tipProgramme } = programme;
  const choice = given
    ? { tip: given.id, course: courseOf(subscriber, tipProgramme) }
    : chooseTip(subscriber, tipProgramme);
  if (!choice) return answerOnly(conversation, say(programme, 'tipNoneFits', {}));
  if ('why' in choice && choice.why === 'again') return answerOnly(conversation, say(programme, 'programmeOver', {}));
  const { tip, course } = choice;
  const lastTip: TipClaim = {
    date: last?.date ?? today,
    tip,
    owner: answered,
    claimedAt: incoming.receivedAt,
    state: 'claimed',
    channel: incoming.channel === 'email' ? 'email' : 'sms',
  };
  const decision = changeProfile(
    conversation,
    { lastTip, course, position: subscriber.position + (given ? 0 : 1) },
    say(programme, 'tipToday', { tip: tipNamed(programme, tip)?.sms ?? '' }),
  );
  const outcome = outcomeOfAnswer({ id: subscriber.id, lastTip });
  return { ...decision, ...(outcome ? { outcome } : {}) };
};
