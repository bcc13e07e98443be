import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Channel } from '../domain/people/subscriber.ts';
import { readWatermark } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { parsedItem } from './parsed-item.ts';

/** Whose progress a watermark records: the scheduler's ticks, or the reading of Twilio's list of texts. */
type Progress = 'ticks' | 'texts';

const sortKeys: Readonly<Record<Progress, string>> = { ticks: 'WATERMARK', texts: 'TEXTS' };

/** How far something has got. */
export interface Watermark {
  /** Epoch ms. */
  readonly at: number;
  /** How many minutes each zone's clock was ahead of UTC at that instant, by the rules known when it was written. */
  readonly clocks?: Readonly<Record<string, number>> | undefined;
  /** When each queue will be empty at the providers' pace (epoch ms). */
  readonly busyUntil?: { readonly [Of in Channel]?: number | undefined } | undefined;
}

/** The key of a watermark. */
export const watermarkKey = (progress: Progress) => ({ PK: 'WATERMARK', SK: sortKeys[progress] }) as const;

/**
 * Stores how far something has got. `ticks`: the last 5-minute instant whose due subscribers are all queued. `texts`:
 * the instant up to which every received text is known to have been handled.
 */
export const createWatermarkStore = (table: Table, progress: Progress = 'ticks') => ({
  read: async (): Promise<Watermark | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: watermarkKey(progress), ConsistentRead: true }),
    );
    return Item && parsedItem('WATERMARK', readWatermark(Item));
  },
  /** Moves the watermark forward; one that has passed `at` already (an overlapping run) stays where it is. */
  advance: async ({ at, clocks, busyUntil }: Watermark): Promise<void> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...watermarkKey(progress), at, ...(clocks ? { clocks } : {}), ...(busyUntil ? { busyUntil } : {}) },
          ConditionExpression: 'attribute_not_exists(PK) OR #at < :at',
          ExpressionAttributeNames: { '#at': 'at' },
          ExpressionAttributeValues: { ':at': at },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

/** How far the scheduler and the reconciliation have come. */
export type WatermarkStore = ReturnType<typeof createWatermarkStore>;
