import type { DiaryEvent } from '../diary/diary.ts';
import type { Subscriber, SubscriberId, TipClaim } from './subscriber.ts';

/**
 * The person behind an address, from one read: a subscriber with the replies of the last forty days, or a stranger, who
 * has no subscription but whose answers of today are counted.
 */
export interface Person {
  /** The id under which their items are stored: that of the address, or the one its alias points to. */
  readonly id: SubscriberId;
  readonly subscriber?: Subscriber;
  /** The last tip of a recently erased subscription, if there is no subscription now. */
  readonly erasedTip?: TipClaim;
  /**
   * Set on a stranger whose address is an alias of a gone or erasing subscription (ERASE overtook the merge that wrote
   * the alias): the id that the alias points to.
   */
  readonly formerly?: SubscriberId;
  readonly events: readonly DiaryEvent[];
}

/** A subscriber, with the replies of the last forty days of this enrolment. */
export interface EnrolledPerson {
  readonly subscriber: Subscriber;
  readonly events: readonly DiaryEvent[];
}

/** The epoch of the pages on which a stranger's answers are counted. */
export const strangerEpoch = '-';
