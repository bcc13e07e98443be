import type { Server } from 'node:http';
import dynalite from 'dynalite';
import { afterAll, beforeAll } from 'vitest';
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

describeStores('the embedded engine', (freshTable) => freshTable());
describeStores('the engine of the simulation', async () => createMemoryTable());
describeStores('the engine of the simulation in pages of one item', async () => createMemoryTable(1));
// Written from DynamoDB's behaviour by other people than the engine's: where both agree, it is likely DynamoDB's.
describeStores('dynalite', () => makeTable(secondEndpoint()), { partiql: false });
