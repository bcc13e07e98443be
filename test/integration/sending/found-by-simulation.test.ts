import { describe, expect } from 'vitest';
import { backoffSeconds } from '../../../functions/send-tips/send-tips.ts';
import { createTextSender } from '../../../functions/send-tips/text-sender.ts';
import { textsFor } from '../../../shared/content/texts.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import type { OutgoingText } from '../../../shared/providers/twilio/messages-api.ts';
import { toAttribute } from '../../../shared/store/attribute-value.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { subscriberItem } from '../../../shared/store/subscriber-item.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { it } from '../../support/engine.ts';
import { createTestClock, createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

// Each of these is a promise that some seed of test/simulation broke once.

const due = '2030-01-10T14:00:00Z';
const date = '2030-01-10';
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

const setUp = async (changes: Partial<Subscriber> = {}, dueAt = due) => {
  const clock = createTestClock(dueAt);
  const ana = aSubscriber(changes);
  await createSubscriberStore(table).save(ana, undefined);
  const job: Extract<SendJob, { kind: 'tips' }> = {
    kind: 'tips',
    dueAt: Date.parse(dueAt),
    members: [{ id: ana.id, date }],
  };
  const worker = createWorker(table, clock);
  const outcome = async () => (await worker.stores.tips.readStates(job.members)).get(ana.id);
  return { ...worker, clock, ana, job, outcome };
};

const claimAt = (claimedAt: string): TipClaim => ({
  date,
  tip: 'a',
  owner: 'm1',
  claimedAt: Date.parse(claimedAt),
  state: 'claimed',
  channel: 'sms',
});

describe('a tip whose text was in doubt and surely not taken', () => {
  it('is sent by mail, if that is where tips go by now', async () => {
    const { sendGroup, provider, requeued, changes, clock, ana, job } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    expect((await sendGroup(job, 'm1')).open).toBe(1);
    await changes.change(ana.id, (now) => ({ ...now, tipsBy: 'email', mailbox: { address: 'ana@example.org' } }));
    clock.set('2030-01-10T14:05:00Z');
    expect((await sendGroup(job, 'm1')).open).toBe(0);
    expect(requeued.map(({ channel }) => channel)).toEqual(['email']);
    const mail = createWorker(table, clock, { channel: 'email' });
    expect(await mail.sendGroup(job, 'm2')).toEqual({ open: 0 });
    expect(mail.sent.map(({ tip }) => tip)).toEqual(['a']);
  });

  it('is not asked about while another environment may be sending it, its clock two minutes behind', async () => {
    const { sendGroup, provider, sent, clock, job } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await sendGroup(job, 'm1');
    clock.set('2030-01-10T14:02:59Z');
    expect((await sendGroup(job, 'm1')).open).toBe(1);
    expect([sent.length, provider.lookUps]).toEqual([1, 0]);
  });
});

describe('giving a claim back', () => {
  it('leaves a later claim of the same queue message alone: it may be on its way', async () => {
    const later = claimAt('2030-01-10T14:05:00Z');
    const { changes, stores, ana } = await setUp({ lastTip: later });
    await changes.release(ana.id, claimAt(due));
    expect((await stores.persons.readSubscriber(ana.id))?.lastTip).toEqual(later);
    await changes.release(ana.id, later);
    expect((await stores.persons.readSubscriber(ana.id))?.lastTip?.state).toBe('released');
  });
});

describe('a tip that was skipped, and is due again because its time was moved', () => {
  it('is in doubt like any other when the worker dies: the skip is no outcome of its claim', async () => {
    const { stores, clock, ana, job, outcome } = await setUp({
      lastTip: { ...claimAt(due), channel: 'email' },
      tipsBy: 'email',
      mailbox: { address: 'ana@example.org' },
    });
    await stores.tips.record([{ id: ana.id, date, state: 'skipped', reason: 'late', at: Date.parse(due) - 3_600_000 }]);
    clock.set('2030-01-10T14:06:00Z');
    const mail = createWorker(table, clock, { channel: 'email' });
    mail.provider.evidence = { kind: 'none' };
    expect(await mail.sendGroup(job, 'm1')).toEqual({ open: 0 });
    expect([mail.sent, await outcome()]).toEqual([[], 'unknown']);
  });
});

describe('a worker whose clock is a minute slow', () => {
  it('sends a tip that is due as the window opens', async () => {
    const opening = '2030-01-10T13:00:00Z';
    const { sendGroup, sent, clock, job, outcome } = await setUp({ time: '08:00' }, opening);
    clock.set('2030-01-10T12:59:00Z');
    expect(await sendGroup(job, 'm1')).toEqual({ open: 0 });
    expect([sent.length, await outcome()]).toEqual([1, 'accepted']);
  });
});

describe('a profile that was read before it changed', () => {
  // What a first reading may still say: paused, not confirmed yet, or claimed by a worker that has given the claim back.
  it.for<[string, Partial<Subscriber>]>([
    ['is paused', { pausedUntil: date }],
    ['has not confirmed', { status: 'pending' }],
    ['is another worker’s', { lastTip: { ...claimAt('2030-01-10T14:00:00Z'), owner: 'm0' } }],
  ])('does not decide that who %s gets no tip', async ([, before], { expect }) => {
    const { sendGroup, sent, ana, job, outcome, stores } = await setUp(before);
    const stale = await stores.persons.readSubscriber(ana.id);
    if (!stale) throw new Error('Ana is there');
    const { pausedUntil: _over, lastTip: _released, ...running } = stale;
    await createSubscriberStore(table).save({ ...running, status: 'active' }, stale);
    let isStale = true;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName !== 'BatchGetItemCommand' || !isStale) return result;
          isStale = false;
          Object.assign(result.output, { Responses: { [table.name]: [toAttribute(subscriberItem(stale)).M] } });
          return result;
        },
      { step: 'initialize', name: 'stale' },
    );
    expect(await sendGroup(job, 'm1')).toEqual({ open: 0 });
    expect([sent.length, await outcome()]).toEqual([1, 'accepted']);
  });
});

