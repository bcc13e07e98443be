import { randomBytes } from 'node:crypto';
import { describe, expect } from 'vitest';
import * as z from 'zod';
import { keepLedger } from '../../../bench/ledger.ts';
import { deliveryEventsDeps } from '../../../functions/delivery-events/deps.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import { type Receipt, readSesReceipt, readTwilioReceipt } from '../../../shared/providers/receipts.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { namespace, ringsOver } from '../../support/alarm-of.ts';
import { secrets, settings } from '../../support/deployment.ts';
import { it } from '../../support/engine.ts';
import { ana, contentsOf, createService, jo, type Service } from '../../support/replies.ts';
import { createWorker } from '../../support/sending.ts';
import { pepper } from '../../support/subscribers.ts';

/** What is counted, as CloudWatch reads it. */
const countLine = z.object({
  Channel: z.string(),
  MessagesDelivered: z.number().optional(),
  MessagesUndelivered: z.number().optional(),
  ReceiptsMisconfigured: z.number().optional(),
  ReceiptsSuspect: z.number().optional(),
  Bounces: z.number().optional(),
  Complaints: z.number().optional(),
  OptOuts: z.number().optional(),
});
const date = '2030-01-07';
const id = pseudonymOf(pepper, 'sms', ana);
let table: Table;
let service: Service;
let record: (receipt: Receipt) => Promise<void>;
let counted: unknown[];
let printed: string[];
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
  service = createService(table);
  counted = [];
  printed = [];
  record = deliveryEventsDeps(
    { table, secrets, log: (_level, event, fields = {}) => service.logged.push({ event, fields }) },
    settings,
    {
      clock: service.clock,
      randomBytes,
      print: (line) => {
        printed.push(line.replaceAll(JSON.stringify(settings.metricsNamespace), JSON.stringify(namespace)));
        const { Channel, ...counts } = countLine.parse(JSON.parse(line));
        counted.push([Channel, ...Object.entries(counts).flatMap(([name, count]) => (count === 0 ? [] : [name]))]);
      },
    },
  ).recordReceipt;
  await service.text('JOIN');
});

const sendTip = async () => {
  service.clock.set('2030-01-07T14:00:00Z');
  const worker = createWorker(table, service.clock);
  await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, 'm1');
};
const twilio = async (status: string, code = '', query: Record<string, string> = {}) => {
  const receipt = readTwilioReceipt(
    { MessageSid: 'SM1', MessageStatus: status, ErrorCode: code },
    { id, date, kind: 'tip', ...query },
  );
  if (receipt) await record(receipt);
  return receipt;
};
const ses = async (kind: string, detail: Record<string, unknown>) => {
  const mail = { messageId: 'ses-1', tags: { id: [id], date: [date], kind: [kind] } };
  const receipt = readSesReceipt({ detail: { mail, ...detail } });
  if (receipt) await record(receipt);
};
const bounce = { eventType: 'Bounce', bounce: { bounceType: 'Permanent', bounceSubType: 'General' } };
const state = async () => (await service.stores.tips.readStates([{ id, date }])).get(id);

/** All orders of a few words; the same twice is one. */
const ordersOf = (words: readonly string[]): readonly (readonly string[])[] => {
  if (words.length === 0) return [[]];
  return [...new Set(words)].flatMap((word) => {
    const at = words.indexOf(word);
    return ordersOf(words.toSpliced(at, 1)).map((rest) => [word, ...rest]);
  });
};

