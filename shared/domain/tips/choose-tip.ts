import type { Subscriber } from '../people/subscriber.ts';
import { type Course, courseOf, markOf, withMark } from './course.ts';
import type { ProgrammeTip, TipProgramme } from './tip-programme.ts';

/** The programme has no tips: the content build refuses that, so a deployment without content is at fault. */
export class EmptyProgrammeError extends Error {
  override readonly name = 'EmptyProgrammeError';
}

/** A tip that is chosen, and the course of whoever gets it. */
export interface Choice {
  readonly tip: string;
  readonly course: Course;
}

const give = ({ tip, number }: ProgrammeTip, course: Course): Choice => ({
  tip,
  course: withMark(course, number, 'given'),
});

/**
 * The next tip for somebody: the first of the programme that they have not had. Nothing comes again before all were sent;
 * then it begins again.
 * @throws EmptyProgrammeError
 */
export const chooseTip = (subscriber: Pick<Subscriber, 'course' | 'position'>, programme: TipProgramme): Choice => {
  const [first] = programme.tips;
  if (!first) throw new EmptyProgrammeError('the compiled content has no tips');
  const course = courseOf(subscriber, programme);
  const next = programme.tips.find(({ number }) => markOf(course, number) === undefined);
  return next ? give(next, course) : give(first, { ...course, marks: '' });
};
