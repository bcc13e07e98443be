import type { LocalDate } from '../time/local-time.ts';
import type { Dose } from './dose.ts';
import type { Silence } from './silence-step.ts';
import { programmeOf, type TipProgramme } from './tip-programme.ts';

/**
 * What has become of a tip in this round; no mark means it is still to come. `helped`: they said so, and its relatives
 * come first. `later`: they put it aside, and it comes again after the others. `unwanted`: nothing of its topic comes
 * any more.
 */
export type Mark = 'given' | 'helped' | 'later' | 'unwanted';

const letters: Readonly<Record<Mark, string>> = { given: 'g', helped: 'h', later: 'l', unwanted: 'x' };
const marksByLetter = new Map(Object.entries(letters).map(([mark, letter]) => [letter, mark]));
const unmarked = '-';

/**
 * How far somebody has come in the programme, and how many tips they want. It is part of the profile and written with
 * every claim.
 */
export interface Course {
  /**
   * The mark of each tip: one letter per tip, in the order of their numbers, beginning with tip 1; the last ones that
   * are still to come have none. Marks go by number, not by place, so that a programme may be reordered, or gain and
   * lose tips, and nobody gets one again because of it.
   */
  readonly marks: string;
  /** How many tips a week; left out for somebody who has never said. */
  readonly dose?: Exclude<Dose, 'daily'>;
  /** Set when they have had all that fit, were told so, and have not said what comes next. */
  readonly ended?: true;
  /** The number of the chosen programme; left out for the first. */
  readonly programme?: number;
  /** The local date of the last weekly message; left out before the first. */
  readonly asked?: LocalDate;
}

/** What a profile says of how far somebody has come. */
interface Progress {
  readonly course?: Course;
  /** How many tips they have had. */
  readonly position: number;
  readonly silence?: Silence;
}

const isMark = (mark: string | undefined): mark is Mark => mark !== undefined && Object.hasOwn(letters, mark);

/** What has become of the tip with that number. */
export const markOf = ({ marks }: Pick<Course, 'marks'>, number: number): Mark | undefined => {
  const mark = marksByLetter.get(marks.charAt(number - 1));
  return isMark(mark) ? mark : undefined;
};

const trimmed = (marks: string): string => marks.replace(/-+$/, '');

/** The course with another mark on one tip; undefined takes the mark away. */
export const withMark = (course: Course, number: number, mark: Mark | undefined): Course => {
  const padded = course.marks.padEnd(number, unmarked);
  const letter = mark === undefined ? unmarked : letters[mark];
  return { ...course, marks: trimmed(padded.slice(0, number - 1) + letter + padded.slice(number)) };
};

/** The course after a round of their programme: everything may come again, except what they do not want. */
export const withNewRound = (course: Course, first: TipProgramme): Course =>
  programmeOf({ course }, first).tips.reduce(
    (so, { number }) => (markOf(so, number) === 'unwanted' ? so : withMark(so, number, undefined)),
    course,
  );

/** The course of somebody who wants more after the end: a new round; unchanged if they have not reached the end. */
export const begunAgain = (course: Course, first: TipProgramme): Course => {
  const { ended, ...rest } = course;
  return ended ? withNewRound(rest, first) : course;
};

/** The course with another dose. */
export const withDose = ({ dose: _earlier, ...course }: Course, dose: Dose): Course =>
  dose === 'daily' ? course : { ...course, dose };

const aWeek: Readonly<Record<Dose, number>> = { daily: 7, less: 4, three: 3, weekly: 1 };

/** The dose that somebody gets who wants this one: no more than their programme has. */
export const doseWithin = (dose: Dose, { dose: most }: Pick<TipProgramme, 'dose'>): Dose => {
  if (most === undefined) return dose;
  return aWeek[dose] > aWeek[most] ? most : dose;
};

/** The next smaller dose, for somebody who has said nothing for two weeks. */
const stepDown: Readonly<Record<Dose, Dose>> = { daily: 'less', less: 'weekly', three: 'weekly', weekly: 'weekly' };

/** How many tips a week somebody wants. */
export const wantedDoseOf = ({ course }: Pick<Progress, 'course'>): Dose => course?.dose ?? 'daily';

/** How many tips a week somebody gets: as many as they want, or a step fewer while they say nothing. */
export const doseOf = (person: Pick<Progress, 'course' | 'silence'>): Dose => {
  const wanted = wantedDoseOf(person);
  return person.silence?.step === 'fewer' ? stepDown[wanted] : wanted;
};

/**
 * How far a subscriber has come. For somebody who was here before courses were stored there is only a count: they have
 * had that many of the first tips in the order of that time, round after round.
 */
export const courseOf = ({ course, position }: Progress, { formerly }: Pick<TipProgramme, 'formerly'>): Course => {
  if (course) return course;
  const had = formerly.slice(0, formerly.length > 0 ? position % formerly.length : 0);
  return had.reduce<Course>((so, number) => withMark(so, number, 'given'), { marks: '' });
};
