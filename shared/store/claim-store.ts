import type { Subscriber, SubscriberId, TipClaim } from '../domain/people/subscriber.ts';
import type { Course } from '../domain/tips/course.ts';
import type { Silence } from '../domain/tips/silence-step.ts';
import { batchGet, executeBatch, statementsABatch } from './batch.ts';
import { claimAttribute } from './claim-item.ts';
import { courseAttribute } from './course-item.ts';
import type { Table } from './dynamodb-table.ts';
import { idOfKey, profileKey, subscriberKey } from './keys.ts';
import { silenceAttribute } from './silence-item.ts';
import { readProfileItem } from './subscriber-item.ts';

/** A claim to be made: the subscriber as read, and the claim that the profile will hold. */
export interface ClaimRequest {
  readonly subscriber: Subscriber;
  readonly claim: TipClaim;
  readonly position: number;
  readonly course: Course;
  readonly silence: Silence;
}

/** `claimed`: it is ours. `conflict`: the profile changed since it was read. `failed`: DynamoDB could not do it. */
export type ClaimResult = 'claimed' | 'conflict' | 'failed';

/** Reads and claims whole groups: the cheap path of sending, one call for up to 25 people. */
export const createClaimStore = (table: Table) => ({
  /**
   * Reads the profiles at exactly these ids. Eventually consistent reads are enough, because the claim is conditional
   * on what was read.
   */
  readSubscribers: async (
    ids: readonly SubscriberId[],
    consistent = false,
  ): Promise<ReadonlyMap<SubscriberId, Subscriber>> => {
    const keys = [...new Set(ids)].map((id) => ({ PK: subscriberKey(id), SK: profileKey }));
    const found = new Map<SubscriberId, Subscriber>();
    for (const item of await batchGet(table, keys, consistent)) {
      const id = idOfKey(String(item['PK']));
      const profile = readProfileItem(id, item);
      if (!('alias' in profile)) found.set(id, profile);
    }
    return found;
  },

  /**
   * Claims tips before they are sent, each on condition that the profile was not written since it was read: a stored
   * STOP, or another claim, means no send. At most 25, each subscriber once.
   */
  claim: async (requests: readonly ClaimRequest[]): Promise<readonly ClaimResult[]> => {
    if (requests.length === 0) return [];
    if (requests.length > statementsABatch) throw new RangeError(`at most ${statementsABatch} claims a call`);
    const results = await executeBatch(
      table,
      requests.map(({ subscriber, claim, position, course, silence }) => ({
        Statement:
          `UPDATE "${table.name}" SET "lastTip" = ?, "position" = ?, "course" = ?, "quiet" = ?, "rev" = ? ` +
          `WHERE "PK" = ? AND "SK" = ? AND "rev" = ? AND "status" = 'active'`,
        Parameters: [
          claimAttribute(claim),
          position,
          courseAttribute(course),
          silenceAttribute(silence),
          subscriber.rev + 1,
          subscriberKey(subscriber.id),
          profileKey,
          subscriber.rev,
        ],
      })),
    );
    return results.map((result) => {
      if (result === 'done') return 'claimed';
      return result === 'condition-failed' ? 'conflict' : 'failed';
    });
  },
});

/** Claims the one tip that a person may get on a local date. */
export type ClaimStore = ReturnType<typeof createClaimStore>;
