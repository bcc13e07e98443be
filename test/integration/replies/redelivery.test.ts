import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService } from '../../support/replies.ts';
import { commands, withoutCount } from './told-twice.ts';

let table: Table;
let freshTable: () => Promise<Table>;
it.beforeEach(async ({ table: fresh, freshTable: make }) => {
  table = fresh;
  freshTable = make;
});

describe('a message delivered twice', () => {
  it.each(commands)('%s changes nothing the second time', async (body) => {
    const service = createService(table);
    await service.text('JOIN');
    await service.text('PAIN 2');
    service.after(1);
    await service.text(body, { id: 'twice' });
    const before = await contentsOf(table);
    service.after(1);
    await service.text(body, { id: 'twice' });
    expect(await contentsOf(table)).toEqual(before);
  });

  it.each(commands)('%s five times at once is carried out once', async (body) => {
    const run = async (times: number) => {
      const world = await freshTable();
      const service = createService(world);
      await service.text('JOIN');
      await service.text('PAIN 2');
      service.after(1);
      await Promise.all(Array.from({ length: times }, () => service.text(body, { id: 'twice' })));
      return contentsOf(world);
    };
    expect(withoutCount(await run(5))).toEqual(withoutCount(await run(1)));
  });

  it('JOIN from somebody new five times at once begins one subscription', async () => {
    const service = createService(table);
    await Promise.all(Array.from({ length: 5 }, () => service.text('JOIN', { id: 'join' })));
    const items = await contentsOf(table);
    expect(items.map(({ SK }) => String(SK).split('#')[0])).toEqual(['CONSENT', 'PROFILE', 'ZONES']);
  });

  it('JOIN after a STOP does nothing, however many commands came in between', async () => {
    const service = createService(table);
    await service.text('JOIN', { id: 'join' });
    for (let index = 0; index < 15; index += 1) await service.text(`TIME ${9 + (index % 8)}:00`);
    await service.text('STOP');
    const before = await contentsOf(table);
    expect(await service.text('JOIN', { id: 'join' })).toEqual([]);
    expect(await contentsOf(table)).toEqual(before);
  });

  it('STOP after a JOIN does nothing either', async () => {
    const service = createService(table);
    await service.text('JOIN');
    await service.text('please stop', { id: 'stop' });
    await service.text('JOIN');
    for (let index = 0; index < 15; index += 1) await service.text(`TIME ${9 + (index % 8)}:00`);
    expect(await service.text('please stop', { id: 'stop' })).toEqual([]);
    expect((await service.profile())?.status).toBe('active');
  });

  it('a score retried past midnight is stored once, and answered as that day’s', async () => {
    const service = createService(table, { start: '2030-01-08T04:59:59Z' });
    await service.text('JOIN');
    const first = await service.text('PAIN 6', { id: 'score' });
    service.clock.set('2030-01-08T05:00:30Z');
    expect(await service.text('PAIN 6', { id: 'score' })).toEqual(first);
    expect(await service.scores()).toEqual([['2030-01-07', 6]]);
  });

  it.each([
    ['FIX 5', 'PAIN 6', /had that one already/],
    ['UNDO', 'PAIN 6', /had that one already/],
    ['PAIN 3', 'UNDO', /had that one already/],
    ['PAIN 3', 'FIX 4', /had that one already/],
    ['ERASE', 'PAIN 6', /ERASE [A-Z2-9]{4}/],
    ['TIP', 'PAIN 6', /Reply PAIN/],
    ['JOIN', 'PAIN 6', /signed up already.*HELP for help, STOP to end/],
    ['EMAIL jo@example.org', 'PAIN 6', /we sent a mail/],
  ])('%s, after %s, is answered with what is true', async (body, between, answer) => {
    const service = createService(table);
    await service.text('JOIN', { id: 'first' });
    await service.text(body, { id: 'twice' });
    service.after(1);
    await service.text(between);
    const scores = await service.scores();
    expect(await service.answerTo(body, { id: 'twice' })).toMatch(answer);
    expect(await service.scores()).toEqual(scores);
  });

  it('asks a mailbox for nothing more when it was named, in vain, by a reply of before the JOIN that asked', async () => {
    const service = createService(table);
    await service.text('JOIN');
    await service.text('wrong number');
    await service.text('EMAIL jo@example.org', { id: 'in vain' });
    await service.text('JOIN jo@example.org');
    const before = await contentsOf(table);
    service.after(1);
    await service.text('EMAIL jo@example.org', { id: 'in vain' });
    expect([service.jobs.length, await contentsOf(table)]).toEqual([1, before]);
  });

  it.each([
    ['EMAIL jo@example.org', ['JOIN'], /we sent a mail/],
    ['JOIN jo@example.org', [], /we sent a mail/i],
    ['JOIN jo@example.org', ['JOIN', 'STOP'], /we sent a mail/i],
    ['JOIN jo@example.org', ['JOIN', 'wrong number'], /we sent a mail/i],
  ])('queues no second mail for %s, after %j, that was carried out to its end', async (body, before, answer) => {
    const service = createService(table);
    for (const earlier of before) await service.text(earlier);
    await service.text(body, { id: 'twice' });
    service.after(1);
    expect(await service.answerTo(body, { id: 'twice' })).toMatch(answer);
    expect(service.jobs).toHaveLength(1);
  });

  it('sends no second confirmation mail for commands that did not ask for one', async () => {
    const service = createService(table);
    await service.text('JOIN jo@example.org');
    await service.text('TIME 10:00', { id: 'twice' });
    await service.text('TIME 10:00', { id: 'twice' });
    expect(service.jobs).toHaveLength(1);
  });
});

describe('any story with redeliveries', () => {
  const step = fc.record({
    body: fc.constantFrom(...commands, 'wrong number'),
    minutes: fc.constantFrom(1, 1, 30, 600),
    /** Which of the messages so far come once more, counted from the latest. */
    again: fc.array(fc.nat(9), { maxLength: 3 }),
  });

  const tell = async (
    story: readonly { body: string; minutes: number; again: readonly number[] }[],
    redeliver: boolean,
  ) => {
    const world = await freshTable();
    const service = createService(world);
    await service.text('JOIN', { id: 'm0' });
    const delivered = [{ body: 'JOIN', id: 'm0' }];
    for (const [index, { body, minutes, again }] of story.entries()) {
      service.after(minutes);
      const id = `m${index + 1}`;
      await service.text(body, { id });
      delivered.push({ body, id });
      for (const back of redeliver ? again : []) {
        const message = delivered.at(-1 - back);
        if (message) await service.text(message.body, { id: message.id });
      }
    }
    return contentsOf(world);
  };

  it('ends as it would without them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 8 }), async (story) => {
        expect(await tell(story, true)).toEqual(await tell(story, false));
      }),
      { numRuns: 20 },
    );
  });
});
