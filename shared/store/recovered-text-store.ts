import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from './dynamodb-table.ts';
import { tableDefinition } from './table.ts';

/**
 * How long an answer is remembered, in seconds: longer than lost texts are looked for (24 h), after which nobody asks.
 */
const keptSeconds = 2 * 86_400;

/** Remembers which lost texts were answered. Two runs at the same moment may both have stored one; one of them answers. */
export const createRecoveredTextStore = (table: Table) => ({
  /** Claims the answer to the text with this key; true for the first caller. */
  claimAnswer: async (key: string, now: number): Promise<boolean> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { PK: 'RECOVERED', SK: key, [tableDefinition.timeToLive]: Math.ceil(now / 1000) + keptSeconds },
          ConditionExpression: 'attribute_not_exists(PK)',
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  },
});

/** Which lost texts have been answered. */
export type RecoveredTextStore = ReturnType<typeof createRecoveredTextStore>;
