import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { subscriberKey } from './keys.ts';
import { type Item, queryPages } from './query-pages.ts';

/**
 * Reads a person's items whose sort keys lie between two, both included, consistently; forty days of long notes may
 * exceed 1 MB.
 */
export const queryAll = async (table: Table, id: SubscriberId, from: string, to: string): Promise<readonly Item[]> => {
  const pages = queryPages(table, {
    ConsistentRead: true,
    KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
    ExpressionAttributeValues: { ':pk': subscriberKey(id), ':from': from, ':to': to },
  });
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
};
