import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import type { Table } from './dynamodb-table.ts';

const key = { PK: 'WATERMARK', SK: 'WATERMARK' } as const;
const schema = z.object({ at: z.number() });

/** How far the scheduler has got: the last 5-minute instant (epoch ms) whose due subscribers are all in the queue. */
export const createWatermarkStore = (table: Table) => ({
  read: async (): Promise<number | undefined> => {
    const { Item } = await table.client.send(new GetCommand({ TableName: table.name, Key: key, ConsistentRead: true }));
    return Item && schema.parse(Item).at;
  },
  /** Moves the watermark forward; one that has passed `to` already (an overlapping tick) stays where it is. */
  advance: async (to: number): Promise<void> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...key, at: to },
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
