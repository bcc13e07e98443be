import type { Server } from 'node:http';
import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import dynalite from 'dynalite';
import { afterAll, beforeAll } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createMemoryTable } from '../../simulation/store/memory-table.ts';
import { makeTable } from '../../support/table.ts';
import { describeStores } from './store-suite.ts';

let second: Server;

beforeAll(async () => {
  second = dynalite({ createTableMs: 0 });
  await new Promise<void>((resolve) => second.listen(0, '127.0.0.1', resolve));
});
afterAll(async () => {
  await new Promise((resolve) => second.close(resolve));
});

const secondEndpoint = (): string => {
  const address = second.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
};

/** Like DynamoDB dynalite says that a table is made before it is: on a busy machine a test would begin too soon. */
const onceActive = async (making: Promise<Table>): Promise<Table> => {
  const table = await making;
  for (;;) {
    const { Table: described } = await table.client.send(new DescribeTableCommand({ TableName: table.name }));
    if (described?.TableStatus === 'ACTIVE') return table;
  }
};

describeStores('the embedded engine', (freshTable) => freshTable());
describeStores('the engine of the simulation', async () => createMemoryTable());
describeStores('the engine of the simulation in pages of one item', async () => createMemoryTable(1));
// Written from DynamoDB's behaviour by other people than the engine's: where both agree, it is likely DynamoDB's.
describeStores('dynalite', () => onceActive(makeTable(secondEndpoint())), { partiql: false });
