import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { readWatermark } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { intact } from './intact.ts';

/** What is caught up with: the ticks of the scheduler, or the texts in Twilio's list. */
type Progress = 'ticks' | 'texts';

const sortKeys: Readonly<Record<Progress, string>> = { ticks: 'WATERMARK', texts: 'TEXTS' };

/** Where a watermark stands. */
export const watermarkKey = (progress: Progress) => ({ PK: 'WATERMARK', SK: sortKeys[progress] }) as const;

/**
 * How far something has got, in epoch ms. `ticks`: the last 5-minute instant whose due subscribers are all in the queue.
 * `texts`: the instant up to which every text that was sent to us is known to have been handled.
 */
export const createWatermarkStore = (table: Table, progress: Progress = 'ticks') => ({
  read: async (): Promise<number | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: watermarkKey(progress), ConsistentRead: true }),
    );
    return Item && intact('WATERMARK', readWatermark(Item)).at;
  },
  /** Moves the watermark forward; one that has passed `to` already (an overlapping run) stays where it is. */
  advance: async (to: number): Promise<void> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...watermarkKey(progress), at: to },
          ConditionExpression: 'attribute_not_exists(PK) OR #at < :to',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':to': to },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

export type WatermarkStore = ReturnType<typeof createWatermarkStore>;
