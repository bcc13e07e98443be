import { saysNoSmoker } from '../reading/answer/says-no-smoker.ts';
import type { Intent } from '../reading/intent.ts';
import { chooseTip, hasRelatives } from '../tips/choose-tip.ts';
import { begunAgain, courseOf, doseWithin, withDose, withMark } from '../tips/course.ts';
import type { Dose } from '../tips/dose.ts';
import { programmeOf, programmesFrom, tipIn } from '../tips/tip-programme.ts';
import { answerOnly, type Conversation, changeProfile, type Decision, say } from './conversation.ts';
import { announceSchedule } from './schedule-answers.ts';

const doseKeys = { daily: 'doseDaily', less: 'doseLess', three: 'doseThree', weekly: 'doseWeekly' } as const;

/** DAILY, LESS, WEEKLY: sets how many tips a week come from now on, and tells when the next one does. */
export const changeDose = (conversation: Conversation, wanted: Dose): Decision => {
  const { incoming, context, subscriber } = conversation;
  const dose = doseWithin(wanted, programmeOf(subscriber, context.programme));
  // After the summary this chooses a new round. Before it, the summary comes first.
  const course = withDose(begunAgain(courseOf(subscriber, context.programme), context.programme), dose);
  const { changes, words } = announceSchedule(context, { ...subscriber, course }, incoming.receivedAt);
  const isNone = chooseTip({ ...subscriber, course }, context.programme) === undefined;
  const answer = isNone ? say(context, 'tipNoneFits', {}) : say(context, doseKeys[dose], { first: words.first });
  return changeProfile(conversation, { ...changes, course }, answer);
};

const ratingKeys = { helped: 'tipHelped', later: 'tipLater', unwanted: 'tipUnwanted' } as const;

/** HELPED, SKIP, NOTFORME: stores what they thought of the last tip, which decides what comes next (choose-tip.ts). */
export const rateTip = (conversation: Conversation, as: Extract<Intent, { kind: 'rate' }>['as']): Decision => {
  const { context, subscriber } = conversation;
  const { programme } = context;
  const last = tipIn(programme, subscriber.lastTip?.tip);
  if (!last) return answerOnly(conversation, say(context, 'moreNone', {}));
  const course = withMark(courseOf(subscriber, programme), last.number, as);
  const isAlone = as === 'helped' && !hasRelatives({ ...subscriber, course }, last, programme);
  return changeProfile(conversation, { course }, say(context, isAlone ? 'tipHelpedAlone' : ratingKeys[as], {}));
};

/** The topic of the tips for whoever smokes (content/programmes). */
const smoking = 'smoking';

/** "I don't smoke": nothing of that topic ever comes; undefined for whatever else was said, and where no tip is of it. */
export const dropSmoking = (conversation: Conversation): Decision | undefined => {
  const { incoming, context, subscriber } = conversation;
  const about = programmesFrom(context.programme)
    .flatMap(({ tips }) => tips)
    .filter(({ topic }) => topic === smoking);
  if (about.length === 0 || !saysNoSmoker(incoming.reply.text)) return undefined;
  const course = about.reduce(
    (so, { number }) => withMark(so, number, 'unwanted'),
    courseOf(subscriber, context.programme),
  );
  return changeProfile(conversation, { course }, say(context, 'tipNotSmoking', {}));
};
