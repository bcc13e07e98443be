import type { Course } from '../tips/course.ts';
import type { Subscriber } from './subscriber.ts';

type Joined = Pick<Subscriber, 'lastTip' | 'course' | 'position'>;

const laterTip = (one: Joined, other: Joined): Pick<Subscriber, 'lastTip'> => {
  const [last] = [one.lastTip, other.lastTip]
    .filter((tip) => tip !== undefined)
    .sort((a, b) => (a.date === b.date ? b.claimedAt - a.claimedAt : a.date < b.date ? 1 : -1));
  return last ? { lastTip: last } : {};
};

/** Whoever has had tips, and no course yet, gets one with the next (courseOf): until then there is no place for the date. */
const withAsked = ({ course, position }: Joined, asked: Course['asked']): Pick<Subscriber, 'course'> => {
  const own = course ?? (position === 0 ? { marks: '' } : undefined);
  const isLater = asked !== undefined && (own?.asked === undefined || asked > own.asked);
  return own && isLater ? { course: { ...own, asked } } : {};
};

/**
 * What a subscription takes over from another of the same person that becomes one with it: the later last tip, for they have
 * had their tip of the day if either has; and the later weekly message, so that its question stays open for an answer and is
 * not put again that week.
 */
export const takenOver = (one: Joined, other: Joined): Pick<Subscriber, 'lastTip' | 'course'> => ({
  ...laterTip(one, other),
  ...withAsked(one, other.course?.asked),
});