describe('the alarm on mails that SES takes and then does not deliver', () => {
  it.for([
    ['Reject', { reject: { reason: 'Bad content' } }],
    ['Rendering Failure', { failure: { errorMessage: 'x', templateName: 'none' } }],
  ] as const)('rings for three within the hour: %s', async ([eventType, detail]) => {
    const start = service.clock.now();
    for (const reports of [1, 2]) {
      await ses('tip', { eventType, ...detail });
      expect(ringsOver('email-not-delivered', printed, start), String(reports)).toEqual([]);
    }
    await ses('tip', { eventType, ...detail });
    expect(ringsOver('email-not-delivered', printed, start)[0]).toBeLessThanOrEqual(1);
  });

  it('stays silent for mailboxes that bounce: those have SES’s own rate', async () => {
    for (let index = 0; index < 5; index += 1) await ses('tip', bounce);
    expect(ringsOver('email-not-delivered', printed, service.clock.now() - 60_000)).toEqual([]);
  });
});

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
    await sendTip();
    for (const status of statuses) await twilio(status);
    expect(await state()).toBe(end);
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
            for (const status of statuses) await twilio(status, '', { id: own });
          };
          service.clock.set('2030-01-07T12:00:00Z');
          await service.text('JOIN', { from: phone });
          service.clock.set('2030-01-07T14:00:00Z');
          const worker = createWorker(table, service.clock);
          worker.provider.answers.push(async () => {
            await tell(order.slice(0, before));
            return { kind: 'accepted', providerId: 'SM1' };
          });
          const job = { kind: 'tips', dueAt: service.clock.now(), members: [{ id: own, date }] } as const;
          await worker.sendGroup(job, 'm1');
          await tell(order.slice(before));
          const [outcome] = await service.stores.tips.readLast(own, date, 1);
          ends.add(outcome?.state === 'sent' ? 'accepted' : outcome?.state);
        }
      expect([...ends]).toEqual([end ?? 'accepted']);
    },
    60_000,
  );

  it('cost one write, how it ended, once it is known that the message was taken', async () => {
    await sendTip();
    const ledger = keepLedger(table.client);
    for (const status of ['queued', 'sent']) {
      await twilio(status);
      expect(ledger.take(), status).toMatchObject({ calls: 1, writes: 0 });
    }
    await twilio('delivered');
    expect(ledger.take()).toMatchObject({ calls: 1, writes: 1, writeUnits: 1 });
    await twilio('sent');
    expect(ledger.take()).toMatchObject({ calls: 1, writes: 0 });
  });

  it('say that it was taken where that was in doubt', async () => {
    service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(table, service.clock);
    worker.provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, 'm1');
    expect(await state()).toBeUndefined();
    await twilio('sent');
    expect(await state()).toBe('sent');
    await service.stores.tips.record([{ id, date: '2030-01-06', state: 'unknown', at: service.clock.now() }]);
    await twilio('sent', '', { date: '2030-01-06' });
    expect((await service.stores.tips.readLast(id, date, 2)).map((day) => day.state)).toEqual(['sent', 'sent']);
  });

  it('that overtake the worker’s own record are kept, and not taken back by it', async () => {
    service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(table, service.clock);
    worker.provider.answers.push(async () => {
      await twilio('delivered');
      return { kind: 'accepted', providerId: 'SM1' };
    });
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, 'm1');
    expect(await state()).toBe('delivered');
    const item = (await contentsOf(table)).find(({ SK }) => SK === `TIP#${date}`);
    expect(item).toMatchObject({ tip: 'a', providerId: 'SM1' });
  });

  it('of an enrolment that was erased write nothing into the next, which keeps its last tip in mind', async () => {
    await sendTip();
    await service.text('ERASE');
    await service.text(`ERASE ${(await service.profile())?.eraseWord?.word}`);
    await service.runErasures();
    service.after(1);
    await service.text('JOIN');
    expect((await service.profile())?.lastTip?.date).toBe(date);
    await twilio('delivered');
    expect(await state()).toBeUndefined();
  });

  it('for a day without a claim write nothing', async () => {
    const before = await contentsOf(table);
    await twilio('delivered');
    expect(await contentsOf(table)).toEqual(before);
  });

  it.each(['while it is at work', 'afterwards'])('write nothing for somebody who is erased (%s)', async (when) => {
    service.clock.set('2030-01-07T14:00:00Z');
    const worker = createWorker(table, service.clock);
    // Claimed, and no answer from the provider: the receipt is the first to tell, and comes after the erasure.
    worker.provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await worker.sendGroup({ kind: 'tips', dueAt: service.clock.now(), members: [{ id, date }] }, 'm1');
    await service.text('ERASE');
    await service.text(`ERASE ${(await service.profile())?.eraseWord?.word}`);
    if (when === 'afterwards') await service.runErasures();
    const before = await contentsOf(table);
    await twilio('delivered');
    await twilio('undelivered', '30005');
    expect(await contentsOf(table)).toEqual(before);
  });

  it.each([[{ id: 'somebody else' }], [{ date: 'yesterday' }], [{ kind: '<script>' }]])(
    'with a query that is not ours (%j) are none',
    async (query) => {
      await sendTip();
      expect(await twilio('delivered', '', query)).toBeUndefined();
      expect(await state()).toBe('accepted');
    },
  );
});

