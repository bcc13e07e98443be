import { describe, expect } from 'vitest';
import { keepLedger } from '../../../bench/ledger.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { it } from '../../support/engine.ts';
import { contentsOf } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';
import { date, id, type Receiving, receiveReceipts } from './receive-receipts.ts';

let receiving: Receiving;
it.beforeEach(async ({ table }) => {
  receiving = await receiveReceipts(table);
});

/** All orders of a few words; the same twice is one. */
const ordersOf = (words: readonly string[]): readonly (readonly string[])[] => {
  if (words.length === 0) return [[]];
  return [...new Set(words)].flatMap((word) => {
    const at = words.indexOf(word);
    return ordersOf(words.toSpliced(at, 1)).map((rest) => [word, ...rest]);
  });
};

describe('receipts of a tip', () => {
  it.each([
    [['sent', 'delivered'], 'delivered'],
    [['delivered', 'sent'], 'delivered'],
    // Taken is known; that it is on its way would change nothing.
    [['sent', 'sent', 'queued'], 'accepted'],
    [['undelivered', 'delivered'], 'undelivered'],
    [['delivered', 'failed'], 'delivered'],
    [['unheard-of'], 'accepted'],
  ])('in the order %j leave it %s', async (statuses, end) => {
    await receiving.sendTip();
    for (const status of statuses) await receiving.twilio(status);
    expect(await receiving.state()).toBe(end);
  });

  it.each(['delivered', 'undelivered', undefined])(
    'in every order, before the worker’s own record and after it, leave how it ended: %s',
    async (end) => {
      const orders = ordersOf(['queued', 'sent', 'sent', ...(end ? [end] : [])]);
      const ends = new Set<unknown>();
      for (const [index, order] of orders.entries())
        for (let before = 0; before <= order.length; before += 1) {
          const phone = `+1212556${String(1000 + 10 * index + before)}`;
          const own = pseudonymOf(pepper, 'sms', phone);
          const tell = async (statuses: readonly string[]) => {
            for (const status of statuses) await receiving.twilio(status, '', { id: own });
          };
          receiving.service.clock.set('2030-01-07T12:00:00Z');
          await receiving.service.text('JOIN', { from: phone });
          receiving.service.clock.set('2030-01-07T14:00:00Z');
          const worker = createWorker(receiving.table, receiving.service.clock);
          worker.provider.answers.push(async () => {
            await tell(order.slice(0, before));
            return { kind: 'accepted', providerId: 'SM1' };
          });
          const job = { kind: 'tips', dueAt: receiving.service.clock.now(), members: [{ id: own, date }] } as const;
          await worker.sendGroup(job, 'm1');
          await tell(order.slice(before));
          const [outcome] = await receiving.service.stores.tips.readLast(own, date, 1);
          ends.add(outcome?.state === 'sent' ? 'accepted' : outcome?.state);
        }
      expect([...ends]).toEqual([end ?? 'accepted']);
    },
    60_000,
  );

  it('cost one write, how it ended, once it is known that the message was taken', async () => {
    await receiving.sendTip();
    const ledger = keepLedger(receiving.table.client);
    for (const status of ['queued', 'sent']) {
      await receiving.twilio(status);
      expect(ledger.take(), status).toMatchObject({ calls: 1, writes: 0 });
    }
    await receiving.twilio('delivered');
    expect(ledger.take()).toMatchObject({ calls: 1, writes: 1, writeUnits: 1 });
    await receiving.twilio('sent');
    expect(ledger.take()).toMatchObject({ calls: 1, writes: 0 });
  });

  it('say that it was taken where that was in doubt', async () => {
    receiving.service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(receiving.table, receiving.service.clock);
    worker.provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await worker.sendGroup({ kind: 'tips', dueAt: receiving.service.clock.now(), members: [{ id, date }] }, 'm1');
    expect(await receiving.state()).toBeUndefined();
    await receiving.twilio('sent');
    expect(await receiving.state()).toBe('sent');
    await receiving.service.stores.tips.record([
      { id, date: '2030-01-06', state: 'unknown', at: receiving.service.clock.now() },
    ]);
    await receiving.twilio('sent', '', { date: '2030-01-06' });
    expect((await receiving.service.stores.tips.readLast(id, date, 2)).map((day) => day.state)).toEqual([
      'sent',
      'sent',
    ]);
  });

  it('that overtake the worker’s own record are kept, and not taken back by it', async () => {
    receiving.service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(receiving.table, receiving.service.clock);
    worker.provider.answers.push(async () => {
      await receiving.twilio('delivered');
      return { kind: 'accepted', providerId: 'SM1' };
    });
    await worker.sendGroup({ kind: 'tips', dueAt: receiving.service.clock.now(), members: [{ id, date }] }, 'm1');
    expect(await receiving.state()).toBe('delivered');
    const item = (await contentsOf(receiving.table)).find(({ SK }) => SK === `TIP#${date}`);
    expect(item).toMatchObject({ tip: 'a', providerId: 'SM1' });
  });

  it('of an enrolment that was erased write nothing into the next, which keeps its last tip in mind', async () => {
    await receiving.sendTip();
    await receiving.service.text('ERASE');
    await receiving.service.text(`ERASE ${(await receiving.service.profile())?.eraseWord?.word}`);
    await receiving.service.runErasures();
    receiving.service.after(1);
    await receiving.service.text('JOIN');
    expect((await receiving.service.profile())?.lastTip?.date).toBe(date);
    await receiving.twilio('delivered');
    expect(await receiving.state()).toBeUndefined();
  });

  it('for a day without a claim write nothing', async () => {
    const before = await contentsOf(receiving.table);
    await receiving.twilio('delivered');
    expect(await contentsOf(receiving.table)).toEqual(before);
  });

  it.each(['while it is at work', 'afterwards'])('write nothing for somebody who is erased (%s)', async (when) => {
    receiving.service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(receiving.table, receiving.service.clock);
    // Claimed, and no answer from the provider: the receipt is the first to tell, and comes after the erasure.
    worker.provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await worker.sendGroup({ kind: 'tips', dueAt: receiving.service.clock.now(), members: [{ id, date }] }, 'm1');
    await receiving.service.text('ERASE');
    await receiving.service.text(`ERASE ${(await receiving.service.profile())?.eraseWord?.word}`);
    if (when === 'afterwards') await receiving.service.runErasures();
    const before = await contentsOf(receiving.table);
    await receiving.twilio('delivered');
    await receiving.twilio('undelivered', '30005');
    expect(await contentsOf(receiving.table)).toEqual(before);
  });

  it.each([[{ id: 'somebody else' }], [{ date: 'yesterday' }], [{ kind: '<script>' }]])(
    'with a query that is not ours (%j) are none',
    async (query) => {
      await receiving.sendTip();
      expect(await receiving.twilio('delivered', '', query)).toBeUndefined();
      expect(await receiving.state()).toBe('accepted');
    },
  );
});
