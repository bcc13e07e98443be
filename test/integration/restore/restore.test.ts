import { describe, expect } from 'vitest';
import { readChange } from '../../../functions/keep-ledger/read-change.ts';
import { ledgerFilters } from '../../../infra/constructs/promise-ledger.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { reasonNotToSend } from '../../../shared/domain/tips/decide-tip.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { it } from '../../support/engine.ts';
import { mailedTokenTo, signUpOnPage } from '../../support/enrolment.ts';
import { passes } from '../../support/event-filter.ts';
import { contentsOf, jo, watchCalls } from '../../support/replies.ts';
import {
  ann,
  bob,
  cay,
  dee,
  eve,
  fay,
  gus,
  hal,
  idOf,
  livesBefore,
  livesSince,
  say,
  statuses,
  whoMayGetTips,
} from './eight-lives.ts';
import { openRestorable, type Restorable } from './restore-set-up.ts';

let table: Table;
let world: Restorable;
it.beforeEach(async ({ table: own, freshTable: more }) => {
  table = own;
  world = await openRestorable(own, more);
});

const profile = (address: string): Promise<Subscriber | undefined> => world.service.profile(address);

describe('a restore', () => {
  it.for([false, true])('after everything was lost keeps what was promised since (replace: %s)', async (replace) => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await world.lose();
    const report = await world.restore(backup, { replace });
    expect(await statuses(world, ann, bob, cay, dee, eve, fay, gus, hal)).toEqual([
      'active',
      'stopped',
      'active',
      'nobody',
      'active',
      'active',
      'active',
      'nobody',
    ]);
    expect(await whoMayGetTips(world, table)).toEqual([ann, cay, eve, fay, gus].map(idOf).toSorted());
    expect(report).toMatchObject({ active: 5, stopped: 1, gone: 1, lost: [idOf(hal)] });
  });

  it('brings back nothing of whoever was erased', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await world.lose();
    await world.restore(backup);
    const left = (await contentsOf(table)).filter(({ PK }) => String(PK).includes(idOf(dee)));
    expect(left.map(({ SK }) => SK)).toEqual([]);
    // Who joined again after it has an empty diary, and the proof of the new consent only.
    expect((await world.service.diary(eve)).entries).toEqual([]);
    const ofEve = (await contentsOf(table)).filter(({ PK }) => PK === `SUB#${idOf(eve)}`);
    expect(ofEve.filter(({ SK }) => String(SK).startsWith('CONSENT#')).map(({ act }) => act)).toEqual(['given']);
    expect(ofEve.filter(({ SK }) => String(SK).startsWith('DAY#'))).toEqual([]);
  });

  it('brings back the diary, the settings and the proof of every consent', async () => {
    await livesBefore(world);
    await say(world, ann, 'TIME 7:30pm', 'PAIN 3');
    const backup = await world.backUp();
    const before = (await contentsOf(table)).filter(({ PK }) => PK === `SUB#${idOf(ann)}`);
    await livesSince(world);
    await world.lose();
    await world.restore(backup);
    const after = (await contentsOf(table)).filter(({ PK }) => PK === `SUB#${idOf(ann)}`);
    const { pausedUntil, ...settings } = after.find(({ SK }) => SK === 'PROFILE') ?? {};
    expect(settings).toEqual(before.find(({ SK }) => SK === 'PROFILE'));
    expect(after.filter(({ SK }) => SK !== 'PROFILE')).toEqual(before.filter(({ SK }) => SK !== 'PROFILE'));
    const acts = (who: string, items: readonly Record<string, unknown>[]) =>
      items
        .filter(({ PK, SK }) => PK === `SUB#${idOf(who)}` && String(SK).startsWith('CONSENT#'))
        .map(({ act }) => act);
    const all = await contentsOf(table);
    expect(acts(fay, all)).toEqual(['given', 'withdrawn', 'given', 'withdrawn', 'given']);
    expect(acts(gus, all)).toContain('clinic-withdrawn');
    expect((await profile(gus))?.clinic).toBe('no');
  });

  it('sends nobody a second tip on the day of the restore: their own day, wherever they may be', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    world.service.after(120);
    await world.lose();
    await world.restore(backup);
    const subscriber = await profile(ann);
    if (!subscriber) throw new Error('Ann is back');
    const now = Date.parse('2030-01-07T17:00:00Z');
    const today = { date: '2030-01-07', dueAt: now };
    const tomorrow = { date: '2030-01-08', dueAt: now + 86_400_000 };
    expect(reasonNotToSend(subscriber, today, now)).toBe('paused');
    expect(reasonNotToSend(subscriber, tomorrow, now + 86_400_000)).toBeUndefined();
  });

  it('leaves alone what is there, and fills in what is not', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await say(world, ann, 'PAIN 9', 'TIME 6pm');
    const before = await contentsOf(table);
    await world.restore(backup);
    expect(await contentsOf(table)).toEqual(before);
    const annsDiary = (item: Record<string, unknown>): boolean =>
      item['PK'] === `SUB#${idOf(ann)}` && String(item['SK']).startsWith('DAY#');
    await world.lose(before.filter((item) => !annsDiary(item)));
    await world.restore(backup);
    expect((await world.service.scores(ann)).map(([, score]) => score)).toEqual([6]);
    expect((await profile(ann))?.time).toBe('18:00');
  });

  it('puts back the settings of then where it is told to, and still no STOP since is lost', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await say(world, ann, 'TIME 6pm');
    await world.restore(backup, { replace: true });
    expect((await profile(ann))?.time).toBe('09:00');
    expect(await statuses(world, bob, cay, dee, hal)).toEqual(['stopped', 'active', 'nobody', 'active']);
    expect((await world.service.scores(eve)).map(([, score]) => score)).toEqual([2]);
  });

  it('writes nothing where it is only asked what it would do', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await world.lose();
    const report = await world.restore(backup, { write: false });
    expect(await contentsOf(table)).toEqual([]);
    expect(report).toMatchObject({ active: 5, stopped: 1, gone: 1 });
  });

  it('ends where a whole one ends, whichever write it dies at, and whatever is said in between', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await livesSince(world);
    await world.settle();
    await world.lose();
    const calls = watchCalls(table);
    for (let write = 1; write < 40; write += 6) {
      calls.crashAt(write, write % 2 === 0 ? 'before' : 'after');
      await world.restore(backup).catch(() => undefined);
      calls.callOff();
      // Nobody is ever there who must not be, not even half-way.
      expect((await statuses(world, bob, dee)).every((status) => status === 'stopped' || status === 'nobody')).toBe(
        true,
      );
    }
    await world.restore(backup);
    await say(world, ann, 'STOP');
    await world.restore(backup, { replace: true });
    expect(await statuses(world, ann, bob, cay, dee, eve)).toEqual([
      'stopped',
      'stopped',
      'active',
      'nobody',
      'active',
    ]);
  });

  it('opens no diary to somebody else who has the number by now', async () => {
    await livesBefore(world);
    const backup = await world.backUp();
    await say(world, ann, 'Wrong number, stop');
    await say(world, ann, 'JOIN');
    await world.lose();
    await world.restore(backup);
    expect((await profile(ann))?.status).toBe('active');
    expect((await world.service.diary(ann)).entries).toEqual([]);
  });

  it('follows a sign-up that was confirmed since', async () => {
    await say(world, ann, 'JOIN');
    await world.service.enrolment.signUpByEmail({
      address: jo,
      zone: 'America/New_York',
      time: '09:00',
      language: 'en',
      consent: { version: 'v', where: 'web', at: world.service.clock.now() },
    });
    const backup = await world.backUp();
    expect(await statuses(world, jo)).toEqual(['pending']);
    const token = await mailedTokenTo(world.service, jo);
    expect(await world.service.enrolment.confirm(token)).toBe('confirmed');
    await world.lose();
    await world.restore(backup);
    expect(await profile(jo)).toMatchObject({ status: 'active', tipsBy: 'email', mailbox: { address: jo } });
  });

  it('follows a mailbox that has become another name of a phone since: tips come by one of them only', async () => {
    await say(world, ann, 'JOIN');
    await world.service.mail('JOIN', { from: jo });
    await signUpOnPage(world.service, jo);
    await world.service.enrolment.confirm(await mailedTokenTo(world.service, jo));
    const backup = await world.backUp();
    world.service.after(60);
    await say(world, ann, `EMAIL ${jo}`);
    const token = await mailedTokenTo(world.service, ann);
    expect(await world.service.enrolment.confirm(token)).toBe('confirmed');
    await say(world, ann, 'STOP');
    await world.lose();
    await world.restore(backup);
    // One STOP was for both.
    expect(await statuses(world, ann, jo)).toEqual(['stopped', 'stopped']);
    expect((await profile(jo))?.id).toBe(idOf(ann));
    expect(await whoMayGetTips(world, table)).toEqual([]);
  });
});

