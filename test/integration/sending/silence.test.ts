import { describe, expect } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { createDueStore } from '../../../shared/store/due-store.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../../shared/store/person-data-store.ts';
import { it } from '../../support/engine.ts';
import { ana, createService, type Service, watchCalls } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';

const id = pseudonymOf(pepper, 'sms', ana);
const firstDay = '2030-01-07';
let table: Table;
let service: Service;
let worker: ReturnType<typeof createWorker>;

it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  worker = createWorker(table, service.clock);
  await service.text('JOIN');
});

/** The tip of a day comes due; `day` 0 is the day of joining. What was sent: a tip, a prompt, or nothing. */
const live = async (day: number): Promise<string | undefined> => {
  const date = addDays(firstDay, day);
  service.clock.set(`${date}T14:00:00Z`);
  const before = worker.sent.length;
  await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, `m${day}`);
  const sent = worker.sent[before];
  return sent && (sent.prompt ?? 'tip');
};
const liveUntil = async (last: number, from = 0): Promise<(string | undefined)[]> => {
  const came: (string | undefined)[] = [];
  for (let day = from; day <= last; day += 1) came.push(await live(day));
  return came;
};

describe('somebody who says nothing', () => {
  it('is asked in place of the tip of the seventh day, by one message, and the outcome says so', async () => {
    expect(await liveUntil(8)).toEqual([...Array.from({ length: 7 }, () => 'tip'), 'nudge', 'tip']);
    const outcomes = await createPersonDataStore(table).readTips({ id, joinedAt: 0 });
    const nudged = outcomes.find(({ date }) => date === addDays(firstDay, 7));
    expect(nudged).toMatchObject({ state: 'accepted', prompt: 'nudge' });
    expect(nudged).not.toHaveProperty('tip');
  });

  it('keeps the tip that MORE and HELPED are about, and gets one for TIP all the same', async () => {
    await liveUntil(7);
    const last = (await service.profile())?.lastTip;
    expect(last).toMatchObject({ prompt: 'nudge', date: addDays(firstDay, 7) });
    expect(last?.tip).toBe('tip-7');
    await service.text('TIP');
    expect((await service.profile())?.lastTip).toMatchObject({ owner: 'reply', date: addDays(firstDay, 7) });
    expect((await service.profile())?.lastTip?.prompt).toBeUndefined();
  });

  it('is sent four a week after two weeks, until they write: then all come as before, and that is said', async () => {
    await liveUntil(14);
    expect((await service.profile())?.silence?.step).toBe('fewer');
    // Tuesday 22 January is none of the four days.
    expect(await live(15)).toBeUndefined();
    const answers = await service.text('PAIN 4');
    expect(answers[0]).toContain('4 is in your diary');
    expect(answers[1]).toBe('Backbeat: good to hear from you. Your tips come as before, the next tomorrow.');
    expect((await service.profile())?.silence).toEqual({ since: addDays(firstDay, 15) });
    // Thursday is none of the four days either, and brings one again.
    expect(await liveUntil(17, 16)).toEqual(['tip', 'tip']);
    expect(await service.text('PAIN 5')).toHaveLength(1);
  });

  it('is told goodbye after two months and is due no more, until a word brings everything back', async () => {
    const came = await liveUntil(61);
    expect(came.filter((what) => what !== undefined && what !== 'tip')).toEqual(['nudge', 'fewer', 'goodbye']);
    const due = async () => {
      const found: unknown[] = [];
      for await (const page of createDueStore(table).findDue('America/New_York', '09:00')) found.push(...page);
      return found;
    };
    expect(JSON.stringify(await due())).not.toContain(id);
    expect((await service.profile())?.status).toBe('active');
    service.clock.set('2030-05-01T12:00:00Z');
    // Of the tips that replies know of, some are left.
    await service.changes.change(id, (person) => ({ ...person, course: { marks: 'ggg' } }));
    const answers = await service.text('hello again');
    expect(answers.at(-1)).toContain('Your tips come as before, the next today');
    expect(JSON.stringify(await due())).toContain(id);
    expect(await live(114)).toBe('tip');
  });

  it('and had had all tips by then is told of the summary that comes, and not twice that it is over', async () => {
    await liveUntil(61);
    service.clock.set('2030-05-01T12:00:00Z');
    const marks = 'g'.repeat(firstProgramme().tips.length);
    await service.changes.change(id, (person) => ({ ...person, course: { marks } }));
    const answers = await service.text('hello again');
    expect(answers.at(-1)).toMatch(/You have had all the tips: a summary comes today/);
    expect(answers.join()).not.toMatch(/as before|AGAIN/);
  });

  it('is not brought back by a question who we are, nor by STOP', async () => {
    await liveUntil(60);
    await service.text('who is this?');
    expect((await service.profile())?.silence?.step).toBe('gone');
    await service.text('STOP');
    expect((await service.profile())?.status).toBe('stopped');
    expect(await service.text('PAIN 3')).not.toContain('Your tips come as before');
  });

  it('and is paused by their own wish is not silent', async () => {
    await service.text('PAUSE 20');
    const came = await liveUntil(27);
    expect(came.filter((what) => what !== undefined && what !== 'tip')).toEqual(['weekly', 'nudge']);
  });
});

describe('somebody who only sends scores', () => {
  it('is never taken for silent: their diary is read twice a week, and a score stays one read and one write', async () => {
    const calls = watchCalls(table);
    let reads = 0;
    for (let day = 0; day < 30; day += 1) {
      calls.take();
      expect(await live(day)).toBe(day > 0 && day % 7 === 0 ? 'weekly' : 'tip');
      reads += calls.take().filter((call) => call === 'Query').length;
      service.after(60);
      await service.text('PAIN 4');
      if (day > 0) expect(calls.take()).toEqual(['Query', 'UpdateItem']);
    }
    // Whether they are silent, and what the weekly message tells.
    expect(reads).toBe(8);
  });
});
