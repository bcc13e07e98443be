import { describe, expect } from 'vitest';
import type { Channel, Subscriber } from '../../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSpendStore } from '../../../shared/store/spend-store.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { it } from '../../support/engine.ts';
import { createTestClock, createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});

const people = async (from: number, count: number, changes: Partial<Subscriber> = {}) => {
  const all = Array.from({ length: count }, (_, index) =>
    aSubscriber({ phone: { number: `+1212555${String(1000 + from + index)}` }, ...changes }),
  );
  await Promise.all(all.map((subscriber) => createSubscriberStore(table).save(subscriber, undefined)));
  return all;
};

const due = (date: string): number => Date.parse(`${date}T14:00:00Z`);
const jobFor = (members: readonly Subscriber[], date: string): Extract<SendJob, { kind: 'tips' }> => ({
  kind: 'tips',
  dueAt: due(date),
  members: members.map(({ id }) => ({ id, date })),
});

const workerOn = (date: string, cap: number, channel: Channel = 'sms', store = table) => {
  const clock = createTestClock(`${date}T14:00:00Z`);
  const caps = {
    smsSegmentsAMonth: channel === 'sms' ? cap : Number.POSITIVE_INFINITY,
    emailsAMonth: channel === 'email' ? cap : Number.POSITIVE_INFINITY,
  };
  return createWorker(store, clock, { channel, caps });
};

/** A table that writes down what is asked of the month's count. */
const watched = () => {
  const asked: string[] = [];
  const client = new Proxy(table.client, {
    get: (target, name, receiver) =>
      name === 'send'
        ? (command: Parameters<typeof target.send>[0]) => {
            const text = JSON.stringify(command.input);
            if (text.includes('SPEND#')) asked.push(command.constructor.name);
            return target.send(command);
          }
        : Reflect.get(target, name, receiver),
  });
  return { store: { ...table, client }, asked };
};

describe.each(['sms', 'email'] as const)("a month's cap on tips by %s", (channel) => {
  const mine: Partial<Subscriber> =
    channel === 'sms' ? {} : { tipsBy: 'email', mailbox: { address: 'jo@example.org' } };

  it('pauses tips once it is reached, says so on each, and lets them go on in the next month', async () => {
    const [first, second] = [await people(0, 7, mine), await people(7, 3, mine)];
    const before = workerOn('2030-01-30', 5, channel);
    await before.sendGroup(jobFor(first, '2030-01-30'), 'm1');
    expect(before.sent).toHaveLength(5);
    expect(before.told).toEqual([{ used: 5, cap: 5 }]);

    const after = workerOn('2030-01-30', 5, channel);
    expect(await after.sendGroup(jobFor(second, '2030-01-30'), 'm2')).toEqual({ open: 0 });
    expect(after.sent).toEqual([]);
    for (const { id } of second) {
      const outcomes = await after.stores.tips.readStates([{ id, date: '2030-01-30' }]);
      expect(outcomes.get(id)).toBe('skipped');
    }
    // Nobody's channel is at fault: that alarm stays silent, the cap has its own.
    expect(after.counts).toMatchObject([{ due: 0, claimed: 0, accepted: 0, unreachable: 0 }]);
    expect(after.counts[0]?.skipped.get('spend-cap')).toBeGreaterThan(0);
    expect(after.told).toEqual([{ used: 5, cap: 5 }]);

    const next = workerOn('2030-02-01', 5, channel);
    await next.sendGroup(jobFor(second, '2030-02-01'), 'm3');
    expect(next.sent).toHaveLength(3);
    expect(next.told).toEqual([{ used: 3, cap: 5 }]);
  });
});

describe("a month's sum", () => {
  it('costs one read and one write a group, and nothing where there is no cap', async () => {
    const members = await people(0, 60);
    const { store, asked } = watched();
    await workerOn('2030-01-30', 1000, 'sms', store).sendGroup(jobFor(members, '2030-01-30'), 'm1');
    expect(asked).toEqual(['QueryCommand', 'UpdateCommand']);
    asked.length = 0;
    await workerOn('2030-01-31', Number.POSITIVE_INFINITY, 'sms', store).sendGroup(jobFor(members, '2030-01-31'), 'm2');
    expect(asked).toEqual([]);
  });

  it('counts a group that is delivered again once, and a tip that was refused not at all', async () => {
    const members = await people(0, 3);
    const { sendGroup, provider, told } = workerOn('2030-01-30', 100);
    provider.answers.push({ kind: 'permanent', code: '21610', stop: 'carrier-opt-out' });
    await sendGroup(jobFor(members, '2030-01-30'), 'm1');
    await sendGroup(jobFor(members, '2030-01-30'), 'm1');
    expect(told.map(({ used }) => used)).toEqual([2, 2]);
  });

  it('adds a write that is repeated once', async () => {
    const spends = createSpendStore(table);
    const now = due('2030-01-30');
    for (let time = 0; time < 3; time += 1) await spends.add('sms', 'm1:1', 40, now);
    expect(await spends.read('sms', now)).toBe(40);
    expect(await spends.read('email', now)).toBe(0);
  });

  it('is right when a hundred groups end at once', async () => {
    const spends = createSpendStore(table);
    const now = due('2030-01-30');
    await Promise.all(Array.from({ length: 100 }, (_, group) => spends.add('sms', `m${group}`, 25, now)));
    expect(await spends.read('sms', now)).toBe(2500);
  });

  it('that cannot be written loses no tip', async () => {
    const members = await people(0, 2);
    const client = new Proxy(table.client, {
      get: (target, name, receiver) =>
        name === 'send'
          ? (command: Parameters<typeof target.send>[0]) =>
              command.constructor.name === 'UpdateCommand' && JSON.stringify(command.input).includes('SPEND#')
                ? Promise.reject(new Error('throttled'))
                : target.send(command)
          : Reflect.get(target, name, receiver),
    });
    const { sendGroup, sent } = workerOn('2030-01-30', 100, 'sms', { ...table, client });
    expect(await sendGroup(jobFor(members, '2030-01-30'), 'm1')).toEqual({ open: 0 });
    expect(sent).toHaveLength(2);
  });
});
