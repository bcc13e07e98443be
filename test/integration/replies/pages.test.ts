import { describe, expect } from 'vitest';
import { foldDiary } from '../../../shared/domain/diary/fold-diary.ts';
import { systemRuntime } from '../../../shared/platform/system-runtime.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../../shared/store/person-data-store.ts';
import { createWorklistStore } from '../../../shared/store/worklist-store.ts';
import { createChangeSettings } from '../../../shared/use-cases/change-settings.ts';
import { connectActOnPage } from '../../../shared/use-cases/connect-act-on-page.ts';
import { createEraseOnPage } from '../../../shared/use-cases/erase-on-page.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, type Service } from '../../support/replies.ts';
import { tokenKeys } from '../../support/subscribers.ts';

let table: Table;
let service: Service;

it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  await service.text('JOIN');
});

const untold = { log: () => {}, count: () => {} };

const act = async (nonce: string, wanted: Parameters<ReturnType<typeof connectActOnPage>>[0]['act'], words = '') => {
  const { id, epoch } = (await service.profile(ana)) ?? { id: '', epoch: '' };
  const settings = {
    publicBaseUrl: 'https://x.example',
    contact: 'c',
    smsNumber: '+1',
    replyAddress: 'r@x.example',
    tokenKeys,
    redFlagReaders: 'nobody',
  } as const;
  const runtime = { ...systemRuntime, clock: service.clock };
  return connectActOnPage(
    settings,
    service.stores,
    createWorklistStore(table),
    runtime,
    untold,
  )({
    id,
    epoch,
    nonce,
    act: wanted,
    words,
  });
};

describe('a score on a page', () => {
  it('stands once in the table when its button is pressed several times at one moment', async () => {
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => act('one', { kind: 'log', score: 6 })));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done', 'done', 'done']);
    expect(await service.scores()).toEqual([['2030-01-07', 6]]);
  });

  it('is corrected and taken back by text as one that was sent by text', async () => {
    await act('one', { kind: 'log', score: 6 });
    service.after(1);
    expect(await service.answerTo('FIX 5')).toContain('is now 5');
    service.after(1);
    await service.text('UNDO');
    service.after(1);
    await service.text('UNDO');
    expect(await service.scores()).toEqual([]);
  });

  it('far above their usual is stored, and asks about the signs of what needs a doctor; the answer may come by text', async () => {
    for (const [index, date] of ['2030-01-04', '2030-01-05', '2030-01-06'].entries())
      await act(`before-${index}`, { kind: 'log', score: 2, date });
    const outcome = await act('now', { kind: 'log', score: 8 });
    expect(outcome).toMatchObject({ kind: 'done', safetyAnswer: expect.stringMatching(/to be safe.*ANY or NONE/) });
    service.after(1);
    expect(await service.answerTo('ANY')).toContain('please get checked now');
  });

  it('may be of another day, and of one that no fortnight reaches', async () => {
    await act('old', { kind: 'log', score: 8, date: '2029-11-20' });
    service.after(1);
    const { subscriber } = await service.stores.persons.readAnyone((await service.profile())?.id ?? '', 0);
    const read = async () =>
      foldDiary(await service.stores.persons.readEvents(subscriber?.id ?? '', subscriber?.epoch ?? '')).entries;
    const [entry] = await read();
    expect(entry).toMatchObject({ date: '2029-11-20', score: 8, channel: 'web' });
    await act('fix', { kind: 'correct', entry: entry?.key ?? '', score: 7 });
    expect(await read()).toMatchObject([{ score: 7, status: 'amended' }]);
    service.after(1);
    const gone = await act('gone', { kind: 'take-back', event: entry?.key ?? '' });
    expect(await read()).toEqual([]);
    service.after(1);
    await act('back', { kind: 'take-back', event: gone.kind === 'done' ? (gone.event?.key ?? '') : '' });
    expect(await read()).toMatchObject([{ score: 7 }]);
  });

  it('taken back on a page is no more what UNDO by text takes back', async () => {
    await service.text('PAIN 4');
    service.after(1);
    const logged = await act('one', { kind: 'log', score: 6 });
    service.after(1);
    await act('gone', { kind: 'take-back', event: logged.kind === 'done' ? (logged.event?.key ?? '') : '' });
    service.after(1);
    expect(await service.answerTo('UNDO')).toContain('4');
    expect(await service.scores()).toEqual([]);
  });

  it('stops at a hundred a day, and says that nothing was stored', async () => {
    const { id, epoch } = (await service.profile()) ?? { id: '', epoch: '' };
    const event = {
      kind: 'score',
      date: '2030-01-07',
      at: service.clock.now(),
      seq: 1,
      channel: 'web',
      score: 3,
    } as const;
    await Promise.all(
      Array.from({ length: 100 }, (_, press) =>
        service.stores.diary.append(id, epoch, { ...event, key: `r#press${press}` }),
      ),
    );
    const one = await act('one more', { kind: 'log', score: 3 });
    expect(one).toMatchObject({ kind: 'done' });
    expect(one).not.toHaveProperty('event');
    service.after(1);
    await service.text('PAIN 4');
    expect((await service.scores()).filter(([, score]) => score === 4)).toHaveLength(1);
  });

  it('opens nothing once the diary began anew', async () => {
    const { id } = (await service.profile()) ?? { id: '' };
    const settings = {
      publicBaseUrl: 'x',
      contact: 'c',
      smsNumber: '+1',
      replyAddress: 'r@x.example',
      tokenKeys,
      redFlagReaders: 'nobody',
    } as const;
    const runtime = { ...systemRuntime, clock: service.clock };
    const old = connectActOnPage(settings, service.stores, createWorklistStore(table), runtime, untold);
    expect(await old({ id, epoch: 'cccccccc', nonce: 'n', act: { kind: 'log', score: 6 } })).toEqual({ kind: 'gone' });
    expect(await service.scores()).toEqual([]);
  });

  it('of a stopped subscription is not stored, but what is stored may be corrected and taken back', async () => {
    await act('one', { kind: 'log', score: 6 });
    service.after(1);
    await service.text('STOP');
    expect(await act('two', { kind: 'log', score: 5 })).toMatchObject({ kind: 'closed' });
    const [entry] = (await service.diary()).entries;
    await act('fix', { kind: 'correct', entry: entry?.key ?? '', score: 7 });
    expect(await service.scores()).toEqual([['2030-01-07', 7]]);
  });
});

