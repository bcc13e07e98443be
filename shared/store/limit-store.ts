import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { CountedHour } from '../domain/people/sign-up-limits.ts';
import type { Table } from './dynamodb-table.ts';
import { limitKey } from './keys.ts';
import { tableDefinition } from './table.ts';

/** From when on DynamoDB may delete a count. It needs none for longer than its hour. */
const keptMs = 86_400_000;

/** Counts what strangers may do in an hour. */
export const createLimitStore = (table: Table) => ({
  /** Counts one more under that name; false, and nothing counted, if there were `most` in that hour. */
  take: async (name: string, { from }: CountedHour, most: number): Promise<boolean> => {
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: limitKey(name, from),
          UpdateExpression: 'ADD #used :one SET #ttl = :ttl',
          ConditionExpression: 'attribute_not_exists(#used) OR #used < :most',
          ExpressionAttributeNames: { '#used': 'used', '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':one': 1, ':most': most, ':ttl': Math.ceil((from + keptMs) / 1000) },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

export type LimitStore = ReturnType<typeof createLimitStore>;