describe('a stage that is moved', () => {
  it('is the old one’s table put into the new one’s, whose ledger knows nothing: everybody as they were', async () => {
    await livesBefore(world);
    await livesSince(world);
    const before = await statuses(world, ann, bob, cay, dee, eve, fay, gus, hal);
    const annsDiary = await world.service.scores(ann);
    const link = await world.service.text('DIARY', { from: ann, id: 'asks for the link' });
    const old = await world.backUp();
    await world.lose();
    world.entries.clear();
    const report = await world.restore(old);
    expect(report).toMatchObject({ lost: [] });
    expect(await statuses(world, ann, bob, cay, dee, eve, fay, gus, hal)).toEqual(before);
    expect(await whoMayGetTips(world, table)).toEqual([ann, cay, eve, fay, gus, hal].map(idOf).toSorted());
    expect(await world.service.scores(ann)).toEqual(annsDiary);
    // With the same secrets a link that was sent before opens the same diary.
    expect(await world.service.text('DIARY', { from: ann, id: 'asks again' })).toEqual(link);
    await say(world, bob, 'PAIN 3');
    expect(await statuses(world, bob)).toEqual(['stopped']);
  });
});

describe('the ledger', () => {
  const isTold = (record: unknown): boolean => ledgerFilters.some((filter) => passes(filter, record));

  it('is told by the filters of its event source of all that it writes down, and of little else', async () => {
    await livesBefore(world);
    await livesSince(world);
    await world.service.mail('JOIN', { from: jo });
    await signUpOnPage(world.service, jo);
    await world.service.enrolment.confirm(await mailedTokenTo(world.service, jo));
    await world.settle();
    const wanted = world.records.filter((record) => readChange(record) !== undefined);
    expect(wanted.length).toBeGreaterThan(30);
    expect(wanted.filter((record) => !isTold(record))).toEqual([]);
    const unwanted = world.records.filter((record) => readChange(record) === undefined);
    // Replies and settings of whoever has not left: what there is most of.
    expect(unwanted.filter(isTold).length).toBeLessThan(unwanted.length / 4);
    await say(world, ann, 'TIME 6pm', 'PAIN 5', 'LESS');
    const before = world.records.length;
    await world.settle();
    expect(world.records.slice(before).filter(isTold)).toEqual([]);
  });

  it('holds no number, address or word of anybody', async () => {
    await livesBefore(world);
    await livesSince(world);
    await world.settle();
    const held = JSON.stringify([...world.entries]);
    for (const secret of [ann, bob, cay, dee, eve, fay, gus, hal, jo, 'a note', 'PAIN'])
      expect(held).not.toContain(secret);
  });
});
