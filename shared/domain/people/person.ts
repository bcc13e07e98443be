import type { DiaryEvent } from '../diary/diary.ts';
import type { Subscriber, SubscriberId, TipClaim } from './subscriber.ts';

/**
 * Whoever is behind an address, known by one read: a subscriber with the replies of the last forty days, or a stranger, who has no
 * subscription and whose answers of today are counted all the same.
 */
export interface Person {
  /** The id that their items stand under: that of the address, or the one its alias points to. */
  readonly id: SubscriberId;
  readonly subscriber?: Subscriber;
  /** The last tip of a subscription that was erased lately, if there is none now. */
  readonly erasedTip?: TipClaim;
  /**
   * The id that this one is an alias of, where nobody is any more (ERASE overtook the merge that wrote the alias), or somebody
   * who is being erased. Whoever writes from here is a stranger.
   */
  readonly formerly?: SubscriberId;
  readonly events: readonly DiaryEvent[];
}

/** A person who has a subscription, with the last forty days' replies of this enrolment. */
export interface EnrolledPerson {
  readonly subscriber: Subscriber;
  readonly events: readonly DiaryEvent[];
}

/** Epoch of the pages on which a stranger's answers are counted. */
export const strangerEpoch = '-';
