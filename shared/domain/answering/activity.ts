import { activityOn } from '../diary/activity.ts';
import type { Reach } from '../diary/diary.ts';
import { normalise } from '../reading/text/normalise.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { answerOnly, type Conversation, type Decision, eventOf, say } from './conversation.ts';
import { activityInText } from './goal-in-text.ts';
import { hasRoom } from './log-score.ts';

/** Matches "walking", which takes back a choice: the weekly question is about walking where nothing was chosen. */
const walking = /^(?:my |the |la |le )?(?:walks?|walking|marches?|marcher)$/;

/** The activity that the weekly message of a local date asks about; undefined: walking. */
export const activityAskedOn = ({ diary }: Pick<Conversation, 'diary'>, date: LocalDate): string | undefined =>
  activityOn(diary, date);

/**
 * ACTIVITY gardening: chooses what the weekly question is about from the next one on. The word alone is answered with
 * what it is about now.
 */
export const setActivity = (conversation: Conversation, words: string | undefined): Decision => {
  const { context, today } = conversation;
  if (words === undefined) {
    const activity = activityAskedOn(conversation, addDays(today, 1));
    const answer = activity
      ? say(context, 'activityIs', { activity: activityInText(activity) })
      : say(context, 'activityHow', {});
    return answerOnly(conversation, answer);
  }
  if (!hasRoom(conversation, today)) return { answers: [say(context, 'noteNotKept', {})] };
  if (walking.test(normalise(words).text.trim()))
    return { answers: [say(context, 'activityWalking', {})], event: eventOf(conversation, { kind: 'function' }) };
  const event = eventOf(conversation, { kind: 'function', note: words });
  return { answers: [say(context, 'activitySet', { activity: activityInText(words) })], event };
};

const ownKeys = { all: 'weekAllOwn', some: 'weekSomeOwn', none: 'weekNoneOwn' } as const satisfies Record<
  Reach,
  string
>;

/** The reply to an answer about an activity of their own. */
export const answerAboutActivity = ({ context }: Conversation, activity: string, reach: Reach): string =>
  say(context, ownKeys[reach], { activity: activityInText(activity) });
