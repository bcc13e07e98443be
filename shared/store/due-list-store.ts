import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readDueEntry } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

const idOf = (item: unknown): SubscriberId => parsedItem('PROFILE', readDueEntry(item)).due.split('#')[2] ?? '';

/**
 * Lists everybody in a zone to whom tips may come, by time of day. The scheduler asks about a single time of day
 * instead (due-store.ts).
 */
export const createDueListStore = (table: Table) => ({
  list: async function* (zone: string): AsyncGenerator<readonly SubscriberId[]> {
    const { name, partitionKey } = tableDefinition.dueIndex;
    const pages = queryPages(table, {
      IndexName: name,
      KeyConditionExpression: '#zone = :zone',
      ExpressionAttributeNames: { '#zone': partitionKey },
      ExpressionAttributeValues: { ':zone': zone },
    });
    for await (const page of pages) {
      if (page.length > 0) yield page.map(idOf);
    }
  },
});

export type DueListStore = ReturnType<typeof createDueListStore>;
