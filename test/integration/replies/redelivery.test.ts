import { PutCommand } from '@aws-sdk/lib-dynamodb';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService, isWrite, watchCalls } from '../../support/replies.ts';

let table: Table;
let freshTable: () => Promise<Table>;
it.beforeEach(async ({ table: fresh, freshTable: make }) => {
  table = fresh;
  freshTable = make;
});

const commands = [
  ...[
    'PAIN 6',
    '4 after gardening',
    'FIX 5',
    'YDAY 7',
    'UNDO',
    'slept badly',
    '5 or 6',
    'TIP',
    'MORE',
    'DIARY',
    'HELP',
  ],
  ...['TIME 10:30', 'TIME 5am', 'ZONE Paris', 'PAUSE 3', 'RESUME', 'EMAIL jo@example.org', 'SMS', 'EXPORT', 'ERASE'],
  ...['JOIN', 'START', 'JOIN jo@example.org', 'STOP', 'please stop', 'PAIN 3. STOP', 'pain 8, cannot feel my legs'],
];

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

/** Concurrent readers count replies in their own order. */
const withoutCount = (items: readonly Record<string, unknown>[]): unknown =>
  JSON.parse(JSON.stringify(items, (name, value) => (name === 'q' || name === 'rev' ? undefined : value)));

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

describe('a machine that dies at any write', () => {
  const told = ['PAIN 2', 'TIME 10:00'];
  const stories = new Map<string, Promise<readonly Record<string, unknown>[]>>();
  /** What a table holds after some texts; each story is told once. */
  const after = (bodies: readonly string[]): Promise<readonly Record<string, unknown>[]> => {
    const key = bodies.join();
    const tell = async () => {
      const world = await freshTable();
      const service = createService(world);
      for (const body of bodies) await service.text(body);
      return contentsOf(world);
    };
    const story = stories.get(key) ?? tell();
    stories.set(key, story);
    return story;
  };
  const play = async (bodies: readonly string[], body: string, crash?: { write: number; when: 'before' | 'after' }) => {
    const world = await freshTable();
    for (const Item of await after(bodies)) await world.client.send(new PutCommand({ TableName: world.name, Item }));
    const service = createService(world);
    service.after(1);
    const calls = watchCalls(world);
    if (crash) calls.crashAt(crash.write, crash.when);
    const died = await service.text(body, { id: 'it' }).then(
      () => false,
      () => true,
    );
    calls.callOff();
    const writes = calls.take().filter(isWrite).length;
    if (died) await service.text(body, { id: 'it' });
    return {
      ...{ died, writes, jobs: service.jobs, erasures: service.erasures },
      contents: withoutCount(await contentsOf(world)),
    };
  };

  it.each([
    ...commands.filter((body) => body !== 'JOIN jo@example.org').map((body) => [body, ['JOIN', ...told]] as const),
    ['JOIN', []] as const,
    ['JOIN jo@example.org', []] as const,
    ['JOIN', ['JOIN', ...told, 'STOP']] as const,
    ['JOIN jo@example.org', ['JOIN', ...told, 'STOP']] as const,
    ['JOIN', ['JOIN', ...told, 'wrong number']] as const,
  ])('%s after %j: delivered again, all ends as if nothing had happened', async (body, before) => {
    const undisturbed = await play(before, body);
    expect(undisturbed.writes).toBeLessThan(8);
    for (let write = 1; write <= undisturbed.writes; write += 1) {
      for (const when of ['before', 'after'] as const) {
        const { died, contents, jobs, erasures } = await play(before, body, { write, when });
        expect(died).toBe(true);
        expect(contents).toEqual(undisturbed.contents);
        expect([jobs.length > 0, erasures]).toEqual([undisturbed.jobs.length > 0, undisturbed.erasures]);
      }
    }
  });

  it.each([
    ['EMAIL jo@example.org', []],
    ['ERASE word', ['ERASE']],
  ])('between the profile and the queue (%s) queues the job when the message comes again', async (body, before) => {
    const service = createService(table);
    await service.text('JOIN');
    for (const earlier of before) await service.text(earlier);
    const said = body.replace('word', (await service.profile())?.eraseWord?.word ?? '');
    service.faults.beforeQueue = () => {
      service.faults.beforeQueue = () => {};
      throw new Error('the queue does not answer');
    };
    await expect(service.text(said, { id: 'it' })).rejects.toThrow('the queue');
    expect([service.jobs, service.erasures]).toEqual([[], []]);
    await service.text(said, { id: 'it' });
    expect([...service.jobs, ...service.erasures]).toHaveLength(1);
  });
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
