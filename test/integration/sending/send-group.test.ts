import { describe, expect } from 'vitest';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { it } from '../../support/engine.ts';
import { createTestClock, createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const due = '2030-01-10T14:00:00Z';
const date = '2030-01-10';
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

const stored = async (changes: Partial<Subscriber> = {}): Promise<Subscriber> => {
  const subscriber = aSubscriber(changes);
  await createSubscriberStore(table).save(subscriber, undefined);
  return subscriber;
};

const jobFor = (...people: readonly { id: string }[]): Extract<SendJob, { kind: 'tips' }> => ({
  kind: 'tips',
  dueAt: Date.parse(due),
  members: people.map(({ id }) => ({ id, date })),
});

const setUp = async (options: Parameters<typeof createWorker>[2] = {}, changes: Partial<Subscriber> = {}) => {
  const clock = createTestClock(due);
  const worker = createWorker(table, clock, options);
  const ana = await stored(changes);
  const outcome = async () => (await worker.stores.tips.readStates([{ id: ana.id, date }])).get(ana.id);
  return { clock, ...worker, ana, outcome };
};

describe('a tip that is due', () => {
  it('is sent once, and recorded', async () => {
    const { sendGroup, sent, ana, outcome } = await setUp();
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent.map(({ tip }) => tip)).toEqual(['a']);
    expect(await outcome()).toBe('accepted');
  });

  it('is not sent again when its queue message comes back, or another names the same person', async () => {
    const { sendGroup, sent, ana } = await setUp();
    for (const owner of ['m1', 'm1', 'm2']) expect(await sendGroup(jobFor(ana), owner)).toEqual({ open: 0 });
    expect(sent).toHaveLength(1);
  });

  it('is sent once when two workers take it at the same moment', async () => {
    const { sendGroup, sent, ana } = await setUp();
    await Promise.all([sendGroup(jobFor(ana), 'm1'), sendGroup(jobFor(ana), 'm2'), sendGroup(jobFor(ana), 'm1')]);
    expect(sent).toHaveLength(1);
  });

  it('is the next of the programme each day', async () => {
    const { sendGroup, sent, ana, clock } = await setUp({}, { joinedAt: Date.parse(due) });
    for (const day of ['10', '11', '12', '13']) {
      clock.set(`2030-01-${day}T14:00:00Z`);
      await sendGroup({ kind: 'tips', dueAt: clock.now(), members: [{ id: ana.id, date: `2030-01-${day}` }] }, day);
    }
    expect(sent.map(({ tip }) => tip)).toEqual(['a', 'b', 'c', 'tip-4']);
  });

  it('goes to a whole group, paced to the rate, each call begun within two seconds of its claim', async () => {
    const { sendGroup, sent, stores } = await setUp({ perSecond: 5 });
    const people = await Promise.all(
      Array.from({ length: 25 }, (_, index) => stored({ phone: { number: `+121255503${10 + index}` } })),
    );
    expect(await sendGroup(jobFor(...people), 'm1')).toEqual({ open: 0 });
    expect(new Set(sent.map(({ id }) => id)).size).toBe(25);
    const starts = sent.map(({ at }) => at);
    expect(Math.max(...starts) - Math.min(...starts)).toBeGreaterThanOrEqual(4800);
    for (const { id, at } of sent) {
      const claimedAt = (await stores.persons.readSubscriber(id))?.lastTip?.claimedAt ?? 0;
      expect(at - claimedAt).toBeLessThanOrEqual(2000);
    }
  });
});

describe('a tip is skipped, and recorded as such,', () => {
  it.each([
    ['more than two hours late', {}, '2030-01-10T16:00:01Z'],
    ['while paused', { pausedUntil: date }, due],
    ['outside the sending window', { zone: 'America/Los_Angeles' }, due],
    [
      'outside the window of any zone that a guess allows',
      { zoneSource: 'guess' as const, zoneCandidates: ['America/New_York', 'America/Los_Angeles'] },
      due,
    ],
    [
      'within ten hours of the last one',
      {
        lastTip: {
          date: '2030-01-09',
          tip: 'a',
          owner: 'm0',
          claimedAt: Date.parse('2030-01-10T05:00:00Z'),
          state: 'claimed' as const,
          channel: 'sms' as const,
        },
      },
      due,
    ],
    ['after STOP', { status: 'stopped' as const }, due],
  ])('%s', async (_why, changes, now) => {
    const { sendGroup, sent, ana, clock, outcome } = await setUp({}, changes);
    clock.set(now);
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent).toEqual([]);
    expect(await outcome()).toBe('skipped');
  });
});

describe('STOP', () => {
  it('stored before the claim means no send', async () => {
    const { sendGroup, sent, changes, ana, outcome } = await setUp();
    await changes.stop(ana.id, 'opt-out', 'sms');
    await sendGroup(jobFor(ana), 'm1');
    expect(sent).toEqual([]);
    expect(await outcome()).toBe('skipped');
  });
});

