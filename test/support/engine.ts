import { test } from 'vitest';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { makeTable } from './table.ts';

/**
 * A test over the embedded DynamoDB engine, which is started once for its file: `table` is a table of the test's own,
 * `freshTable` makes further ones, `endpoint` is the engine's own address. Hooks that want either are `it.beforeEach` and `it.beforeAll`.
 */
export const it = test
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads from the pattern which fixtures are wanted
  .extend('endpoint', { scope: 'file' }, async ({}, { onCleanup }): Promise<string> => {
    const engine = await startDynamoDbEngine();
    onCleanup(() => engine.stop());
    return engine.endpoint;
  })
  .extend(
    'freshTable',
    { scope: 'file' },
    ({ endpoint }): (() => Promise<Table>) =>
      () =>
        makeTable(endpoint),
  )
  .extend('table', ({ freshTable }): Promise<Table> => freshTable());
