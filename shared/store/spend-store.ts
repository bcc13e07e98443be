import { createHash } from 'node:crypto';
import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Channel } from '../domain/people/subscriber.ts';
import { monthOf } from '../domain/tips/spend.ts';
import { readSpendCount } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { spendKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { tableDefinition } from './table.ts';

/**
 * How many items a month is counted in. An item takes 1,000 writes a second, so one would suffice for the five groups a
 * second of the fastest sender (infra/config.ts) and the counted answers. Eight, so that two that count at once rarely
 * meet at one item, which remembers only the last of them.
 */
const shards = 8;
/** How long a month's sum is kept, in ms, so that it can be looked at later. */
const keptMs = 100 * 86_400_000;

const shardOf = (key: string): string => String((createHash('sha256').update(key).digest()[1] ?? 0) % shards);

/** Counts a month's texts and mails. */
export const createSpendStore = (table: Table) => ({
  /**
   * Adds what the work named by `key` has sent. Repeated immediately (the SDK repeats a write whose answer was lost),
   * the same key adds nothing. If another key was written to that item in between, it counts once too often: at most
   * one group's tips.
   */
  add: async (channel: Channel, key: string, amount: number, now: number): Promise<void> => {
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: spendKey(monthOf(now), channel, shardOf(key)),
          UpdateExpression: 'ADD #used :amount SET #last = :key, #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#last) OR #last <> :key',
          ExpressionAttributeNames: { '#used': 'used', '#last': 'last', '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':amount': amount, ':key': key, ':ttl': Math.ceil((now + keptMs) / 1000) },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
  /**
   * The sum of the month that an instant is in. It may be a moment old: the read is eventually consistent, at half the
   * price.
   */
  read: async (channel: Channel, now: number): Promise<number> => {
    const { PK } = spendKey(monthOf(now), channel, '');
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': PK },
      }),
    );
    return Items.reduce((sum, item) => sum + parsedItem('SPEND', readSpendCount(item)).used, 0);
  },
});
