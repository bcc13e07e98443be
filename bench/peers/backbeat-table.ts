import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { BatchWriteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { createTableInput } from '../../shared/store/table-schema.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { zonesKey } from '../../shared/store/zone-store.ts';
import { dueAt, subscriberOf, zone } from './people.ts';
import { childrenNamed } from './process-cpu.ts';
import { type RunningStore, StoreError } from './store.ts';
import { connectDynamoDb, tableName, tableOf } from './table-client.ts';

const itemsAWrite = 25;
const writers = 4;
const fileName = 'table.sqlite';

const seed = async (table: Table, people: number): Promise<void> => {
  await table.client.send(new PutCommand({ TableName: table.name, Item: { ...zonesKey, zones: new Set([zone]) } }));
  await createWatermarkStore(table).advance({ at: dueAt - 300_000 });
  let next = 0;
  const write = async (): Promise<void> => {
    while (next < people) {
      const from = next;
      next += itemsAWrite;
      const indexes = Array.from({ length: Math.min(itemsAWrite, people - from) }, (_, index) => from + index);
      const puts = indexes.map((index) => ({ PutRequest: { Item: subscriberItem(subscriberOf(index)) } }));
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: puts } }));
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
};

const startEngine = async (folder: string): Promise<RunningStore> => {
  const before = new Set(childrenNamed('dynoxide'));
  const engine = await startDynamoDbEngine({ dataFile: join(folder, fileName) });
  const pid = childrenNamed('dynoxide').find((found) => !before.has(found));
  if (pid === undefined) throw new StoreError('the engine has no process of its own');
  return { address: engine.endpoint, pid, stop: engine.stop };
};

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'peers-backbeat-'));

/** A table with so many subscribers who are due at the same minute, as a file to start engines on. */
export const makeTableTemplate = async (people: number) => {
  const folder = newFolder();
  const engine = await startEngine(folder);
  try {
    const client = connectDynamoDb({ endpoint: engine.address });
    await client.send(new CreateTableCommand(createTableInput(tableName)));
    await seed(tableOf(client), people);
    client.destroy();
  } finally {
    await engine.stop();
  }
  return {
    /** An engine on a copy of its own. */
    start: async (): Promise<RunningStore> => {
      const copy = newFolder();
      for (const name of readdirSync(folder)) copyFileSync(join(folder, name), join(copy, basename(name)));
      const running = await startEngine(copy);
      return {
        ...running,
        stop: async () => {
          await running.stop();
          rmSync(copy, { recursive: true, force: true });
        },
      };
    },
    remove: (): void => rmSync(folder, { recursive: true, force: true }),
  };
};

export type TableTemplate = Awaited<ReturnType<typeof makeTableTemplate>>;
