import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { subscriberKey } from './keys.ts';

/** Follows the pages of a Query to its end: a fortnight of long notes may pass 1 MB. */
export const queryAll = async (
  table: Table,
  id: SubscriberId,
  from: string,
  to: string,
): Promise<Readonly<Record<string, unknown>>[]> => {
  const items: Readonly<Record<string, unknown>>[] = [];
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': subscriberKey(id), ':from': from, ':to': to },
        ExclusiveStartKey: start,
      }),
    );
    items.push(...(answer.Items ?? []));
    start = answer.LastEvaluatedKey;
  } while (start);
  return items;
};
