import { describe, expect } from 'vitest';
import type { TallyName } from '../../../shared/domain/desk/day-tally.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSpendStore } from '../../../shared/store/spend-store.ts';
import { createTallyStore } from '../../../shared/store/tally-store.ts';
import { CannotError, NobodyThereError, NotAllowedError } from '../../../shared/use-cases/desk/desk-errors.ts';
import { deskOver, drLee, sam } from '../../support/desk.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, watchCalls } from '../../support/replies.ts';
import { pepper } from '../../support/subscribers.ts';

const idOfAna = pseudonymOf(pepper, 'sms', ana);
const monday = '2030-01-07';

const withAna = async (table: Table) => {
  const service = createService(table);
  await service.text('JOIN');
  const desk = deskOver(table, service);
  /** As the person's CLINIC YES leaves it. */
  const allow = () => service.changes.change(idOfAna, (subscriber) => ({ ...subscriber, clinic: 'yes' }));
  return { service, desk, allow };
};

describe('finding somebody', () => {
  it('by the number they phone from, in at most two reads', async ({ table }) => {
    const { desk } = await withAna(table);
    const { take } = watchCalls(table);
    const found = await desk.find(sam, '+1 (212) 555-0101');
    expect(found).toMatchObject({ id: idOfAna, status: 'active', tipsBy: 'sms', nextTip: monday, time: '09:00' });
    expect(take()).toEqual(['Query', 'PutItem']);
    expect(JSON.stringify(found)).not.toContain('2125550101');
  });

  it('by another name of theirs, in two', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const mailbox = pseudonymOf(pepper, 'email', 'ana@example.org');
    await service.stores.subscribers.putAlias(mailbox, idOfAna);
    const { take } = watchCalls(table);
    expect((await desk.find(sam, 'ana@example.org')).id).toBe(idOfAna);
    expect(take()).toEqual(['Query', 'Query', 'PutItem']);
  });

  it('tells that nobody is there, and that the number cannot be one', async ({ table }) => {
    const { desk } = await withAna(table);
    await expect(desk.find(sam, '+12125550199')).rejects.toThrow(NobodyThereError);
    await expect(desk.find(sam, '555 0101')).rejects.toThrow(CannotError);
  });
});

describe('what somebody got', () => {
  it('is the last ten days with their reasons, without a word of theirs', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await service.text('PAIN 7 after gardening');
    await service.stores.tips.record([
      { id: idOfAna, date: monday, state: 'undelivered', at: service.clock.now(), code: '30003', channel: 'sms' },
    ]);
    const { tips } = await desk.show(sam, ana);
    expect(tips).toMatchObject([{ date: monday, decision: 'undelivered', code: '30003' }]);
    expect(await desk.explain(sam, ana, '2030-01-08')).toMatchObject({ date: '2030-01-08', decision: 'to-come' });
    expect(JSON.stringify(await desk.show(drLee, ana))).not.toMatch(/gardening|7 after/);
  });

  it('names the code they came by, and not the arm of a study', async ({ table }) => {
    const { desk, service } = await withAna(table);
    expect(await desk.show(sam, ana)).not.toHaveProperty('cohort');
    const elm = { clinic: 'Elm Street Physio', contact: '+12125550199' };
    const { code } = await desk.addCode(sam, { ...elm, arm: 'B' });
    await service.text(`JOIN ${code}`, { from: '+12125550177' });
    const { cohort } = await desk.show(sam, '+12125550177');
    expect(cohort).toEqual({ code, ...elm });
  });

  it('is nothing from before they joined anew', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const record = (date: string) =>
      service.stores.tips.record([{ id: idOfAna, date, state: 'delivered', at: service.clock.now(), channel: 'sms' }]);
    await record(monday);
    service.after(24 * 60);
    await service.text('STOP');
    service.after(24 * 60);
    await service.text('JOIN');
    service.after(24 * 60);
    await record('2030-01-10');
    const { joinedAt = 0 } = (await service.profile()) ?? {};
    const since = new Date(joinedAt).toISOString().slice(0, 10);
    const { tips } = await desk.show(sam, ana);
    expect(tips.map(({ date }) => date).every((date) => date >= since)).toBe(true);
    expect(tips[0]).toMatchObject({ date: '2030-01-10', decision: 'delivered' });
  });

  it('refuses what is no date', async ({ table }) => {
    const { desk } = await withAna(table);
    for (const date of ['tomorrow', '2030-13-01', '2030-02-30', '07/01/2030', ''])
      await expect(desk.explain(sam, ana, date)).rejects.toThrow(CannotError);
  });
});

