import { flareOn } from '../diary/flare.ts';
import type { Subscriber, TipClaim } from '../people/subscriber.ts';
import { type Choice, chooseGentleTip, chooseTip, isEffort } from '../tips/choose-tip.ts';
import { courseOf } from '../tips/course.ts';
import type { TipText } from '../tips/texts.ts';
import type { TipOutcome } from '../tips/tip-outcome.ts';
import {
  type AnswerContext,
  answerOnly,
  type Conversation,
  changeProfile,
  type Decision,
  say,
} from './conversation.ts';
import { weekInWords } from './log-score.ts';
import { paceInWords } from './pace-in-words.ts';
import { bestTips } from './programme-end.ts';
import { programmeOver } from './schedule-answers.ts';

const linkOf = ({ incoming, context, subscriber }: Conversation): string =>
  context.link('diary', subscriber.id, subscriber.epoch, incoming.receivedAt);

/** HELP: says what the law and the carriers require (docs/facts.md#c2), and whom they may ask at their own clinic. */
export const help = (conversation: Conversation): Decision => {
  const { context, incoming } = conversation;
  const { memberOf } = incoming;
  const words = [
    say(context, 'help', { pace: paceInWords(context, conversation.subscriber), contact: context.contact }),
    ...(memberOf ? [say(context, 'joinedThrough', { clinic: memberOf.clinic, contact: memberOf.contact })] : []),
  ];
  return answerOnly(conversation, words.join(' '));
};

/** DIARY: the last seven days in one text, and a private link. */
export const showDiary = (conversation: Conversation): Decision =>
  answerOnly(
    conversation,
    say(conversation.context, 'diary', { week: weekInWords(conversation), link: linkOf(conversation) }),
  );

/** EXPORT: the same page, where everything can be downloaded. */
export const exportAll = (conversation: Conversation): Decision =>
  answerOnly(conversation, say(conversation.context, 'exportLink', { link: linkOf(conversation) }));

const tipNamed = ({ texts }: AnswerContext, name: string | undefined): TipText | undefined =>
  texts.tips.find(({ id }) => id === name);

const lastTipOf = ({ context, subscriber }: Conversation): TipText | undefined =>
  tipNamed(context, subscriber.lastTip?.tip);

/** MORE: the longer version of the last tip. */
export const more = (conversation: Conversation): Decision => {
  if (conversation.subscriber.lastTip?.prompt === 'summary') return bestTips(conversation);
  const tip = lastTipOf(conversation);
  return answerOnly(conversation, tip ? tip.more : say(conversation.context, 'moreNone', {}));
};

/** The owner recorded in the claim of a tip that is given with an answer. */
const answered = 'reply';

/** The outcome of the last tip, if it was given with an answer. */
export const outcomeOfAnswer = ({
  id,
  epoch,
  lastTip,
}: Pick<Subscriber, 'id' | 'epoch' | 'lastTip'>): TipOutcome | undefined =>
  lastTip?.owner === answered
    ? {
        id,
        date: lastTip.date,
        state: 'accepted',
        at: lastTip.claimedAt,
        epoch,
        tip: lastTip.tip,
        why: 'asked',
        channel: lastTip.channel,
      }
    : undefined;

/** The tip that was given last, as the answer to TIP. */
export const repeatTip = (conversation: Conversation): string => {
  const tip = lastTipOf(conversation);
  return tip ? say(conversation.context, 'tipToday', { tip: tip.sms }) : say(conversation.context, 'moreNone', {});
};

/** The next tip; in a flare none that asks for an effort. `wait` means that only such tips are left. */
const nextTip = ({ context: { programme }, subscriber, diary, today }: Conversation): Choice | 'wait' | undefined => {
  const choice = chooseTip(subscriber, programme);
  if (!choice || choice.why === 'again' || !isEffort(programme, choice)) return choice;
  return flareOn(diary.entries, today) ? (chooseGentleTip(subscriber, programme) ?? 'wait') : choice;
};

/**
 * TIP: gives today's tip now. It counts as today's, and is repeated if it is asked for again. If a tip of a later date
 * was given (somebody flew west), that one is repeated. A tip that a worker has claimed is taken over: it has now been
 * given, whether or not the provider took it, and a worker in doubt about it will not send it again.
 */
export const giveTip = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber, today } = conversation;
  const last = subscriber.lastTip && subscriber.lastTip.date >= today ? subscriber.lastTip : undefined;
  // What came in place of a tip is not a tip, so somebody who asks for one still gets it.
  const given = last?.prompt ? undefined : last && lastTipOf(conversation);
  if (last?.state === 'claimed' && last.owner === answered) return answerOnly(conversation, repeatTip(conversation));
  const { programme } = context;
  const choice = given ? { tip: given.id, course: courseOf(subscriber, programme) } : nextTip(conversation);
  if (!choice) return answerOnly(conversation, say(context, 'tipNoneFits', {}));
  if (choice === 'wait') return answerOnly(conversation, say(context, 'ease', {}));
  if ('why' in choice && choice.why === 'again') return answerOnly(conversation, programmeOver(context, subscriber));
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
    say(context, 'tipToday', { tip: tipNamed(context, tip)?.sms ?? '' }),
  );
  const outcome = outcomeOfAnswer({ ...subscriber, lastTip });
  return { ...decision, ...(outcome ? { outcome } : {}) };
};
