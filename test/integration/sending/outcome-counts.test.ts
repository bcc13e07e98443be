import { describe, expect } from 'vitest';
import type { GroupCounts } from '../../../functions/send-tips/outcome-counts.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import type { SkipReason } from '../../../shared/domain/tips/tip-outcome.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { it } from '../../support/engine.ts';
import { createTestClock, createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const due = Date.parse('2030-01-10T14:00:00Z');
const date = '2030-01-10';
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

const people = async (count: number, changes: Partial<Subscriber> = {}): Promise<readonly Subscriber[]> => {
  const all = Array.from({ length: count }, (_, index) =>
    aSubscriber({ phone: { number: `+1212555${String(1000 + index)}` }, ...changes }),
  );
  await Promise.all(all.map((subscriber) => createSubscriberStore(table).save(subscriber, undefined)));
  return all;
};

const jobFor = (members: readonly Subscriber[]): Extract<SendJob, { kind: 'tips' }> => ({
  kind: 'tips',
  dueAt: due,
  members: members.map(({ id }) => ({ id, date })),
});

const workerAfter = (minutes: number, options: Parameters<typeof createWorker>[2] = {}, store = table) => {
  const clock = createTestClock('2030-01-10T14:00:00Z');
  clock.set(new Date(due + minutes * 60_000).toISOString());
  return createWorker(store, clock, options);
};

const none: GroupCounts = {
  due: 0,
  claimed: 0,
  accepted: 0,
  unreachable: 0,
  unknown: 0,
  behind: 0,
  skipped: new Map(),
};
const all = (count: number) => ({ ...none, due: count, claimed: count, accepted: count });
const skippedFor = (reason: SkipReason, count: number) => new Map([[reason, count]]);

describe('what is counted of a group', () => {
  it('is only what got its turn, of a queue that is worked off at the pace of the sender', async () => {
    const members = await people(60);
    // An hour and a half late, since others stood before them: 40 s of work at one a second leave twenty of them.
    const { sendGroup, counts } = workerAfter(90, { perSecond: 1 });
    const job = { ...jobFor(members), placeAt: due + 90 * 60_000 };
    const { open } = await sendGroup(job, 'm1');
    expect(open).toBeGreaterThan(10);
    expect(counts).toEqual([all(60 - open)]);
    await sendGroup(job, 'm1');
    expect(counts[1]).toEqual(all(open));
  });

  it.each([
    [29, 0],
    [30, 3],
  ])('is behind %d minutes after its place in the queue: %d', async (minutes, behind) => {
    const { sendGroup, counts } = workerAfter(60 + minutes);
    await sendGroup({ ...jobFor(await people(3)), placeAt: due + 3_600_000 }, 'm1');
    expect(counts).toEqual([{ ...all(3), behind }]);
  });

  it('is behind by who is still waiting, too', async () => {
    const { sendGroup, counts } = workerAfter(45, { perSecond: 1 });
    const { open } = await sendGroup(jobFor(await people(60)), 'm1');
    expect(counts).toEqual([{ ...all(60 - open), behind: 60 }]);
  });

  it('is unknown of a mail whose answer was lost', async () => {
    const { sendGroup, provider, counts } = workerAfter(0, { channel: 'email' });
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    const mailbox = { address: 'jo@example.org', confirmedAt: 0 };
    await sendGroup(jobFor(await people(1, { mailbox, tipsBy: 'email' })), 'm1');
    expect(counts).toEqual([{ ...none, due: 1, claimed: 1, unknown: 1 }]);
  });

  it('leaves out people to whom no tip was to be sent when theirs was due', async () => {
    const members = [
      ...(await people(1, { status: 'stopped' })),
      ...(await people(1, { phone: { number: '+12125552001' }, pausedUntil: date })),
      ...(await people(1, { phone: { number: '+12125552002' }, zone: 'America/Los_Angeles' })),
    ];
    for (const minutes of [0, 150]) {
      const { sendGroup, counts } = workerAfter(minutes);
      await sendGroup(jobFor(members), 'm1');
      expect(counts).toMatchObject([{ due: 0, claimed: 0, accepted: 0 }]);
      if (minutes === 0)
        expect(Object.fromEntries(counts[0]?.skipped ?? [])).toEqual({ stopped: 1, paused: 1, 'outside-window': 1 });
    }
  });

  it('is due and not accepted for who was owed a tip and is found only when it is late', async () => {
    const { sendGroup, counts } = workerAfter(121);
    await sendGroup(jobFor(await people(2)), 'm1');
    expect(counts).toEqual([{ ...none, due: 2, behind: 2, skipped: skippedFor('late', 2) }]);
  });

  it('sets apart whose own address it is', async () => {
    const { sendGroup, provider, counts } = workerAfter(0);
    provider.answers.push({ kind: 'permanent', code: '21610', stop: 'carrier-opt-out' });
    await sendGroup(jobFor(await people(3)), 'm1');
    expect(counts).toEqual([{ ...none, due: 3, claimed: 3, accepted: 2, unreachable: 1 }]);
  });

  it('is everybody when the table fails for longer than a hiccup', async () => {
    const members = await people(2);
    for (const [minutes, expected] of [
      [1, none],
      [11, { ...none, due: 2 }],
    ] as const) {
      const { sendGroup, counts } = workerAfter(minutes, {}, { ...table, name: 'no-such-table' });
      await expect(sendGroup(jobFor(members), 'm1')).rejects.toThrow();
      expect(counts).toEqual([expected]);
    }
  });

  it('counts a doubt once: when it is settled', async () => {
    const members = await people(1);
    const clock = createTestClock('2030-01-10T14:00:00Z');
    const { sendGroup, provider, counts } = createWorker(table, clock);
    provider.answers.push({ kind: 'in-doubt', code: 'ECONNRESET' });
    provider.evidence = { kind: 'taken', providerId: 'SM1', status: 'sent' };
    await sendGroup(jobFor(members), 'm1');
    clock.set('2030-01-10T14:03:01Z');
    await sendGroup(jobFor(members), 'm1');
    expect(counts).toEqual([
      { ...none, claimed: 1 },
      { ...all(1), claimed: 0 },
    ]);
  });
});
