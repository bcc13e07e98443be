import type { SubscriberId } from '../domain/people/subscriber.ts';
import { dueEntries } from './due-entries.ts';
import type { Table } from './dynamodb-table.ts';

/** Lists everybody in a zone to whom tips may come, by time of day. */
export const createDueListStore = (table: Table) => ({
  list: async function* (zone: string): AsyncGenerator<readonly SubscriberId[]> {
    for await (const page of dueEntries(table, zone)) yield page.map(({ id }) => id);
  },
});

/** Reads who is in the due index of a zone. */
export type DueListStore = ReturnType<typeof createDueListStore>;
