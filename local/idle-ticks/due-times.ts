import { readDueEntry } from '../../shared/schemas/stored-items.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { parsedItem } from '../../shared/store/parsed-item.ts';
import { queryPages } from '../../shared/store/query-pages.ts';
import { tableDefinition } from '../../shared/store/table.ts';

/** The times of day at which anybody in a zone is due, each once. */
export const readDueTimes = async (table: Table, zone: string): Promise<ReadonlySet<string>> => {
  const { name, partitionKey } = tableDefinition.dueIndex;
  const pages = queryPages(table, {
    IndexName: name,
    KeyConditionExpression: '#zone = :zone',
    ExpressionAttributeNames: { '#zone': partitionKey },
    ExpressionAttributeValues: { ':zone': zone },
  });
  const times = new Set<string>();
  for await (const page of pages)
    for (const item of page) times.add(parsedItem('PROFILE', readDueEntry(item)).due.slice(0, 5));
  return times;
};
