import type { DiaryEvent, Progress, Reach } from '../diary/diary.ts';
import { openGoal } from '../diary/goals.ts';
import type { EnrolledPerson } from '../people/person.ts';
import type { LocalDate } from '../time/local-time.ts';
import { activityAskedOn, setActivity } from './activity.ts';
import { withRedFlag } from './answer-red-flag.ts';
import { withSuspicion } from './answer-suspicion.ts';
import { withDoubted, withRiseCheck } from './check-signs.ts';
import {
  type AnswerContext,
  type Conversation,
  converse,
  type Decision,
  type Draws,
  eventOf,
  type IncomingReply,
  keyOf,
} from './conversation.ts';
import { sayOfGoal, setGoal } from './goal.ts';
import { hearAgain } from './hear-again.ts';
import { hasRoom, repliesAPage, scoreOf } from './log-score.ts';
import { optOut } from './opt-out.ts';
import { withWorsening } from './report-worsening.ts';

/** What somebody does on one of their pages. The words with it are those of the reply. */
export type PageAct =
  /** A score, of today unless another day is named. */
  | { readonly kind: 'log'; readonly score: number; readonly date?: LocalDate }
  /** Words about a score, by its key. */
  | { readonly kind: 'note'; readonly about: string }
  /** Words that are a goal. */
  | { readonly kind: 'goal' }
  /** How far the goal has come. */
  | { readonly kind: 'goal-progress'; readonly as: Progress }
  /** Words that are what the weekly question is to be about. */
  | { readonly kind: 'activity' }
  /** What the weekly message of a local date asked: on how many days they did what it is about, or the minutes they walk with ease. */
  | { readonly kind: 'week'; readonly of: LocalDate; readonly reach: Reach }
  | { readonly kind: 'minutes'; readonly of: LocalDate; readonly minutes: number }
  | { readonly kind: 'correct'; readonly entry: string; readonly score: number }
  /**
   * Takes back an entry, a correction or a note. If it names an earlier undo by its key, it takes that back and so
   * restores what the undo took.
   */
  | { readonly kind: 'take-back'; readonly event: string };

/**
 * Acts that somebody who has left may still do. They consent to no further storing, but keep the right to correct and
 * delete what is stored (GDPR, articles 16 and 17).
 */
const openToStopped: ReadonlySet<PageAct['kind']> = new Set(['correct', 'take-back']);

/** Whether an act may be carried out for somebody whose subscription stands so. */
export const isOpenTo = ({ status }: EnrolledPerson['subscriber'], { kind }: PageAct): boolean =>
  status === 'active' || (status === 'stopped' && openToStopped.has(kind));

/** Whether the mail is about the last weekly question; the answer to an older mail would belong to no open question. */
const isLastAsked = ({ subscriber }: Conversation, { of }: { readonly of: LocalDate }): boolean =>
  subscriber.course?.asked === of;

/** The words of the activity that the question of that date was about. */
const about = (conversation: Conversation, of: LocalDate): { readonly note?: string } => {
  const activity = activityAskedOn(conversation, of);
  return activity === undefined ? {} : { note: activity };
};

const eventFor = (conversation: Conversation, act: PageAct): DiaryEvent | undefined => {
  const { diary, incoming, today } = conversation;
  const { text } = incoming.reply;
  const known = (key: string): DiaryEvent | undefined => diary.audit.find(({ event }) => event.key === key)?.event;
  switch (act.kind) {
    case 'log':
      return scoreOf(conversation, act.date ?? today, act.score, text);
    case 'note':
      return text !== '' && known(act.about)?.kind === 'score' && hasRoom(conversation, today)
        ? eventOf(conversation, { kind: 'note', note: text, of: act.about, date: known(act.about)?.date ?? today })
        : undefined;
    case 'goal':
      return setGoal(conversation, text || undefined).event;
    case 'goal-progress':
      return openGoal(diary.goals, today) && sayOfGoal(conversation, act.as).event;
    case 'activity':
      return text === '' ? undefined : setActivity(conversation, text).event;
    case 'week':
      return isLastAsked(conversation, act)
        ? eventOf(conversation, { kind: 'function', date: act.of, reach: act.reach, ...about(conversation, act.of) })
        : undefined;
    case 'minutes':
      return isLastAsked(conversation, act)
        ? eventOf(conversation, { kind: 'function', date: act.of, minutes: act.minutes })
        : undefined;
    case 'correct':
      return diary.entries.some(({ key, score }) => key === act.entry && score !== null)
        ? eventOf(conversation, { kind: 'fix', score: act.score, of: act.entry })
        : undefined;
    case 'take-back':
      return known(act.event) && known(act.event)?.kind !== 'command'
        ? eventOf(conversation, { kind: 'undo', of: act.event })
        : undefined;
  }
};

const repliesOn = ({ diary }: Conversation, date: LocalDate): number =>
  diary.audit.filter(({ event }) => event.date === date).length;

/**
 * Decides about an act on a page: it is stored as a text would be, on the channel `web`. Words are read as those of a
 * text: a red flag is answered and pauses the tips, and an opt-out is carried out. Where nothing can be stored (what it
 * is about is gone, or the day has a hundred replies), the decision has no event.
 */
export const decideOnPage = (
  { subscriber, events }: EnrolledPerson,
  incoming: IncomingReply,
  act: PageAct,
  context: AnswerContext,
  draws: Draws,
): Decision => {
  const isNew = !events.some(({ key }) => key === keyOf(incoming));
  const heard = isNew ? hearAgain(subscriber, incoming) : subscriber;
  const who = { id: subscriber.id, subscriber: heard, events };
  const conversation = converse(incoming, heard, events, context, draws);
  const event = isNew ? eventFor(conversation, act) : undefined;
  const isStored = event !== undefined && repliesOn(conversation, event.date) < repliesAPage;
  // The last reply would not be found on the page of an earlier day, so the profile records that they were heard from.
  const isHeard = subscriber.silence?.step !== undefined || event?.date !== conversation.today;
  const written: Decision = {
    answers: [],
    ...(isStored ? { event } : {}),
    ...(isStored && isHeard && heard !== subscriber ? { next: heard } : {}),
  };
  const stored = withDoubted(withRiseCheck(written, who, incoming, context), who, incoming);
  const leaves = isNew && incoming.reply.leaving.kind === 'leaves';
  const decided = leaves ? { ...optOut(conversation, { kind: 'note' }, false), ...stored } : stored;
  const answered = withSuspicion(withRedFlag(decided, who, incoming, context, isNew), who, incoming, context);
  return withWorsening(answered, who, incoming, context, isNew);
};
