import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CountedSpan } from '../domain/people/limits.ts';
import type { Table } from './dynamodb-table.ts';
import { limitKey } from './keys.ts';
import { tableDefinition } from './table.ts';

/** How long a count is kept after its span, in ms. */
const keptMs = 23 * 3_600_000;

/** Counts what strangers may do in an hour, in a day, or ever. */
export const createLimitStore = (table: Table) => ({
  /** Counts one more under that name; false, with nothing counted, if `most` were counted in that span already. */
  take: async (name: string, { from, until }: CountedSpan, most: number): Promise<boolean> => {
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: limitKey(name, from),
          UpdateExpression: 'ADD #used :one SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#used) OR #used < :most',
          ExpressionAttributeNames: { '#used': 'used', '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':one': 1, ':most': most, ':ttl': Math.ceil((until + keptMs) / 1000) },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

/** Counts what may happen only so often in a span of time. */
export type LimitStore = ReturnType<typeof createLimitStore>;
