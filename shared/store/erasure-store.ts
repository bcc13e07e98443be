import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Subscriber, SubscriberId, TipClaim } from '../domain/people/subscriber.ts';
import { BatchUnfinishedError, pauseBefore, writesABatch } from './batch.ts';
import type { Table } from './dynamodb-table.ts';
import { lastTipKey, profileKey, subscriberKey } from './keys.ts';
import { pageOf } from './page-item.ts';
import { queryPages } from './query-pages.ts';
import { lastTipItem } from './subscriber-item.ts';

type Key = Record<string, unknown>;

/** Rounds for what a batch left unprocessed. */
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
     * Deletes every item of a person but the profile and the last tip that was kept. Of somebody who has joined anew
     * meanwhile, only what is older than that: pages of other epochs, and tips and consents from before they joined.
     * @throws BatchUnfinishedError
     */
    deleteItems: async (id: SubscriberId, current: Subscriber | undefined): Promise<number> => {
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': subscriberKey(id) },
        ProjectionExpression: 'PK, SK, #at',
        ExpressionAttributeNames: { '#at': 'at' },
      });
      let deleted = 0;
      for await (const page of pages) {
        const doomed = page.filter((item) => isDoomed(String(item['SK']), item['at'], current));
        await deleteAll(doomed.map((item) => ({ PK: item['PK'], SK: item['SK'] })));
        deleted += doomed.length;
      }
      return deleted;
    },

    /**
     * Keeps, for two days, the last tip of somebody whose profile is about to go: nobody gets two tips on one date, not
     * even by ERASE and JOIN.
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

const isDoomed = (sortKey: string, at: unknown, current: Subscriber | undefined): boolean => {
  if (sortKey === profileKey || sortKey === lastTipKey) return false;
  if (!current) return true;
  if (sortKey.startsWith('DAY#')) return pageOf(sortKey).epoch !== current.epoch;
  return typeof at === 'number' && at < current.joinedAt;
};

export type ErasureStore = ReturnType<typeof createErasureStore>;
