import type { Subscriber } from '../people/subscriber.ts';
import { type Course, courseOf, type Mark, markOf, withDose, withMark, withNewRound } from './course.ts';
import { type ProgrammeTip, programmeOf, type TipProgramme, tipIn } from './tip-programme.ts';

/** The programme has no tips: the content build refuses that, so a deployment without content is at fault. */
export class EmptyProgrammeError extends Error {
  override readonly name = 'EmptyProgrammeError';
}

/**
 * Why a tip was chosen. `next`: its turn in the programme. `relative`: another of its topic helped. `later`: they had put it
 * aside, and all others were sent. `gentle`: their pain is well above their usual, and what would be next asks for an
 * effort. `again`: all that fit were sent, and a new round begins. `asked`: they asked for a tip.
 */
export type Why = 'next' | 'relative' | 'later' | 'gentle' | 'again' | 'asked';

/** A chosen tip, why it was chosen, and the course of the person who gets it. */
export interface Choice {
  readonly tip: string;
  readonly why: Why;
  readonly course: Course;
}

/** The topics of the tips with this mark. */
const topicsMarked = ({ tips }: TipProgramme, course: Course, mark: Mark): ReadonlySet<string> =>
  new Set(tips.filter(({ number }) => markOf(course, number) === mark).map(({ topic }) => topic));

const give = ({ tip, number }: ProgrammeTip, why: Why, from: Course): Choice => ({
  tip,
  why,
  course: withMark(from, number, 'given'),
});

const chooseFrom = (programme: TipProgramme, course: Course): readonly [ProgrammeTip, Why] | undefined => {
  const unwanted = topicsMarked(programme, course, 'unwanted');
  const helpful = topicsMarked(programme, course, 'helped');
  const fitting = programme.tips.filter(({ topic }) => !unwanted.has(topic));
  const open = fitting.filter(({ number }) => markOf(course, number) === undefined);
  const relative = open.find(({ topic }) => helpful.has(topic));
  if (relative) return [relative, 'relative'];
  const [next] = open;
  if (next) return [next, 'next'];
  const later = fitting.find(({ number }) => markOf(course, number) === 'later');
  return later && [later, 'later'];
};

/**
 * The next tip for somebody: a relative of one that helped, else the first of the programme that they have not had;
 * what they put aside comes after all others. Nothing else comes again before all that fit were sent; then a new round
 * begins. Undefined if they want nothing of any topic. `first`, here and below, is the programme that everybody begins
 * with; the tip is from the one that they are in.
 * @throws EmptyProgrammeError
 */
export const chooseTip = (
  subscriber: Pick<Subscriber, 'course' | 'position'>,
  first: TipProgramme,
): Choice | undefined => {
  const programme = programmeOf(subscriber, first);
  if (programme.tips.length === 0) throw new EmptyProgrammeError('the compiled content has no tips');
  const course = courseOf(subscriber, first);
  const found = chooseFrom(programme, course);
  if (found) return give(...found, course);
  const anew = withNewRound(course, first);
  const again = chooseFrom(programme, anew);
  return again && give(again[0], 'again', anew);
};

/** Whether another tip of the same topic is still to come in the programme that they are in. */
export const hasRelatives = (
  subscriber: Pick<Subscriber, 'course' | 'position'>,
  { topic, number: own }: ProgrammeTip,
  first: TipProgramme,
): boolean => {
  const course = courseOf(subscriber, first);
  const { tips } = programmeOf(subscriber, first);
  return tips.some(
    ({ number, topic: its }) =>
      its === topic && number !== own && [undefined, 'later'].includes(markOf(course, number)),
  );
};

/** Whether a tip asks for an effort. */
export const isEffort = (first: TipProgramme, { tip }: Pick<Choice, 'tip'>): boolean =>
  tipIn(first, tip)?.effort === true;

/**
 * The tip of a flare, in place of one that asks for an effort: the next gentle one, else the next that asks for no
 * effort; undefined if only efforts are left. A tip that waits keeps its turn.
 */
export const chooseGentleTip = (
  subscriber: Pick<Subscriber, 'course' | 'position'>,
  first: TipProgramme,
): Choice | undefined => {
  const programme = programmeOf(subscriber, first);
  const course = courseOf(subscriber, first);
  const unwanted = topicsMarked(programme, course, 'unwanted');
  const isFor = ({ effort, topic }: ProgrammeTip): boolean => !effort && !unwanted.has(topic);
  const fitting = [...programme.gentle, ...programme.tips].filter(isFor);
  const found =
    fitting.find(({ number }) => markOf(course, number) === undefined) ??
    fitting.find(({ number }) => markOf(course, number) === 'later');
  return found && give(found, 'gentle', course);
};

/** Whether somebody has had all tips that fit, whether or not they were told so. */
export const isOver = (subscriber: Pick<Subscriber, 'course' | 'position'>, first: TipProgramme): boolean =>
  subscriber.course?.ended === true || chooseTip(subscriber, first)?.why === 'again';

/** The course of somebody who wants to go on: a new round if they have had all, else unchanged. */
export const courseGoingOn = (subscriber: Pick<Subscriber, 'course' | 'position'>, first: TipProgramme): Course => {
  const { ended: _over, ...course } = courseOf(subscriber, first);
  return isOver(subscriber, first) ? withNewRound(course, first) : course;
};

/**
 * The course of somebody who chooses a programme: where they had got to in it, or from its start if they have had it
 * all, with as many messages a week as it has. What they have had of the other programme stays stored.
 */
export const courseInto = (
  { course, position }: Pick<Subscriber, 'course' | 'position'>,
  chosen: TipProgramme,
  first: TipProgramme,
): Course => {
  const { ended: _over, programme: _left, ...rest } = courseOf({ ...(course ? { course } : {}), position }, first);
  const into = withDose(
    { ...rest, ...(chosen.number === undefined ? {} : { programme: chosen.number }) },
    chosen.dose ?? 'daily',
  );
  return courseGoingOn({ course: into, position }, first);
};
