import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { writesABatch } from '../../shared/store/batch.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';

/** Writes items over whatever stands at their keys. The embedded engine leaves nothing of a batch undone. */
export const putItems = async (table: Table, items: readonly Readonly<Record<string, unknown>>[]): Promise<void> => {
  for (let from = 0; from < items.length; from += writesABatch) {
    const requests = items.slice(from, from + writesABatch).map((Item) => ({ PutRequest: { Item } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
  }
};
