import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../shared/store/dynamodb-table.ts';

/**
 * Puts the scheduler's watermark where a jump wants it. The store itself only moves forward; a jump on fresh data may land
 * before a tick of real time.
 */
export const setWatermark = async (table: Table, at: number): Promise<void> => {
  await table.client.send(new PutCommand({ TableName: table.name, Item: { PK: 'WATERMARK', SK: 'WATERMARK', at } }));
};
