import { describe, expect } from 'vitest';
import { createRecordReceipt } from '../../../functions/delivery-events/record-receipt.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { failedDays } from '../../../shared/domain/tips/failing-address.ts';
import { upcomingTip } from '../../../shared/domain/tips/upcoming-tip.ts';
import { readTwilioReceipt } from '../../../shared/providers/receipts.ts';
import type { SendOutcome } from '../../../shared/providers/send-outcome.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createPauseFailing } from '../../../shared/use-cases/pause-failing.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, type Service } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';

const id = pseudonymOf(pepper, 'sms', ana);
const firstDay = '2030-01-07';
let table: Table;
let service: Service;
let worker: ReturnType<typeof createWorker>;
let reads: number;

it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  worker = createWorker(table, service.clock);
  reads = 0;
  await service.text('JOIN');
});

const day = (number: number): string => addDays(firstDay, number - 1);
const receipt = async (date: string, status: string, code = ''): Promise<void> => {
  const { tips, persons } = service.stores;
  const log = (_level: string, event: string, fields = {}) => service.logged.push({ event, fields });
  const found = readTwilioReceipt(
    { MessageSid: 'SM1', MessageStatus: status, ErrorCode: code },
    { id, date, kind: 'tip' },
  );
  const counted = {
    readLast: (...about: Parameters<typeof tips.readLast>) => {
      reads += 1;
      return tips.readLast(...about);
    },
  };
  const pauseFailing = createPauseFailing({ log, tips: counted, changes: service.changes });
  const record = createRecordReceipt({
    clock: service.clock,
    log,
    count: () => {},
    tips,
    persons,
    changes: service.changes,
    pauseFailing,
  });
  if (found) await record(found);
};
/** The tip of a day comes due, and its receipt some seconds later. True if it was sent. */
const live = async (number: number, code?: string, refusal?: SendOutcome): Promise<boolean> => {
  service.clock.set(`${day(number)}T14:00:00Z`);
  const before = worker.sent.length;
  if (refusal) worker.provider.answers.push(refusal);
  await worker.sendGroup(
    { kind: 'tips', dueAt: service.clock.now(), members: [{ id, date: day(number) }] },
    `m${number}`,
  );
  const wasSent = worker.sent.length > before;
  if (wasSent && !refusal) await (code ? receipt(day(number), 'undelivered', code) : receipt(day(number), 'delivered'));
  worker.provider.answers.splice(0);
  return wasSent;
};
/** Which of the days 1 to `last` had a tip that was tried. */
const triedDays = async (last: number, code: (number: number) => string | undefined): Promise<number[]> => {
  const tried: number[] = [];
  for (let number = 1; number <= last; number += 1) if (await live(number, code(number))) tried.push(number);
  return tried;
};

describe('a phone at which texts fail', () => {
  it.each(['30003', '30008', '30004', '30036', '30410', '30010'])(
    'with %s every day gets three tips, and then one a week',
    async (code) => {
      expect(await triedDays(30, () => code)).toEqual([1, 2, 3, 10, 17, 24]);
    },
    60_000,
  );

  it('is refused every day by the create call: three tries, and then one a week', async () => {
    const tried: number[] = [];
    for (let number = 1; number <= 18; number += 1)
      if (await live(number, undefined, { kind: 'refused', code: '21408' })) tried.push(number);
    expect(tried).toEqual([1, 2, 3, 10, 17]);
  });

  it('gets its tips daily again once the weekly try arrives', async () => {
    expect(await triedDays(14, (number) => (number <= 3 ? '30003' : undefined))).toEqual([1, 2, 3, 10, 11, 12, 13, 14]);
    expect(await triedDays(3, () => '30003')).toEqual([]);
  });

  it('gets the next day’s tip once its owner writes anything, and then three tries again', async () => {
    for (const number of [1, 2, 3, 4]) await live(number, '30003');
    service.clock.set(`${day(4)}T18:00:00Z`);
    await service.text('PAIN 4');
    expect((await service.profile(ana))?.lastTip?.state).toBe('claimed');
    expect(service.logged.map(({ event }) => event)).toContain('tips-resumed');
    const tried: number[] = [];
    for (let number = 5; number <= 12; number += 1) if (await live(number, '30003')) tried.push(number);
    expect(tried).toEqual([5, 6, 7]);
  });

  it('is told of its next tip what will come: the weekly try, and tomorrow’s once its owner writes', async () => {
    for (const number of [1, 2, 3]) await live(number, '30003');
    const failing = await service.profile(ana);
    expect(failing && upcomingTip(failing, service.clock.now()).date).toBe(day(10));
    expect((await service.text('RESUME')).join(' ')).toContain('tomorrow');
    expect(await live(4)).toBe(true);
  });

  it('two days of three is tried every day: a tip that arrived ends a run', async () => {
    expect(await triedDays(12, (number) => (number % 3 === 0 ? undefined : '30003'))).toHaveLength(12);
  });

  it.each([
    ['sms', 1],
    ['email', 2],
  ] as const)('had a run ended by a message that was taken and did not fail, if it was a text: %s', (channel, run) => {
    const failed = { state: 'undelivered', channel, ...(channel === 'sms' ? { code: '30003' } : {}) } as const;
    expect(failedDays([failed, { state: 'accepted', channel }, failed], channel)).toBe(run);
    for (const state of ['sent', 'delivered'] as const)
      expect(failedDays([failed, { state, channel }, failed], channel)).toBe(1);
  });

  it('is not blamed for what is our fault', async () => {
    expect(await triedDays(6, () => '30007')).toHaveLength(6);
    expect((await service.profile(ana))?.lastTip?.state).toBe('claimed');
  });

  it('says in the log and at the day’s outcome why nothing comes', async () => {
    for (const number of [1, 2, 3, 4]) await live(number, '30003');
    expect(service.logged).toContainEqual({
      event: 'tips-paused',
      fields: { id, channel: 'sms', reason: 'failing-address', code: '30003', count: 3 },
    });
    const skipped = (await contentsOf(table)).find(({ SK }) => SK === `TIP#${day(4)}`);
    expect(skipped).toMatchObject({ state: 'skipped', reason: 'failing-address' });
  });

  it('costs one more read on a failing day, and none on another', async () => {
    await triedDays(10, (number) => (number <= 3 ? '30003' : undefined));
    expect(reads).toBe(3);
  });

  it('whose tips go to a mailbox from now on has its tips there at once', async () => {
    for (const number of [1, 2, 3]) await live(number, '30003');
    const subscriber = await service.profile(ana);
    if (!subscriber) throw new Error('nobody joined');
    await service.stores.subscribers.save(
      { ...subscriber, tipsBy: 'email', mailbox: { address: 'ana@example.org' } },
      subscriber,
    );
    service.clock.set(`${day(4)}T14:00:00Z`);
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date: day(4) }] }, 'm4');
    expect(worker.requeued.map(({ channel }) => channel)).toEqual(['email']);
  });

  it('heard of twice in one day is counted once', async () => {
    await live(1, '30003');
    for (let again = 0; again < 3; again += 1) await receipt(day(1), 'undelivered', '30003');
    expect(await live(2, '30003')).toBe(true);
    expect(await live(3)).toBe(true);
  });
});
