import { activityOn } from '../diary/activity.ts';
import type { Reach } from '../diary/diary.ts';
import { type Goal, openGoal } from '../diary/goals.ts';
import { readAnswerAndScore } from '../reading/answer/answer-and-score.ts';
import { readAnswer } from '../reading/answer/read-answer.ts';
import { readReach } from '../reading/answer/read-reach.ts';
import type { Intent } from '../reading/intent.ts';
import { addDays } from '../time/local-time.ts';
import { programmeOf } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { goalInText } from './goal-in-text.ts';
import { hasRoom, keepNote } from './log-score.ts';
import type { OpenQuestion } from './open-question.ts';

const goalOf = ({ diary, today }: Conversation): Goal | undefined => openGoal(diary.goals, today);

/**
 * Whether an activity of their own is offered with a goal: with the first one, while the weekly question is about
 * walking and nothing else was ever chosen.
 */
const offersActivity = ({ diary, subscriber, context, today }: Conversation): boolean =>
  diary.goals.length === 0 &&
  diary.choices.length === 0 &&
  activityOn(diary, addDays(today, 1)) === undefined &&
  programmeOf(subscriber, context.programme).asks === undefined;

/**
 * GOAL walk to the shop: stores the goal in their own words. GOAL alone is answered with the one they have, or how to
 * set one.
 */
export const setGoal = (conversation: Conversation, words: string | undefined): Decision => {
  const { context, today } = conversation;
  const goal = goalOf(conversation);
  if (words === undefined)
    return answerOnly(
      conversation,
      goal ? say(context, 'goalIs', { goal: goalInText(goal.words) }) : say(context, 'goalHow', {}),
    );
  if (!hasRoom(conversation, today)) return { answers: [say(context, 'noteNotKept', {})] };
  const event = eventOf(conversation, { kind: 'goal', note: words });
  const key = offersActivity(conversation) ? 'goalFirst' : 'goalSet';
  return { answers: [say(context, key, { goal: goalInText(words) })], event };
};

const progressKeys = { done: 'goalDone', 'not-yet': 'goalNotYet' } as const;

/** DONE, NOTYET, CHANGE: stores how far the goal has come. Without a goal they are ordinary words. */
export const sayOfGoal = (
  conversation: Conversation,
  as: Extract<Intent, { kind: 'goal-progress' }>['as'],
): Decision => {
  const { context, today } = conversation;
  const goal = goalOf(conversation);
  if (!goal) return keepNote(conversation, say(context, as === 'change' ? 'goalHow' : 'noteKept', {}));
  const told = { goal: goalInText(goal.words) };
  if (as === 'change') return answerOnly(conversation, say(context, 'goalChange', told));
  if (!hasRoom(conversation, today)) return { answers: [say(context, 'noteNotKept', {})] };
  // The goal's words are repeated in the event, so that the recent days of the diary alone tell it.
  const event = eventOf(conversation, { kind: 'goal', note: goal.words, progress: as });
  return { answers: [say(context, progressKeys[as], told)], event };
};

const weekKeys = { all: 'weekAllGoal', some: 'weekSomeGoal', none: 'weekNoneGoal' } as const;

/** The question about the goal that follows an answer about the week; undefined for somebody without a goal. */
export const questionAboutGoal = (conversation: Conversation, reach: Reach): string | undefined => {
  const goal = goalOf(conversation);
  return goal && say(conversation.context, weekKeys[reach], { goal: goalInText(goal.words) });
};

/** Words that tell how far the goal has come ("I did it", "almost there"), read only while we have just asked. */
const doneInWords =
  /^(?:(?:yes|oui)[,. !]+)?(?:i (?:did|have|made|managed)(?: it)?|did it|made it|reached|reussi|j'ai reussi|atteint|c'est fait|je l'ai fait)[ .!]*$/;
const notYetInWords =
  /^(?:no|not|non|pas|almost|nearly|presque|bientot|soon|still|toujours pas|en cours|working on it|getting there|on y arrive|j'y travaille)(?:[ ,.!]+(?:yet|quite|really|there|encore|vraiment|tout a fait|working on it))*[ .!]*$/;

/** Decides about an answer to the question about the goal; undefined if it says something else. */
export const answerAboutGoal = (conversation: Conversation, { question }: OpenQuestion): Decision | undefined => {
  const { text } = conversation.incoming.reply;
  // "Some" corrects the answer about the week, which was asked about first.
  if (question.about !== 'goal' || readReach(text) !== undefined) return undefined;
  // "Yes, 4" holds a score, which goes before.
  if (readAnswerAndScore(text) !== undefined) return undefined;
  const words = text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('’', "'").toLowerCase().trim();
  const answer = readAnswer(text);
  if (answer === 'yes' || doneInWords.test(words)) return sayOfGoal(conversation, 'done');
  return answer === 'no' || notYetInWords.test(words) ? sayOfGoal(conversation, 'not-yet') : undefined;
};