describe('what somebody wrote', () => {
  it('is shown to a clinician whom they let, and to nobody else', async ({ table }) => {
    const { desk, service, allow } = await withAna(table);
    await service.text('PAIN 7 after gardening');
    await expect(desk.readDiary(drLee, ana)).rejects.toThrow(/CLINIC YES/);
    await allow();
    await service.text('GOAL carry my shopping home');
    expect(await desk.readDiary(drLee, ana)).toMatchObject({
      rows: [{ date: monday, score: 7, note: 'after gardening' }],
      goals: [{ date: monday, words: 'carry my shopping home', state: 'open' }],
    });
    expect(JSON.parse(await desk.exportAll(drLee, ana))).toMatchObject({ entries: [{ score: 7 }] });
    await expect(desk.readDiary(sam, ana)).rejects.toThrow(NotAllowedError);
    await expect(desk.exportAll(sam, ana)).rejects.toThrow(NotAllowedError);
  });

  it('is closed again by STOP, and stays closed when they come back', async ({ table }) => {
    const { desk, service, allow } = await withAna(table);
    await allow();
    await service.text('STOP');
    await expect(desk.readDiary(drLee, ana)).rejects.toThrow(NotAllowedError);
    await service.text('JOIN');
    await expect(desk.readDiary(drLee, ana)).rejects.toThrow(NotAllowedError);
    await allow();
    await desk.stop(sam, ana);
    await service.text('JOIN');
    await expect(desk.readDiary(drLee, ana)).rejects.toThrow(NotAllowedError);
  });
});

describe('acting for somebody who phoned', () => {
  it('stops them on every channel, once, with the proof of it', async ({ table }) => {
    const { desk, service } = await withAna(table);
    expect(await desk.stop(sam, ana)).toMatchObject({ status: 'stopped', stopReason: 'opt-out' });
    expect(await desk.stop(sam, ana)).toMatchObject({ status: 'stopped' });
    const consents = (await contentsOf(table)).filter(({ SK }) => String(SK).startsWith('CONSENT#'));
    expect(consents.map(({ act, where }) => [act, where])).toEqual([
      ['given', 'sms'],
      ['withdrawn', 'desk'],
    ]);
    await expect(desk.resume(sam, ana)).rejects.toThrow(/only they can begin again/);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('pauses and resumes; a pause asked for twice is not longer', async ({ table }) => {
    const { desk } = await withAna(table);
    expect(await desk.pause(sam, ana, 7)).toMatchObject({ pausedUntil: '2030-01-13', nextTip: '2030-01-14' });
    expect(await desk.pause(sam, ana, 7)).toMatchObject({ pausedUntil: '2030-01-13' });
    expect(await desk.explain(sam, ana, '2030-01-13')).toMatchObject({ decision: 'none', reason: 'paused' });
    const resumed = await desk.resume(sam, ana);
    expect(resumed.nextTip).toBe(monday);
    expect(resumed).not.toHaveProperty('pausedUntil');
    for (const days of [0, -1, 91, 1.5, Number.NaN])
      await expect(desk.pause(sam, ana, days)).rejects.toThrow(CannotError);
  });

  it('moves time, zone and language; refuses the night and what has not said yes, all or nothing', async ({
    table,
  }) => {
    const { desk, service } = await withAna(table);
    expect(await desk.move(sam, ana, { zone: 'Paris', time: '18:03', language: 'fr' })).toMatchObject({
      zone: 'Europe/Paris',
      zoneSource: 'said',
      time: '18:05',
      language: 'fr',
    });
    await expect(desk.move(sam, ana, { language: 'en', time: '22:00' })).rejects.toThrow(/nearest time is 19:55/);
    await expect(desk.move(sam, ana, { language: 'en', channel: 'email' })).rejects.toThrow(/has confirmed/);
    await expect(desk.move(sam, ana, { zone: 'Nowhereville' })).rejects.toThrow(CannotError);
    expect((await service.profile())?.language).toBe('fr');
  });

  it('erases all that is held, and can be told again', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await service.text('PAIN 7');
    await desk.erase(sam, ana);
    await desk.erase(sam, ana);
    await expect(desk.show(sam, ana)).rejects.toThrow(NobodyThereError);
    await service.runErasures();
    const left = (await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('SUB#'));
    expect(left).toEqual([]);
    await expect(desk.erase(sam, ana)).rejects.toThrow(NobodyThereError);
  });
});

describe('the audit trail', () => {
  it('keeps every act and every refusal, names people by pseudonym, and outlives them', async ({ table }) => {
    const { desk, service } = await withAna(table);
    await desk.find(sam, ana);
    await expect(desk.readDiary(drLee, ana)).rejects.toThrow(NotAllowedError);
    await expect(desk.readDiary(sam, ana)).rejects.toThrow(NotAllowedError);
    await desk.erase(sam, ana);
    await service.runErasures();
    await expect(desk.readAudit(sam, monday)).rejects.toThrow(NotAllowedError);
    const lines = await desk.readAudit(drLee, monday);
    expect(lines.map(({ who, role, operation, whom, refused }) => [who, role, operation, whom, refused])).toEqual([
      ['sam', 'staff', 'find', idOfAna, undefined],
      ['dr-lee', 'clinician', 'read-diary', idOfAna, 'consent'],
      ['sam', 'staff', 'read-diary', idOfAna, 'role'],
      ['sam', 'staff', 'erase', idOfAna, undefined],
      ['sam', 'staff', 'read-audit', undefined, 'role'],
      ['dr-lee', 'clinician', 'read-audit', undefined, undefined],
    ]);
    expect(JSON.stringify(lines)).not.toContain('2125550101');
  });

  it('is written before anything is done: without it nothing is', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const watched = watchCalls(table);
    watched.crashAt(1, 'before');
    await expect(desk.stop(sam, ana)).rejects.toThrow();
    expect((await service.profile())?.status).toBe('active');
  });
});

