import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod/mini';
import { lazily } from '../domain/lazily.ts';
import type { Table } from './dynamodb-table.ts';

/** The set of time zones in use: added to before a profile is written, never shrunk. */
export const zonesKey = { PK: 'ZONES', SK: 'ZONES' } as const;

const schema = lazily(() => z.object({ zones: z.set(z.string()) }));

export const createZoneStore = (table: Table) => ({
  /** Every zone that a subscriber has ever been in. */
  read: async (): Promise<readonly string[]> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: zonesKey, ConsistentRead: true }),
    );
    return Item ? [...schema().parse(Item).zones].sort() : [];
  },
});

export type ZoneStore = ReturnType<typeof createZoneStore>;
