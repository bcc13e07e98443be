import type { Course } from '../tips/course.ts';
import type { Subscriber } from './subscriber.ts';

type Joined = Pick<Subscriber, 'lastTip' | 'course' | 'position'>;

const laterTip = (one: Joined, other: Joined): Pick<Subscriber, 'lastTip'> => {
  const [last] = [one.lastTip, other.lastTip]
    .filter((tip) => tip !== undefined)
    .sort((a, b) => {
      if (a.date === b.date) return b.claimedAt - a.claimedAt;
      return a.date < b.date ? 1 : -1;
    });
  return last ? { lastTip: last } : {};
};

/**
 * Keeps the date of the weekly message. Somebody who has had tips and has no course yet gets one with the next tip
 * (courseOf); until then there is no place for the date.
 */
const withAsked = ({ course, position }: Joined, asked: Course['asked']): Pick<Subscriber, 'course'> => {
  const own = course ?? (position === 0 ? { marks: '' } : undefined);
  const isLater = asked !== undefined && (own?.asked === undefined || asked > own.asked);
  return own && isLater ? { course: { ...own, asked } } : {};
};

/**
 * What a subscription takes over from another of the same person when the two are merged: the later last tip, because
 * either counts as the tip of the day; and the later weekly message, so that its question stays open and is not asked
 * again that week.
 */
export const takenOver = (one: Joined, other: Joined): Pick<Subscriber, 'lastTip' | 'course'> => ({
  ...laterTip(one, other),
  ...withAsked(one, other.course?.asked),
});
