import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { createService } from '../../support/replies.ts';

let table: Table;
let freshTable: () => Promise<Table>;
it.beforeEach(async ({ table: fresh, freshTable: make }) => {
  table = fresh;
  freshTable = make;
});

describe('messages at the same moment', () => {
  it('are all applied', async () => {
    const service = createService(table);
    await service.text('JOIN');
    const all = [
      'PAIN 6',
      'TIME 10:30',
      'ZONE Chicago',
      'EMAIL jo@example.org',
      'PAUSE 3',
      'TIP',
      'it rained all day',
      'PAIN 2',
    ];
    await Promise.all(all.map((body) => service.text(body)));
    expect(await service.profile()).toMatchObject({
      time: '10:30',
      zone: 'America/Chicago',
      pendingMailbox: { address: 'jo@example.org' },
      pausedUntil: expect.any(String),
      position: 1,
    });
    expect((await service.scores()).map(([, score]) => score).sort()).toEqual([2, 6, null]);
  });

  it('with STOP among them end stopped, as in one order or another', async () => {
    for (let round = 0; round < 5; round += 1) {
      const service = createService(await freshTable());
      await service.text('JOIN');
      await Promise.all(['PAIN 6', 'STOP', 'TIME 10:30', 'ZONE Chicago'].map((body) => service.text(body)));
      expect((await service.profile())?.status).toBe('stopped');
    }
  });

  it('from a hundred people joining at once all begin', async () => {
    const service = createService(table);
    const numbers = Array.from({ length: 100 }, (_, index) => `+1212555${2000 + index}`);
    await Promise.all(numbers.map((from) => service.text('JOIN', { from })));
    for (const number of numbers) expect((await service.profile(number))?.status).toBe('active');
  });
});

describe('many replies of one person at once', () => {
  it('are all carried out: twenty commands, and JOIN against STOP', async () => {
    const service = createService(table, { isLive: true });
    await service.text('JOIN');
    const times = Array.from({ length: 20 }, (_, index) => `TIME ${9 + (index % 10)}:${index < 10 ? '05' : '35'}`);
    const answers = await Promise.all(times.map((body) => service.text(body)));
    expect(answers.filter(({ length }) => length > 0)).toHaveLength(20);
    await Promise.all(Array.from({ length: 20 }, (_, index) => service.text(index % 2 === 0 ? 'JOIN' : 'STOP now')));
    expect(['active', 'stopped']).toContain((await service.profile())?.status);
  });
});
