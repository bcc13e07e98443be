import { randomBytes } from 'node:crypto';
import { BatchWriteCommand, DeleteCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { scheduleTipsDeps } from '../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../functions/schedule-tips/schedule-tips.ts';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { openTable } from '../local/open-table.ts';
import type { Clock } from '../shared/platform/clock.ts';
import { parseSendJob } from '../shared/providers/sqs/job-queue.ts';
import { subscriberItem } from '../shared/store/subscriber-item.ts';
import { subscriberAt } from '../test/simulation/load/subscribers.ts';
import { settings } from '../test/support/deployment.ts';
import { recordingSqs } from '../test/support/recording-sqs.ts';
import { keepLedger, type Usage } from './ledger.ts';
import { median } from './median.ts';

const due = 500;
const runs = 9;
const batch = 25;
const zones = ['America/New_York', 'America/Chicago', 'Europe/Paris'] as const;
const tick = Date.parse('2030-01-10T14:00:00Z');

export interface TickWork extends Usage {
  readonly notDue: number;
  readonly queued: number;
  /** Median of the process's own processor time, milliseconds; the engine's is not in it. */
  readonly cpuMs: number;
}

/** One tick with 500 people due among so many who are not, in the same zones at other times; units as the engine counts them. */
const measureTick = async (notDue: number): Promise<TickWork> => {
  const engine = await startDynamoDbEngine();
  try {
    const table = await openTable(engine.endpoint);
    const items = Array.from({ length: due + notDue }, (_, index) =>
      subscriberItem({
        ...subscriberAt(index, {
          zone: index < due ? 'America/New_York' : (zones[index % zones.length] ?? 'UTC'),
          time: index < due ? '09:00' : '17:30',
        }),
        rev: 1,
      }),
    );
    for (let from = 0; from < items.length; from += batch) {
      const requests = items.slice(from, from + batch).map((Item) => ({ PutRequest: { Item } }));
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
    }
    await table.client.send(
      new PutCommand({ TableName: table.name, Item: { PK: 'ZONES', SK: 'ZONES', zones: new Set(zones) } }),
    );
    const ledger = keepLedger(table.client);
    const clock: Clock = { now: () => tick, sleep: async () => {} };
    let queued = 0;
    const sqs = recordingSqs({
      queued: (_url, body) => {
        const job = parseSendJob(body);
        queued += job.kind === 'tips' ? job.members.length : 0;
      },
    });
    const scheduleTips = createScheduleTips(
      scheduleTipsDeps({ table, sqs, log: () => {} }, settings, { clock, randomBytes, print: () => {} }),
    );
    const cpu: number[] = [];
    let usage: Usage | undefined;
    for (let run = 0; run < runs; run += 1) {
      await table.client.send(new DeleteCommand({ TableName: table.name, Key: { PK: 'WATERMARK', SK: 'WATERMARK' } }));
      ledger.take();
      const before = process.cpuUsage();
      await scheduleTips();
      const { user, system } = process.cpuUsage(before);
      cpu.push((user + system) / 1000);
      usage = ledger.take();
    }
    if (!usage) throw new RangeError('nothing was measured');
    return { ...usage, notDue, queued: queued / runs, cpuMs: median(cpu) };
  } finally {
    await engine.stop();
  }
};

/** By how much of itself the work grew, in what DynamoDB was asked and charged: processor time is too unsteady to promise. */
export const growthOf = (ticks: readonly TickWork[]): number => {
  const [few, many] = [ticks[0], ticks.at(-1)];
  if (!few || !many) throw new RangeError('nothing was measured');
  const grown = (name: 'calls' | 'readUnits' | 'writeUnits'): number => many[name] / few[name] - 1;
  return Math.max(grown('calls'), grown('readUnits'), grown('writeUnits'));
};

/** The same tick with ten times as many people who are not due. */
export const measureScheduler = async (): Promise<readonly TickWork[]> => [
  await measureTick(2000),
  await measureTick(20_000),
];
