import type { Subscriber } from '../people/subscriber.ts';
import { isGone } from './silence.ts';

/**
 * Whether nothing comes until they write: we said goodbye, or they have had the whole programme and have not said what
 * comes next.
 */
export const isResting = (subscriber: Pick<Subscriber, 'silence' | 'course'>): boolean =>
  isGone(subscriber) || subscriber.course?.ended === true;
