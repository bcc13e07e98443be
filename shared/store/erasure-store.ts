import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Subscriber, SubscriberId, TipClaim } from '../domain/people/subscriber.ts';
import { dayMs } from '../domain/time/durations.ts';
import { BatchUnfinishedError, pauseBefore, writesABatch } from './batch.ts';
import type { Table } from './dynamodb-table.ts';
import { confirmationMailsKey, lastTipKey, profileKey, subscriberKey } from './keys.ts';
import { pageOf } from './page-item.ts';
import { queryPages } from './query-pages.ts';
import { lastTipItem } from './subscriber-item.ts';

type Key = Record<string, unknown>;

/** What a deletion spares. */
export interface Spared {
  /** The enrolment that goes on; left out while a profile is being erased, when one may begin at any moment. */
  readonly epoch?: string;
  /** The enrolment that is erased, if known: all of it is deleted, however young. */
  readonly erased?: string | undefined;
  /** Older items are deleted (epoch ms), except those of the enrolment that goes on. */
  readonly since: number;
}

const utcDate = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** How often the unprocessed rest of a batch is sent again. */
const rounds = 6;

/** Deletes what is held on a person. */
export const createErasureStore = (table: Table) => {
  const deleteAll = async (keys: readonly Key[]): Promise<void> => {
    for (let from = 0; from < keys.length; from += writesABatch) {
      let open = keys.slice(from, from + writesABatch).map((Key) => ({ DeleteRequest: { Key } }));
      for (let round = 0; open.length > 0; round += 1) {
        if (round >= rounds) throw new BatchUnfinishedError(open.length);
        await pauseBefore(table, round);
        const answer = await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: open } }));
        open = (answer.UnprocessedItems?.[table.name] ?? []).flatMap(({ DeleteRequest }) =>
          DeleteRequest?.Key ? [{ DeleteRequest: { Key: DeleteRequest.Key } }] : [],
        );
      }
    }
  };

  return {
    /**
     * Deletes every item of a person except the profile, the last tip that was kept, the count of confirmation mails
     * (which outlasts people who ask for them again and again, and expires by itself), and what is spared for somebody
     * who has joined anew or may be about to.
     * @throws BatchUnfinishedError
     */
    deleteItems: async (id: SubscriberId, spared: Spared | undefined): Promise<number> => {
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': subscriberKey(id) },
        ProjectionExpression: 'PK, SK, #at, epoch',
        ExpressionAttributeNames: { '#at': 'at' },
      });
      let deleted = 0;
      for await (const page of pages) {
        const doomed = page.filter((item) => isDoomed(item, spared));
        await deleteAll(doomed.map((item) => ({ PK: item['PK'], SK: item['SK'] })));
        deleted += doomed.length;
      }
      return deleted;
    },

    /**
     * Keeps, for two days, the last tip of somebody whose profile is about to be deleted: nobody gets two tips on one
     * date, not even by ERASE and JOIN.
     */
    keepLastTip: async (id: SubscriberId, lastTip: TipClaim): Promise<void> => {
      await table.client.send(new PutCommand({ TableName: table.name, Item: lastTipItem(id, lastTip) }));
    },

    /** Deletes the profile last, if it still is the one that is being erased. */
    deleteProfile: async ({ id, rev }: Subscriber): Promise<void> => {
      try {
        await table.client.send(
          new DeleteCommand({
            TableName: table.name,
            Key: { PK: subscriberKey(id), SK: profileKey },
            ConditionExpression: '#status = :erasing AND rev = :rev',
            ExpressionAttributeNames: { '#status': 'status' },
            ExpressionAttributeValues: { ':erasing': 'erasing', ':rev': rev },
          }),
        );
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
      }
    },
  };
};

/** The enrolment that an item belongs to, if it names one. */
const epochIn = (sortKey: string, { epoch }: Key): string | undefined => {
  if (sortKey.startsWith('DAY#')) return pageOf(sortKey).epoch;
  return typeof epoch === 'string' ? epoch : undefined;
};

const isOlder = (sortKey: string, at: unknown, since: number): boolean => {
  if (sortKey.startsWith('DAY#')) return pageOf(sortKey).date < utcDate(since - dayMs);
  return typeof at === 'number' && at < since;
};

const isDoomed = (item: Key, spared: Spared | undefined): boolean => {
  const sortKey = String(item['SK']);
  if (sortKey === profileKey || sortKey === lastTipKey || sortKey === confirmationMailsKey) return false;
  if (!spared) return true;
  const epoch = epochIn(sortKey, item);
  if (epoch !== undefined && epoch === spared.epoch) return false;
  if (epoch !== undefined && epoch === spared.erased) return true;
  // A page of an enrolment other than the one that goes on; while none goes on, it may belong to a JOIN of this moment.
  if (sortKey.startsWith('DAY#') && spared.epoch !== undefined) return true;
  return isOlder(sortKey, item['at'], spared.since);
};

/** Deletes all that is held on somebody, in steps that may be repeated. */
export type ErasureStore = ReturnType<typeof createErasureStore>;
