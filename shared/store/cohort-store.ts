import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { AskedWith, Membership } from '../domain/people/cohort.ts';
import type { Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import { readAsked, readMembership } from '../schemas/stored-items.ts';
import { refusedAs } from './conditional-write.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { askedCodeKey, cohortKey, subscriberKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { tableDefinition } from './table.ts';

/** How long an asked-for code is kept, in ms: a little longer than the link in the mail that it waits for. */
const askedTtlMs = 8 * 86_400_000;

type Enrolled = Pick<Subscriber, 'id' | 'epoch'>;

/**
 * Stores which cohort an enrolment is in, as an item of its own, because a profile is read and written whole and has no
 * room.
 */
export const createCohortStore = (table: Table) => ({
  read: async ({ id, epoch }: Enrolled): Promise<Membership | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({
        TableName: table.name,
        Key: { PK: subscriberKey(id), SK: cohortKey(epoch) },
        ConsistentRead: true,
      }),
    );
    return Item && definedOnly(parsedItem('COHORT', readMembership(Item)));
  },

  /** Puts an enrolment into a cohort, unless it is in the arm of a study. */
  put: async ({ id, epoch }: Enrolled, membership: Membership): Promise<void> => {
    await table.client
      .send(
        new PutCommand({
          TableName: table.name,
          Item: { PK: subscriberKey(id), SK: cohortKey(epoch), ...membership },
          ConditionExpression: 'attribute_not_exists(arm)',
        }),
      )
      .catch(refusedAs(undefined));
  },

  /**
   * Stores what the request of that instant was made with, by whoever filled in the sign-up page or by a clinic's list,
   * until its mail is sent. It belongs to the request in the profile.
   */
  putAsked: async (id: SubscriberId, askedAt: number, asked: AskedWith): Promise<void> => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: {
          PK: subscriberKey(id),
          SK: askedCodeKey(askedAt),
          ...asked,
          at: askedAt,
          [tableDefinition.timeToLive]: Math.ceil((askedAt + askedTtlMs) / 1000),
        },
      }),
    );
  },

  /** What a request of that instant was made with; nothing if it was made with no code and by no list. */
  readAsked: async (id: SubscriberId, askedAt: number): Promise<AskedWith> => {
    const { Item } = await table.client.send(
      new GetCommand({
        TableName: table.name,
        Key: { PK: subscriberKey(id), SK: askedCodeKey(askedAt) },
        ConsistentRead: true,
      }),
    );
    if (!Item) return {};
    const { code, agreed } = parsedItem('ASKED', readAsked(Item));
    return { ...(code === undefined ? {} : { code }), ...(agreed ? { agreed } : {}) };
  },
});

/** Who came by which code, and which code a waiting sign-up named. */
export type CohortStore = ReturnType<typeof createCohortStore>;
