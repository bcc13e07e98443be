import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { readZones } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { parsedItem } from './parsed-item.ts';

/** The set of time zones in use: added to before a profile is written, never shrunk. */
export const zonesKey = { PK: 'ZONES', SK: 'ZONES' } as const;

/** Reads and adds to the zones in use. */
export const createZoneStore = (table: Table) => ({
  /** Every zone that a subscriber has ever been in. */
  read: async (): Promise<readonly string[]> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: zonesKey, ConsistentRead: true }),
    );
    return Item ? [...parsedItem('ZONES', readZones(Item)).zones].sort() : [];
  },
});

/** The time zones in which anybody gets tips. */
export type ZoneStore = ReturnType<typeof createZoneStore>;