describe('a claim that grew old while the table was slow', () => {
  it('is given back, and its group comes again soon: nothing was refused', async () => {
    const { sendGroup, sent, clock, job } = await setUp();
    let isSlow = true;
    table.client.middlewareStack.add(
      (next, { commandName }) =>
        async (args) => {
          const result = await next(args);
          if (commandName === 'BatchExecuteStatementCommand' && isSlow) clock.set('2030-01-10T14:00:03Z');
          return result;
        },
      { step: 'initialize', name: 'slow' },
    );
    expect(await sendGroup(job, 'm1')).toEqual({ open: 1, soon: true });
    expect(sent).toEqual([]);
    isSlow = false;
    expect(await sendGroup(job, 'm1')).toEqual({ open: 0 });
    expect(sent).toHaveLength(1);
  });
});

describe('somebody whose mailbox never confirmed', () => {
  it('is offered tips by text, and the tip of that day is recorded as skipped', async () => {
    const asked = Date.parse('2030-01-08T14:00:00Z');
    const { sendGroup, offers, ana, job, outcome } = await setUp({
      tipsBy: 'email',
      pendingMailbox: { address: 'ana@example.org', askedAt: asked },
    });
    expect(await sendGroup(job, 'm1')).toEqual({ open: 0 });
    expect([offers, await outcome()]).toEqual([[ana.id], 'skipped']);
  });
});

describe('a text that waits at Twilio', () => {
  it.each([
    ['in the morning for four hours', '2030-01-10T14:00:00Z', 4 * 3600],
    ['in the evening until the window closes', '2030-01-11T00:30:00Z', 30 * 60],
    ['in the last seconds for a minute', '2030-01-11T00:59:50Z', 60],
  ])('waits %s', async (_when, claimedAt, seconds) => {
    const texts: OutgoingText[] = [];
    const { sender } = createTextSender({
      twilio: {
        send: async (text) => {
          texts.push(text);
          return { kind: 'accepted', providerId: 'SM1' };
        },
        findSince: async () => [],
        findReceived: async () => [],
      },
      smsNumber: '+15550001111',
      messagingServiceSid: undefined,
      publicBaseUrl: 'https://backbeat.example.org',
      textsFor,
    });
    await sender.send(aSubscriber(), claimAt(claimedAt));
    expect(texts.map(({ validityPeriodSeconds }) => validityPeriodSeconds)).toEqual([seconds]);
  });
});

describe('a confirmation mail that SES has no quota for', () => {
  it('is tried for more than a day before its queue gives it up', () => {
    const pauses = Array.from({ length: 19 }, (_, index) => backoffSeconds(index + 1, 90, 7200));
    expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeGreaterThan(24 * 3600);
  });
});
