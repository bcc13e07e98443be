import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService, watchCalls } from '../../support/replies.ts';

let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

describe('what a score costs', () => {
  it('is one Query and one UpdateItem; delivered again, one Query', async () => {
    const service = createService(table);
    await service.text('JOIN');
    const calls = watchCalls(table);
    await service.text('PAIN 6 after gardening', { id: 'score' });
    expect(calls.take()).toEqual(['Query', 'UpdateItem']);
    await service.text('PAIN 6 after gardening', { id: 'score' });
    expect(calls.take()).toEqual(['Query']);
  });

  it.each([
    ['TIME 10:00', 2],
    ['PAUSE 3', 2],
    ['please stop', 3],
    ['TIP', 3],
    ['ERASE', 2],
  ])('%s takes one or two writes more', async (body, writes) => {
    const service = createService(table);
    await service.text('JOIN');
    const calls = watchCalls(table);
    await service.text(body);
    const made = calls.take();
    expect([made.filter((call) => call === 'Query').length, made.length - 1]).toEqual([1, writes]);
  });
});
