import { isDeepStrictEqual } from 'node:util';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { it } from '../../support/engine.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { ana, Crash, contentsOf, createService, jo, type Service, watchCalls } from '../../support/replies.ts';
import { createCoach } from '../reconcile/reconcile-set-up.ts';

let table: Table;
let freshTable: () => Promise<Table>;
let service: Service;
it.beforeEach(async ({ table: fresh, freshTable: make }) => {
  [table, freshTable] = [fresh, make];
  service = createService(table, { readers: readingClinic });
  await service.text('JOIN');
  service.after(1);
});

const waiting = async (of = table) => (await createWorklistStore(of).list()).map(({ kind, alerts }) => [kind, alerts]);

const flags = [
  ['pain 8 and numb between my legs, cannot pee', 'now'],
  ['I have a fever and my back is worse', 'today'],
  ['I want to die', 'call'],
  ['my husband hits me', 'call'],
  ['PAIN 3. STOP. chest pain', 'now'],
  ['mal partout, je veux mourir', 'call'],
] as const;

describe('a red flag', () => {
  it.each(flags)('%s waits on the worklist: %s, never a word of it', async (words, kind) => {
    const [answer, told] = await service.text(words);
    expect(answer).not.toBe('');
    expect(told).toMatch(/Elm Street Physio.*(Mon-Fri 09:00-17:00|lun-ven 9h00-17h00)/);
    expect(await waiting()).toEqual([[kind, 0]]);
    const [item] = (await contentsOf(table)).filter(({ PK }) => PK === 'WORKLIST');
    expect(Object.keys(item ?? {}).sort()).toEqual(['PK', 'SK', 'alerts', 'at', 'kind', 'ttl']);
  });

  it.each(flags)('%s delivered twice, or five times at once, is one event', async (words) => {
    await service.text(words, { id: 'twice' });
    service.after(1);
    await service.text(words, { id: 'twice' });
    await Promise.all(Array.from({ length: 3 }, () => service.text(words, { id: 'twice' })));
    expect(await waiting()).toHaveLength(1);
  });

  it.each(flags)('%s is on the list before anything else of it is stored, whatever dies on the way', async (words) => {
    for (const when of ['before', 'after'] as const) {
      for (let write = 1; write < 12; write += 1) {
        const world = await freshTable();
        const there = createService(world, { readers: readingClinic });
        await there.text('JOIN');
        there.after(1);
        const before = await contentsOf(world);
        const watched = watchCalls(world);
        watched.crashAt(write, when);
        const died = await there.text(words, { id: 'once' }).then(
          () => false,
          (error: unknown) => {
            if (error instanceof Crash) return true;
            throw error;
          },
        );
        watched.callOff();
        if (!isDeepStrictEqual(await contentsOf(world), before))
          expect(await waiting(world), `${write} ${when}`).toHaveLength(1);
        await there.text(words, { id: 'once' });
        expect(await waiting(world), `${write} ${when}`).toHaveLength(1);
        if (!died) break;
      }
    }
  });

  it('by mail is told as one by text', async () => {
    await service.text(`EMAIL ${jo}`);
    await service.mail('I cannot feel my legs', { from: jo });
    // A mailbox that has not confirmed is nobody's yet.
    expect(await waiting()).toEqual([]);
  });

  it('of somebody who has left is told; of a stranger, or of who is being deleted, not', async () => {
    await service.text('STOP');
    await service.text('chest pain');
    expect(await waiting()).toHaveLength(1);
    const stranger = await service.text('chest pain', { from: '+12125550177' });
    expect(stranger.join(' ')).not.toContain('Elm Street');
    expect(await waiting()).toHaveLength(1);
  });

  it('is told of nobody where nobody looks, and nothing is said of anybody', async ({ table: other }) => {
    const alone = createService(other);
    const welcome = await alone.text('JOIN', { from: '+12125550155' });
    const answers = await alone.text('chest pain', { from: '+12125550155' });
    expect([...welcome, ...answers].join(' ')).not.toMatch(/alert|look/);
    expect((await waiting(other)).filter(([kind]) => kind !== 'now')).toEqual([]);
    expect((await alone.text('CALL ME', { from: '+12125550155' })).join(' ')).not.toMatch(/we tell/);
    expect(await waiting(other)).toEqual([]);
  });

  it('is forgotten with all else', async () => {
    await service.text('chest pain');
    const word = /ERASE (\w{4})/.exec(await service.answerTo('ERASE'))?.[1] ?? '';
    await service.text(`ERASE ${word}`);
    await service.runErasures();
    await service.runErasures();
    expect(await contentsOf(table)).not.toContainEqual(expect.objectContaining({ PK: 'WORKLIST' }));
  });

  it('of before ERASE goes though they join again meanwhile, and what they say then stays', async () => {
    await service.text('chest pain');
    const word = /ERASE (\w{4})/.exec(await service.answerTo('ERASE'))?.[1] ?? '';
    await service.text(`ERASE ${word}`);
    service.after(1);
    await service.text('JOIN');
    await service.text('I want to die');
    await service.runErasures();
    expect(await waiting()).toEqual([['call', 0]]);
    await service.runErasures();
    expect(await waiting()).toEqual([['call', 0]]);
  });

  it('in a text that no webhook got is told once it is found, overtaken or not', async ({ table: other }) => {
    const coach = createCoach(other, '2030-01-07T15:00:00Z', readingClinic);
    await coach.say('JOIN', ana);
    coach.pass(60);
    coach.lose('I cannot pee', ana);
    coach.pass(60);
    coach.lose('UNDO. I have chest pain', ana);
    coach.pass(60);
    await coach.say('STOP', ana);
    await coach.tickTwice();
    await coach.tickTwice();
    expect(await waiting(other)).toHaveLength(2);
  });
});

describe('CALL ME', () => {
  it.each(['CALL ME', 'call me back', 'RAPPELEZ-MOI', 'Rappelez moi svp'])('%s asks for a call', async (words) => {
    expect(await service.answerTo(words)).toMatch(/Elm Street Physio.*(7 days|7 jours)/);
    expect(await waiting()).toEqual([['asked', 0]]);
    expect((await service.profile())?.callMe).toBe(service.clock.now());
  });

  it('is kept as agreed to, and taken back by STOP', async () => {
    await service.text('CALL ME');
    expect(await contentsOf(table)).toContainEqual(
      expect.objectContaining({ act: 'call-given', version: 'call-2026-11-29', where: 'sms' }),
    );
    await service.text('STOP');
    expect(await service.profile()).not.toHaveProperty('callMe');
  });

  it.each(['call me a taxi', 'my boss will call me', 'they call me Ted'])('%s does not ask for one', async (words) => {
    await service.text(words);
    expect(await waiting()).toEqual([]);
  });
});