describe('a provider that fails', () => {
  it.each(['throttled', 'not-accepted', 'misconfigured'] as const)(
    'with "%s" gets the tip again later, since it surely was not taken',
    async (kind) => {
      const { sendGroup, sent, provider, ana, clock, outcome } = await setUp();
      provider.answers.push({ kind, code: '429' });
      expect((await sendGroup(jobFor(ana), 'm1')).open).toBe(1);
      clock.set('2030-01-10T14:03:01Z');
      expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
      expect(sent.map(({ tip }) => tip)).toEqual(['a', 'a']);
      expect(provider.lookUps).toBe(0);
      expect(await outcome()).toBe('accepted');
    },
  );

  it('stops the rest of the group, which is not lost', async () => {
    const { sendGroup, sent, provider, ana, clock } = await setUp({ perSecond: 1 });
    const ben = await stored({ phone: { number: '+12125550999' } });
    provider.answers.push({ kind: 'throttled', code: '20429', retryAfterMs: 30_000 });
    expect(await sendGroup(jobFor(ana, ben), 'm1')).toEqual({ open: 2, retryAfterMs: 30_000 });
    expect(sent).toHaveLength(1);
    clock.set('2030-01-10T14:03:01Z');
    expect(await sendGroup(jobFor(ana, ben), 'm1')).toEqual({ open: 0 });
    expect(
      sent
        .slice(1)
        .map(({ id }) => id)
        .sort(),
    ).toEqual([ana.id, ben.id].sort());
  });

  it('for good ends the subscription', async () => {
    const { sendGroup, provider, stores, ana, outcome } = await setUp();
    provider.answers.push({ kind: 'permanent', code: '21610', stop: 'carrier-opt-out' });
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(await stores.persons.readSubscriber(ana.id)).toMatchObject({
      status: 'stopped',
      stopReason: 'carrier-opt-out',
    });
    expect(await outcome()).toBe('failed');
  });
});

describe('a text whose send was not answered', () => {
  it('is looked up before anything else, and counts as sent if the provider has it', async () => {
    const { sendGroup, sent, provider, ana, clock, outcome } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    expect((await sendGroup(jobFor(ana), 'm1')).open).toBe(1);
    provider.evidence = { kind: 'taken', providerId: 'SM1', status: 'sent' };
    clock.set('2030-01-10T14:03:01Z');
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent).toHaveLength(1);
    expect(await outcome()).toBe('sent');
  });

  it('is sent once more only when the provider says that it has none', async () => {
    const { sendGroup, sent, provider, ana, clock } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: '503' });
    await sendGroup(jobFor(ana), 'm1');
    provider.evidence = new Error('look-up failed');
    clock.set('2030-01-10T14:03:01Z');
    expect((await sendGroup(jobFor(ana), 'm1')).open).toBe(1);
    expect(sent).toHaveLength(1);
    provider.evidence = { kind: 'not-taken' };
    clock.set('2030-01-10T14:05:00Z');
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent.map(({ tip }) => tip)).toEqual(['a', 'a']);
  });

  it('is not questioned while the worker that claimed it may still be at it', async () => {
    const { sendGroup, sent, provider, ana, clock } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'timeout' });
    await sendGroup(jobFor(ana), 'm1');
    clock.set('2030-01-10T14:01:00Z');
    expect((await sendGroup(jobFor(ana), 'm1')).open).toBe(1);
    expect([sent.length, provider.lookUps]).toEqual([1, 0]);
  });

  it('is settled by a receipt without asking', async () => {
    const { sendGroup, sent, provider, stores, ana, clock } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await sendGroup(jobFor(ana), 'm1');
    await stores.tips.putIfAbsent({ id: ana.id, date, state: 'delivered', at: clock.now(), providerId: 'SM1' });
    clock.set('2030-01-10T14:03:01Z');
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect([sent.length, provider.lookUps]).toEqual([1, 0]);
  });

  it('is not sent again after STOP came in between', async () => {
    const { sendGroup, sent, provider, changes, ana, clock } = await setUp();
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    await sendGroup(jobFor(ana), 'm1');
    await changes.stop(ana.id, 'opt-out', 'sms');
    clock.set('2030-01-10T14:03:01Z');
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent).toHaveLength(1);
  });
});

describe('a mail whose send was not answered', () => {
  it('is never sent again: it is unknown until a receipt says otherwise', async () => {
    const byMail = { tipsBy: 'email', mailbox: { address: 'jo@example.org' } } as const;
    const { sendGroup, sent, provider, ana, clock, outcome } = await setUp({ channel: 'email' }, byMail);
    provider.answers.push({ kind: 'in-doubt', code: 'timeout' });
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    clock.set('2030-01-10T14:10:00Z');
    await sendGroup(jobFor(ana), 'm1');
    expect(sent).toHaveLength(1);
    expect(await outcome()).toBe('unknown');
  });
});

describe('somebody whose mailbox has not confirmed', () => {
  const asked = (at: string) => ({
    tipsBy: 'email' as const,
    pendingMailbox: { address: 'jo@example.org', askedAt: Date.parse(at) },
  });

  it('gets no tip on the first day', async () => {
    const { sendGroup, sent, offers, ana } = await setUp({}, asked('2030-01-10T12:00:00Z'));
    await sendGroup(jobFor(ana), 'm1');
    expect([sent, offers]).toEqual([[], []]);
  });

  it('is offered tips by text once, after a day', async () => {
    const { sendGroup, sent, offers, ana } = await setUp({}, asked('2030-01-09T12:00:00Z'));
    await sendGroup(jobFor(ana), 'm1');
    expect([sent, offers]).toEqual([[], [ana.id]]);
  });
});

describe('somebody who changed channels while their tip was queued', () => {
  it('gets it on the new one', async () => {
    const byMail = { tipsBy: 'email', mailbox: { address: 'jo@example.org' } } as const;
    const { sendGroup, sent, requeued, ana } = await setUp({}, byMail);
    expect(await sendGroup(jobFor(ana), 'm1')).toEqual({ open: 0 });
    expect(sent).toEqual([]);
    expect(requeued).toEqual([{ channel: 'email', job: jobFor(ana) }]);
  });
});
