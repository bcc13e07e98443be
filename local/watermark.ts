import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { watermarkKey } from '../shared/store/watermark-store.ts';

/**
 * Sets the watermarks for a jump of the clock. The store's own function only moves them forward, but a jump on fresh
 * data may land before a tick of real time.
 */
export const setWatermarks = async (table: Table, at: number): Promise<void> => {
  for (const progress of ['ticks', 'texts'] as const)
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...watermarkKey(progress), at, clocks: {} } }),
    );
};
