import type { DiaryEvent } from '../diary/diary.ts';
import type { Subscriber, SubscriberId, TipClaim } from './subscriber.ts';

/** What one read tells of the person behind an address: the subscription and the last fortnight's replies of this enrolment. */
export interface Person {
  readonly subscriber: Subscriber;
  readonly events: readonly DiaryEvent[];
}

/** Whoever is behind an id: a person, or somebody without a subscription whose answers of today are counted all the same. */
export interface Correspondent {
  /** The id that their items stand under: that of the address, or the one its alias points to. */
  readonly id: SubscriberId;
  readonly subscriber?: Subscriber;
  /** The last tip of a subscription that was erased lately, if there is none now. */
  readonly erasedTip?: TipClaim;
  /** Somebody who is gone, whom this id still leads to: written by a merge that ERASE overtook. Whoever writes is a stranger. */
  readonly formerly?: SubscriberId;
  readonly events: readonly DiaryEvent[];
}

/** Epoch of the pages on which a stranger's answers are counted. */
export const strangerEpoch = '-';