describe('a receipt that blames our side', () => {
  it.each([
    ['30034', 'ReceiptsMisconfigured'],
    ['20003', 'ReceiptsMisconfigured'],
    ['30007', 'ReceiptsSuspect'],
    ['30023', 'ReceiptsSuspect'],
    ['99999', 'ReceiptsSuspect'],
  ])('%s is counted for the operator', async (code, metric) => {
    await sendTip();
    await twilio('failed', code);
    expect(counted).toEqual([['sms', 'MessagesUndelivered', metric]]);
  });

  it.each(['30003', '30005', '30036', '21610', '0', ''])('is none that says %s', async (code) => {
    await sendTip();
    await twilio('undelivered', code);
    expect(counted.at(-1)).toEqual(['sms', 'MessagesUndelivered']);
  });
});

describe('what is counted of receipts', () => {
  it('is how a message ended, and nothing of its way there', async () => {
    await sendTip();
    await twilio('queued');
    await twilio('sent');
    expect(counted).toEqual([]);
    await twilio('delivered');
    expect(counted).toEqual([['sms', 'MessagesDelivered']]);
  });

  it('is somebody who left, once, when their carrier says so; a number that is gone has not left', async () => {
    await sendTip();
    await twilio('failed', '30005');
    expect(counted).toEqual([['sms', 'MessagesUndelivered']]);
    await service.text('JOIN');
    await twilio('failed', '21610');
    await twilio('failed', '21610');
    const end = ['sms', 'MessagesUndelivered'];
    expect(counted.slice(1)).toEqual([['sms', 'OptOuts'], end, end]);
  });

  it('are bounces and complaints', async () => {
    await ses('tip', bounce);
    expect(counted).toEqual([
      ['email', 'Bounces'],
      ['email', 'MessagesUndelivered'],
    ]);
    await service.text('JOIN');
    await ses('tip', { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } });
    expect(counted.slice(2)).toEqual([
      ['email', 'Complaints', 'OptOuts'],
      ['email', 'MessagesDelivered'],
    ]);
    await ses('confirmation', bounce);
    expect(counted.slice(4)).toEqual([
      ['email', 'Bounces'],
      ['email', 'MessagesUndelivered'],
    ]);
  });
});

describe('a receipt that says it cannot go on', () => {
  it.each([
    ['21610', 'carrier-opt-out'],
    ['30005', 'unreachable'],
    ['30006', 'unreachable'],
  ])('Twilio %s stops the subscription as %s', async (code, stopReason) => {
    await sendTip();
    await twilio('failed', code);
    expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason });
    expect(await state()).toBe('failed');
    const consents = (await contentsOf(table)).filter(({ act }) => act === 'withdrawn');
    expect(consents.map(({ where }) => where)).toEqual(['provider']);
  });

  it.each(['30003', '30008', '0', '99999'])('Twilio %s does not', async (code) => {
    await sendTip();
    await twilio('undelivered', code);
    expect((await service.profile())?.status).toBe('active');
  });

  it.each([
    ['a hard bounce', bounce, 'bounce'],
    ['a complaint', { eventType: 'Complaint', complaint: { complaintFeedbackType: 'abuse' } }, 'complaint'],
  ])('%s of a tip stops it', async (_what, detail, stopReason) => {
    await ses('tip', detail);
    expect(await service.profile()).toMatchObject({ status: 'stopped', stopReason });
  });

  it('a soft bounce does not', async () => {
    await ses('tip', { eventType: 'Bounce', bounce: { bounceType: 'Transient' } });
    expect((await service.profile())?.status).toBe('active');
  });

  it('of a confirmation to a mistyped address gives that mailbox up; the texts go on', async () => {
    await service.text('EMAIL jo@exampel.org');
    await ses('confirmation', bounce);
    const profile = await service.profile();
    expect(profile?.status).toBe('active');
    expect(profile?.pendingMailbox).toBeUndefined();
  });

  it('about a phone that has joined its mailbox since stops the subscription of both', async () => {
    const profile = await service.profile();
    const mailId = pseudonymOf(pepper, 'email', jo);
    if (!profile) throw new Error('Ana has joined');
    await service.stores.subscribers.save({ ...profile, id: mailId, mailbox: { address: jo } }, undefined);
    await service.stores.subscribers.replaceByAlias(profile, mailId);
    await twilio('failed', '21610');
    expect(await service.profile(jo)).toMatchObject({ status: 'stopped', stopReason: 'carrier-opt-out' });
  });

  it('names nobody in the log', async () => {
    await sendTip();
    await twilio('failed', '30005');
    expect(JSON.stringify(service.logged)).not.toMatch(/\+1|@|2125550101/);
    expect(service.logged).toContainEqual({ event: 'delivery-failed', fields: { id, channel: 'sms', code: '30005' } });
  });
});
