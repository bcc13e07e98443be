import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../shared/store/dynamodb-table.ts';
import { watermarkKey } from '../shared/store/watermark-store.ts';

/**
 * Puts the watermarks where a jump wants them. The store itself only moves forward; a jump on fresh data may land before a
 * tick of real time.
 */
export const setWatermarks = async (table: Table, at: number): Promise<void> => {
  for (const progress of ['ticks', 'texts'] as const)
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { ...watermarkKey(progress), at, clocks: {} } }),
    );
};
