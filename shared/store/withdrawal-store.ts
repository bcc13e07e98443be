import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readConsent } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, subscriberKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';

/** When somebody took their consent back, and the key of the message that said so where there was one. */
export type Withdrawal = Pick<Consent, 'at' | 'message'>;

/** Reads when people left. */
export const createWithdrawalStore = (table: Table) => ({
  /** What a subscriber took back from an instant (epoch ms) on. */
  findSince: async (id: SubscriberId, from: number): Promise<readonly Withdrawal[]> => {
    const found: Withdrawal[] = [];
    let start: Record<string, unknown> | undefined;
    do {
      const answer = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          ConsistentRead: true,
          KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': subscriberKey(id), ':from': consentKey(from), ':to': 'CONSENT#~' },
          ExclusiveStartKey: start,
        }),
      );
      for (const item of answer.Items ?? []) {
        const { act, at, message } = parsedItem('CONSENT', readConsent(item));
        if (act === 'withdrawn') found.push({ at, ...(message === undefined ? {} : { message }) });
      }
      start = answer.LastEvaluatedKey;
    } while (start);
    return found;
  },
});

export type WithdrawalStore = ReturnType<typeof createWithdrawalStore>;
