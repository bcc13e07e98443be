import { describe, expect } from 'vitest';
import { createClaimStore } from '../../../shared/store/claim-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { aLife, confirmErasure, idOf } from './erasure-set-up.ts';

let table: Table;
let service: Service;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
});

describe('the last tip of an address outlasts ERASE', () => {
  const monday = { date: '2030-01-07' };
  const eraseAll = async () => {
    await confirmErasure(service);
    await service.runErasures();
    await service.runErasures();
  };

  it('for two days, and nothing else of it does', async () => {
    await aLife(service);
    await eraseAll();
    const items = (await contentsOf(table)).filter(({ SK }) => SK === 'LASTTIP');
    expect(items.map(({ PK }) => PK).sort()).toEqual([idOf(ana), idOf(jo)].map((id) => `SUB#${id}`).sort());
    for (const { PK, ttl, ...rest } of items) {
      expect(ttl).toBeLessThanOrEqual(service.clock.now() / 1000 + 2 * 86_400);
      expect(Object.keys(rest).sort()).toEqual(['SK', 'a', 'c', 'd', 'o', 't']);
    }
  });

  it.each([
    ['by text', () => service.text('JOIN'), ana],
    ['while the deletion is under way', () => service.text('JOIN'), ana],
  ])('so that who joins again %s gets no second tip that day', async (how, join, address) => {
    await aLife(service);
    if (how.startsWith('while')) await confirmErasure(service);
    else await eraseAll();
    service.after(1);
    await join();
    expect((await service.profile(address))?.lastTip).toMatchObject(monday);
    expect(await service.answerTo('TIME 7pm')).toMatch(/tomorrow/i);
  });

  it('so does a mailbox that signs up again', async () => {
    await aLife(service);
    await eraseAll();
    const consent = { version: '1', where: 'web' as const, at: service.clock.now() };
    await service.enrolment.signUpByEmail({
      address: jo,
      language: 'en',
      zone: 'Europe/London',
      time: '09:00',
      consent,
    });
    expect((await service.profile(jo))?.lastTip).toMatchObject(monday);
  });

  it('but not for somebody whose last tip is days ago', async () => {
    await aLife(service);
    service.after(3 * 24 * 60);
    await eraseAll();
    expect((await contentsOf(table)).map(({ SK }) => SK)).not.toContain('LASTTIP');
  });

  it('and no revision of the earlier life comes again, so that what was decided then fails', async () => {
    await aLife(service);
    const before = await service.profile();
    if (!before) throw new Error('Ana has joined');
    await eraseAll();
    service.after(1);
    await service.text('JOIN');
    const claim = {
      date: '2030-01-08',
      tip: 'a',
      owner: 'then',
      claimedAt: 0,
      state: 'claimed',
      channel: 'sms',
    } as const;
    for (let write = 0; write < 20; write += 1) {
      const results = await createClaimStore(table).claim([
        { subscriber: before, claim, position: 1, course: { marks: 'g' }, silence: { since: '2030-01-07' } },
      ]);
      expect(results).toEqual(['conflict']);
      await service.text(`TIME ${8 + (write % 10)}:00`, { id: `time ${write}` });
    }
  });
});
