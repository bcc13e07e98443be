import type { Reach } from '../diary/diary.ts';
import { readAnswer } from '../reading/answer/read-answer.ts';
import { readReach } from '../reading/answer/read-reach.ts';
import { programmeOf } from '../tips/tip-programme.ts';
import { weeklyAskedOn } from '../tips/weekly.ts';
import { activityAskedOn, answerAboutActivity } from './activity.ts';
import { answerMinutes } from './answer-minutes.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { questionAboutGoal } from './goal.ts';
import { isCheckOpen } from './open-question.ts';

const keys = { all: 'weekAll', some: 'weekSome', none: 'weekNone' } as const satisfies Record<Reach, string>;

/**
 * Decides about a reply that answers the weekly question; undefined if none is open, or if it says something else. NONE
 * also answers a check of signs, which is tried first. A second answer about the same week replaces the first.
 */
export const answerAboutWeek = (conversation: Conversation): Decision | undefined => {
  const { incoming, context, subscriber, today } = conversation;
  // Before their first tip nobody has a course, unless they began with another programme than everybody: nothing was asked.
  if (subscriber.course === undefined) return undefined;
  const asked = subscriber.course.asked === undefined ? undefined : weeklyAskedOn(subscriber, today);
  if (programmeOf(subscriber, context.programme).asks === 'minutes') return answerMinutes(conversation, asked);
  if (asked === undefined || isCheckOpen(conversation)) return undefined;
  const { text } = incoming.reply;
  const reach = readReach(text);
  if (reach !== undefined) {
    // The answer is stored on the page of the day on which they were asked.
    const activity = activityAskedOn(conversation, asked);
    const about = activity === undefined ? {} : { note: activity };
    const event = eventOf(conversation, { kind: 'function', date: asked, reach, ...about });
    const asks = questionAboutGoal(conversation, reach);
    const answer = activity ? answerAboutActivity(conversation, activity, reach) : say(context, keys[reach], {});
    return asks
      ? { answers: [asks], event: { ...event, asks: { about: 'goal' } }, about: { kind: 'question' } }
      : { answers: [answer], event, about: { kind: 'question' } };
  }
  // "Yes" may mean some days or all, and "no" some or none: they are asked again, while the question is our last
  // message.
  const short = readAnswer(text);
  const isVague = (short === 'yes' || short === 'no') && subscriber.lastTip?.prompt === 'weekly';
  return isVague
    ? { ...answerOnly(conversation, say(context, 'weekUnclear', {})), about: { kind: 'question' } }
    : undefined;
};
