import { afterAll, beforeAll } from 'vitest';
import { createMemoryTable } from '../../simulation/store/memory-table.ts';
import { makeTable, startEngine } from '../../support/table.ts';
import { describeStores } from './store-suite.ts';

let engine: Awaited<ReturnType<typeof startEngine>>;

beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.stop());

describeStores('the embedded engine', () => makeTable(engine.endpoint));
describeStores('the engine of the simulation', async () => createMemoryTable());
describeStores('the engine of the simulation in pages of one item', async () => createMemoryTable(1));
