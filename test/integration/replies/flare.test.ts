import { describe, expect } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
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

it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
});

/** Texts on that day, at ten in the morning; the answers. */
const say = (day: number, words: string): Promise<readonly string[]> => {
  service.clock.set(`${addDays(firstDay, day)}T15:00:00Z`);
  return service.text(words);
};
const saysOf = async (...scores: readonly number[]): Promise<readonly string[]> => {
  let answers: readonly string[] = [];
  for (const [day, score] of scores.entries()) answers = await say(day, `PAIN ${score}`);
  return answers;
};
const check = /^Backbeat: to be safe, is any of these new: .* Reply ANY or NONE\./;

describe('a score well above somebody’s usual', () => {
  it('is logged and told against it, and what needs a doctor is asked about after a rise of 3', async () => {
    const answers = await saysOf(2, 3, 2, 8);
    expect(answers[0]).toMatch(check);
    expect(answers[1]).toBe(
      'Backbeat: 8 is in your diary. Your average over the last 7 days is 3.8; your usual is 2.3, so tips that ask for effort wait. Wrong? FIX 5 or UNDO.',
    );
    expect(await say(3, 'NONE')).toHaveLength(1);
    // Once in a flare.
    expect(await say(4, 'PAIN 10')).toEqual([expect.stringContaining('10 is in your diary')]);
  });

  it('is asked about again if its message is delivered again, until that is answered', async () => {
    await saysOf(2, 3, 2);
    service.clock.set(`${addDays(firstDay, 3)}T15:00:00Z`);
    const first = await service.text('PAIN 8', { id: 'twice' });
    expect(first).toHaveLength(2);
    expect(await service.text('PAIN 8', { id: 'twice' })).toEqual(first);
    await service.text('NONE');
    expect(await service.text('PAIN 8', { id: 'twice' })).toEqual(first.slice(1));
  });

  it('is told without the question after a rise of 2', async () => {
    expect(await saysOf(4, 4, 4, 6)).toEqual([expect.stringContaining('your usual is 4, so')]);
    expect(await say(4, 'PAIN 8')).toEqual([
      expect.stringMatching(check),
      expect.stringContaining('Your average over the last 7 days'),
    ]);
  });

  it('any of the signs is a red flag', async () => {
    await saysOf(2, 3, 2, 8);
    expect((await say(3, 'ANY'))[0]).toContain('please get checked now');
  });

  it.each([
    ['a steady 7', [7, 7, 7, 7, 8]],
    ['the second day', [2, 8]],
    ['a rise of one and a half', [4, 4, 4, 5.5]],
  ])('%s is none', async (_what, scores) => {
    const answers = await saysOf(...scores);
    expect(answers).toHaveLength(1);
    expect(answers[0]).not.toContain('your usual');
  });

  it('is seen in a correction too, and in a score for yesterday', async () => {
    await saysOf(2, 2, 3, 2);
    expect(await say(3, 'FIX 7')).toEqual([expect.stringMatching(check), expect.stringContaining('7')]);
    await say(3, 'NONE');
    expect(await say(4, 'YDAY 9')).toHaveLength(1);
  });

  it('is held against four weeks, read with the profile: one read and one write', async () => {
    for (let day = 0; day < 28; day += 4) await say(day, 'PAIN 2');
    const calls = watchCalls(table);
    const [, logged] = await say(30, 'PAIN 6');
    expect(logged).toContain('your usual is 2, so');
    expect(calls.take()).toEqual(['Query', 'UpdateItem']);
  });
});

describe('what asks for an effort waits', () => {
  const programme = firstProgramme();
  const [first] = programme.gentle;

  it('for whoever is sent a tip: one read more, and the outcome says why', async () => {
    await saysOf(2, 3, 2, 8);
    await service.changes.change(id, (person) => ({ ...person, course: { marks: `${'-'.repeat(34)}g` } }));
    service.clock.set(`${addDays(firstDay, 4)}T14:00:00Z`);
    const worker = createWorker(table, service.clock, { programme });
    const calls = watchCalls(table);
    const member = { id, date: addDays(firstDay, 4) };
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [member] }, 'm1');
    expect(worker.sent).toMatchObject([{ tip: first?.tip }]);
    expect(calls.take().filter((call) => call === 'Query')).toHaveLength(1);
    const [outcome] = await createPersonDataStore(table).readTips({ id, joinedAt: 0 });
    expect(outcome).toMatchObject({ tip: first?.tip, why: 'gentle' });
  });

  it('for whoever asks for one', async () => {
    await saysOf(2, 3, 2, 8);
    await service.changes.change(id, (person) => ({ ...person, course: { marks: `${'-'.repeat(34)}g` } }));
    await service.text('TIP');
    expect((await service.profile())?.lastTip).toMatchObject({ tip: first?.tip });
  });
});
