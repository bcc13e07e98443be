import { courseGoingOn, isOver } from '../tips/choose-tip.ts';
import { courseOf, markOf } from '../tips/course.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';
import { keepNote } from './log-score.ts';
import { announceSchedule } from './schedule-answers.ts';

/** Tips that are repeated as the best ones: three are as long as a text may be. */
const mostBest = 3;

/** MORE after the summary of the programme: the tips that they said helped. */
export const bestTips = (conversation: Conversation): Decision => {
  const { context, subscriber } = conversation;
  const course = courseOf(subscriber, context.programme);
  const helped = context.programme.tips.filter(({ number }) => markOf(course, number) === 'helped');
  const texts = helped.flatMap(({ tip }) => context.texts.tips.find(({ id }) => id === tip)?.sms ?? []);
  const answer =
    texts.length > 0
      ? say(context, 'bestTips', { tips: texts.slice(0, mostBest).join(' ') })
      : say(context, 'bestNone', {});
  return answerOnly(conversation, answer);
};

/** AGAIN: once the programme is over, from the start. Before that it is a word of the day. */
export const beginAgain = (conversation: Conversation): Decision => {
  const { incoming, context, subscriber } = conversation;
  if (!isOver(subscriber, context.programme)) return keepNote(conversation, say(context, 'noteKept', {}));
  const course = courseGoingOn(subscriber, context.programme);
  const { changes, words, none } = announceSchedule(context, { ...subscriber, course }, incoming.receivedAt);
  return changeProfile(
    conversation,
    { ...changes, course },
    none ?? say(context, 'beganAgain', { first: words.first }),
  );
};
