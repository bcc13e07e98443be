import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { bundleFunction } from '../infra/bundle.ts';
import { groupSizeFor, worker } from '../infra/pace.ts';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { functionEnvironment, pointSdkAtStandIns, tableName } from '../local/settings.ts';
import { variables } from '../shared/config.ts';
import type { SendJob } from '../shared/domain/job.ts';
import type { Channel } from '../shared/domain/subscriber.ts';
import { localDateTime } from '../shared/domain/zone-clock.ts';
import { subscriberItem } from '../shared/store/subscriber-item.ts';
import { subscriberAt } from '../test/simulation/load/subscribers.ts';
import { noonZone } from './noon-zone.ts';
import { openTable } from './open-table.ts';
import { startProviderStub } from './provider-stub.ts';

const groupSize = groupSizeFor(50);
const groups = 16;
/** The first groups compile the code; what a warm worker takes is counted from then on. */
const warmUpGroups = 4;
const writesABatch = 25;
const latencyMs = 100;
const readings = z.object({ peakMegabytes: z.number(), cpuMs: z.number() });
export type SenderReadings = { readonly peakMegabytes: number; readonly cpuMsATip: number };

/**
 * What one warm worker needs when it sends 25 a second: its peak memory and its processor time a tip, of the bundle
 * that is deployed, in a process of its own, over HTTP on loopback (no TLS), with the settings it is deployed with.
 */
export const measureSender = async (channel: Channel): Promise<SenderReadings> => {
  const engine = await startDynamoDbEngine();
  const { url, stop } = await startProviderStub({ latencyMs });
  try {
    const table = await openTable(engine.endpoint, tableName);
    const now = Date.now();
    const zone = noonZone(now);
    const people = Array.from({ length: groups * groupSize }, (_, index) =>
      subscriberAt(index, { zone, tipsBy: channel }),
    );
    for (let from = 0; from < people.length; from += writesABatch) {
      const requests = people
        .slice(from, from + writesABatch)
        .map((subscriber) => ({ PutRequest: { Item: subscriberItem({ ...subscriber, rev: 1 }) } }));
      await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
    }
    const environment: Record<string, string | undefined> = { PATH: process.env['PATH'] };
    pointSdkAtStandIns(environment, url, engine.endpoint);
    const child = fork(
      fileURLToPath(new URL('run-handler.mjs', import.meta.url)),
      [bundleFunction('send-tips').outfile],
      {
        // Not this process's own flags: tsx would be loaded too.
        execArgv: [],
        env: {
          ...worker.environment,
          ...functionEnvironment(environment, url, 'https://backbeat.example.org'),
          [variables.channel]: channel,
          [variables.ratePerSecond]: '50',
          [variables.workers]: '2',
        },
      },
    );
    try {
      const invoke = (event: unknown) =>
        new Promise<z.infer<typeof readings>>((resolve, reject) => {
          child.once('exit', (code) => reject(new Error(`the worker ended with ${code}`)));
          child.once('message', (message) => resolve(readings.parse(message)));
          child.send({ event });
        });
      const { date } = localDateTime(zone, now);
      let warm = 0;
      let last = { peakMegabytes: 0, cpuMs: 0 };
      for (let group = 0; group < groups; group += 1) {
        const members = people.slice(group * groupSize, (group + 1) * groupSize).map(({ id }) => ({ id, date }));
        const job: SendJob = { kind: 'tips', dueAt: now, members };
        const record = {
          messageId: `group-${group}`,
          receiptHandle: 'receipt',
          body: JSON.stringify(job),
          attributes: { ApproximateReceiveCount: '1' },
        };
        last = await invoke({ Records: [record] });
        if (group === warmUpGroups - 1) warm = last.cpuMs;
        child.removeAllListeners('exit');
      }
      return {
        peakMegabytes: last.peakMegabytes,
        cpuMsATip: (last.cpuMs - warm) / ((groups - warmUpGroups) * groupSize),
      };
    } finally {
      child.kill();
    }
  } finally {
    stop();
    await engine.stop();
  }
};