describe('what is held on somebody', () => {
  it('is what they agreed to and what became of their tips, under all their names, oldest first', async () => {
    service.after(1);
    await service.text('TIP');
    service.after(1);
    await service.text('STOP');
    const owner = await service.profile();
    if (!owner) throw new Error('nobody joined');
    const held = createPersonDataStore(table);
    expect(await held.readConsents(owner)).toMatchObject([
      { act: 'given', version: '2026-11-30', where: 'sms' },
      { act: 'withdrawn', where: 'sms' },
    ]);
    expect(await held.readTips(owner)).toMatchObject([{ date: '2030-01-07', state: 'accepted', channel: 'sms' }]);
  });

  it('shows nothing of the number’s former owner', async () => {
    service.after(1);
    await service.text('TIP');
    service.after(1);
    await service.text('wrong number');
    service.after(60);
    await service.text('JOIN');
    const owner = await service.profile();
    if (!owner) throw new Error('nobody joined');
    const held = createPersonDataStore(table);
    expect(await held.readConsents(owner)).toMatchObject([{ act: 'given' }]);
    expect(await held.readTips(owner)).toEqual([]);
  });
});

describe('settings on a page', () => {
  it('hold in the table, beside a text that comes at the same moment', async () => {
    const { id = '', epoch = '' } = (await service.profile()) ?? {};
    const set = createChangeSettings(service.changes, service.clock);
    await Promise.all([
      set(id, epoch, { kind: 'time', time: '10:30' }),
      service.text('PAIN 4'),
      set(id, epoch, { kind: 'zone', place: 'Chicago' }),
    ]);
    expect(await service.profile()).toMatchObject({ zone: 'America/Chicago', zoneSource: 'said' });
    expect((await service.profile())?.time).toMatch(/10:30/);
    expect(await set(id, 'zzzzzzzz', { kind: 'time', time: '11:00' })).toEqual({ kind: 'gone' });
  });
});

describe('deletion on a page', () => {
  it('deletes everything, and what is shared with it', async () => {
    await service.text('PAIN 4');
    await service.text('SHARE');
    const { id = '', epoch = '' } = (await service.profile()) ?? {};
    const erase = createEraseOnPage(service.changes, async (job) => void service.erasures.push(job), service.clock);
    await erase(id, epoch);
    expect(await service.stores.persons.readEnrolled(id, service.clock.now())).toBeUndefined();
    await service.runErasures();
    expect((await contentsOf(table)).filter(({ PK }) => PK === `SUB#${id}`)).toEqual([]);
  });

  it('asked for with the link of an earlier life deletes nothing of this one', async () => {
    await service.text('PAIN 4');
    const { id = '' } = (await service.profile()) ?? {};
    const erase = createEraseOnPage(service.changes, async (job) => void service.erasures.push(job), service.clock);
    await erase(id, 'zzzzzzzz');
    await service.runErasures();
    expect(await service.scores()).toEqual([['2030-01-07', 4]]);
  });
});