describe("today's picture", () => {
  it('tells who did not get a tip, and why', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const [bo, cy, di] = ['+12125550102', '+12125550103', '+12125550104'];
    for (const from of [bo, cy, di]) await service.text('JOIN', { from });
    await desk.pause(sam, cy, 3);
    await desk.stop(sam, di);
    service.clock.set('2030-01-07T14:30:00Z');
    await service.stores.tips.record([
      { id: idOfAna, date: monday, state: 'delivered', at: service.clock.now(), channel: 'sms' },
      {
        id: pseudonymOf(pepper, 'sms', bo),
        date: monday,
        state: 'undelivered',
        at: service.clock.now(),
        code: '30003',
        channel: 'sms',
      },
      {
        id: pseudonymOf(pepper, 'sms', cy),
        date: monday,
        state: 'skipped',
        reason: 'paused',
        at: service.clock.now(),
        channel: 'sms',
      },
    ]);
    expect(await desk.whoIsDue(sam, { missed: true })).toMatchObject([
      { id: pseudonymOf(pepper, 'sms', bo), tip: { decision: 'undelivered', code: '30003' } },
    ]);
    // Who asks in the morning, asks about the day before.
    service.clock.set('2030-01-08T13:00:00Z');
    expect(await desk.whoIsDue(sam, { missed: true })).toEqual([]);
    expect(await desk.whoIsDue(sam, { missed: true, yesterday: true })).toMatchObject([
      { id: pseudonymOf(pepper, 'sms', bo), date: monday, tip: { decision: 'undelivered', code: '30003' } },
    ]);
  });

  it('is told of everybody among more than one read takes, with progress', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const read = await service.profile();
    if (!read) throw new Error('nobody joined');
    for (let n = 0; n < 130; n += 1) {
      const number = `+1646555${String(n).padStart(4, '0')}`;
      await service.stores.subscribers.save(
        { ...read, id: pseudonymOf(pepper, 'sms', number), phone: { number } },
        undefined,
      );
    }
    const looked: number[] = [];
    expect(await desk.whoIsDue(sam, { missed: false }, (count) => looked.push(count))).toHaveLength(131);
    expect(looked).toEqual([100, 131]);
  });

  it('is read from what was counted, in as many calls for one person as for any number', async ({ table }) => {
    const { service } = await withAna(table);
    const desk = deskOver(table, service, 'nobody', { emailsAMonth: 1000 });
    service.clock.set('2030-01-08T03:00:00Z');
    const tallies = createTallyStore(table);
    const counted = (date: string, sequence: string, is: TallyName) => ({ date, sequence, is });
    await tallies.count('shardId-1', monday, [
      counted(monday, '1', 'delivered'),
      counted(monday, '2', 'undelivered'),
      counted(monday, '3', 'skipped:paused'),
    ]);
    await tallies.count('shardId-2', '2030-01-08', [counted('2030-01-08', '1', 'accepted')]);
    await createSpendStore(table).add('email', 'a group', 40, service.clock.now());
    const watched = watchCalls(table);
    expect(await desk.status(sam)).toEqual({
      days: [
        { date: '2030-01-08', decided: 1, missed: 0, outcomes: { accepted: 1 }, withoutTip: {} },
        {
          date: monday,
          decided: 3,
          missed: 1,
          outcomes: { delivered: 1, undelivered: 1 },
          withoutTip: { paused: 1 },
        },
      ],
      money: [{ channel: 'email', used: 40, cap: 1000 }],
      queues: [{ queue: 'sms', waiting: 2, givenUp: 1 }],
    });
    // A line of the audit trail, three dates, one cap.
    expect(watched.take()).toHaveLength(5);
  });
});
