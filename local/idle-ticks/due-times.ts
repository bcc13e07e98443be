import { dueEntries } from '../../shared/store/due-entries.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';

/** The times of day at which anybody in a zone is due, each once. */
export const readDueTimes = async (table: Table, zone: string): Promise<ReadonlySet<string>> => {
  const times = new Set<string>();
  for await (const page of dueEntries(table, zone)) for (const { time } of page) times.add(time);
  return times;
};
