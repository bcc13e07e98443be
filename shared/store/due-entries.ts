import { readDueEntry } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

/** A place in the due index: the time of day at which somebody's tips come, and who that is. */
export interface DueEntry {
  readonly time: string;
  readonly id: string;
}

const entryOf = (item: unknown): DueEntry => {
  const [time = '', , id = ''] = parsedItem('PROFILE', readDueEntry(item)).due.split('#');
  return { time, id };
};

/**
 * Lists the whole due index of a zone by time of day, page by page. The scheduler asks about a single time of day
 * instead (due-store.ts).
 */
export async function* dueEntries(table: Table, zone: string): AsyncGenerator<readonly DueEntry[]> {
  const { name, partitionKey } = tableDefinition.dueIndex;
  const pages = queryPages(table, {
    IndexName: name,
    KeyConditionExpression: '#zone = :zone',
    ExpressionAttributeNames: { '#zone': partitionKey },
    ExpressionAttributeValues: { ':zone': zone },
  });
  for await (const page of pages) if (page.length > 0) yield page.map(entryOf);
}
