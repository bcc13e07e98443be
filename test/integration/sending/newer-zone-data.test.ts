import { randomBytes } from 'node:crypto';
import { afterEach, describe, expect } from 'vitest';
import { read } from '../../../content/compiled/zones.js';
import { scheduleTipsDeps } from '../../../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../../../functions/schedule-tips/schedule-tips.ts';
import { setZoneTable } from '../../../shared/domain/time/zone-data.ts';
import type { ZoneTable } from '../../../shared/domain/time/zone-table.ts';
import type { SendJob } from '../../../shared/domain/tips/job.ts';
import { parseSendJob } from '../../../shared/providers/sqs/job-queue.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { createWatermarkStore } from '../../../shared/store/watermark-store.ts';
import { settings } from '../../support/deployment.ts';
import { it } from '../../support/engine.ts';
import { recordingSqs } from '../../support/recording-sqs.ts';
import { createTestClock, createWorker } from '../../support/sending.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const zone = 'America/Winnipeg';
const table2026f = read();
let table: Table;
it.beforeEach(async ({ table: fresh }) => {
  table = fresh;
});
afterEach(() => setZoneTable(table2026f));

/** Winnipeg that many hours behind UTC all year, whatever the law says. */
const tableWith = (hoursBehind: number): ZoneTable => ({
  ...table2026f,
  groups: [
    { zones: { America: 'Winnipeg' }, offset: -60 * hoursBehind, changes: [] },
    ...table2026f.groups.filter(({ zones }) => zones['America'] !== 'Winnipeg'),
  ],
});
const deploy = (hoursBehind: number): void => {
  const deployed = tableWith(hoursBehind);
  setZoneTable(deployed);
};

const setUp = async (time: string) => {
  const clock = createTestClock('2030-01-10T11:55:00Z');
  const worker = createWorker(table, clock);
  const jobs: SendJob[] = [];
  const sqs = recordingSqs({ queued: (_url, body) => void jobs.push(parseSendJob(body)) });
  const ana = aSubscriber({ zone, time, phone: { number: '+12045550123' } });
  await createSubscriberStore(table).save(ana, undefined);
  const watermark = createWatermarkStore(table);
  const schedule = createScheduleTips(
    scheduleTipsDeps({ table, sqs, log: () => {} }, settings, { clock, randomBytes, print: () => {} }),
  );
  /** Runs the scheduler every five minutes up to a time of 2030-01-10, UTC, and the worker after it. */
  const runUntil = async (until: string): Promise<void> => {
    const end = Date.parse(`2030-01-10T${until}:00Z`);
    while (clock.now() < end) {
      clock.set(new Date(clock.now() + 300_000).toISOString());
      await schedule();
      for (const job of jobs.splice(0)) if (job.kind === 'tips') await worker.sendGroup(job, `m${job.dueAt}`);
    }
  };
  const sentAt = () => worker.sent.map(({ at }) => new Date(at).toISOString().slice(11, 16));
  return { clock, runUntil, sentAt, watermark, schedule };
};

describe('newer zone data, deployed between two ticks', () => {
  it('bring today a tip whose time they have moved into the past', async () => {
    deploy(6);
    const { runUntil, sentAt } = await setUp('09:00');
    // 08:40 by the old rules, 09:40 by the new ones: nine o'clock would come tomorrow.
    await runUntil('14:40');
    expect(sentAt()).toEqual([]);
    deploy(5);
    await runUntil('23:00');
    expect(sentAt()).toEqual(['14:45']);
  });

  it('bring one on time whose time is still to come', async () => {
    deploy(6);
    const { runUntil, sentAt } = await setUp('10:00');
    await runUntil('14:40');
    deploy(5);
    await runUntil('23:00');
    expect(sentAt()).toEqual(['15:00']);
  });

  it.each([
    ['forward', 6, 5, '15:10'],
    ['back', 5, 6, '14:10'],
  ])('bring none twice, whether clocks go %s', async (_, before, after, at) => {
    deploy(before);
    const { runUntil, sentAt } = await setUp('09:00');
    await runUntil(at);
    expect(sentAt()).toHaveLength(1);
    deploy(after);
    await runUntil('23:00');
    expect(sentAt()).toHaveLength(1);
  });

  it('also find what a scheduler left that kept no clocks: it went by Intl', async () => {
    // Intl has nine o'clock in Winnipeg at 15:00 UTC or, where it is new enough, at 14:00: the fact that it is asked.
    const hours = Number(
      new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit' }).format(Date.UTC(2030, 0, 10, 14)),
    );
    const { runUntil, sentAt, watermark, clock } = await setUp('09:00');
    clock.set('2030-01-10T14:30:00Z');
    await watermark.advance({ at: clock.now() });
    await runUntil('23:00');
    expect(sentAt()).toEqual(hours === 8 ? ['14:35'] : []);
  });

  it('walk nothing again that has the same rules', async () => {
    deploy(5);
    const { runUntil, sentAt, watermark } = await setUp('09:00');
    await runUntil('12:00');
    expect((await watermark.read())?.clocks).toEqual({ [zone]: -300 });
    // The same rules: nothing is walked again.
    deploy(5);
    await runUntil('14:05');
    expect(sentAt()).toEqual(['14:00']);
  });
});
