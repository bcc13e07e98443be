import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { bundleFunction, functionFolders } from '../../infra/bundle.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { functionEnvironment, pointSdkAtStandIns, tableName } from '../../local/settings.ts';
import { variables } from '../../shared/config.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { median } from '../median.ts';
import { noonZone } from '../noon-zone.ts';
import { openTable } from '../open-table.ts';
import { startProviderStub } from '../provider-stub.ts';
import { correspondent, firstEvents, firstMail, personOf } from './first-events.ts';

const runs = 31;
const starter = fileURLToPath(new URL('run-cold.mjs', import.meta.url));
const timesSchema = z.object({ importMs: z.number(), totalMs: z.number() });
type Times = z.infer<typeof timesSchema>;

export interface ColdStart {
  readonly kb: number;
  /** Import and first event, net of an empty module, milliseconds on this machine. */
  readonly ms: number;
  /** The same as a multiple of the function that holds only the DynamoDB client. */
  readonly ratio: number;
  /** Of the import alone. */
  readonly importRatio: number;
}

const run = promisify(execFile);

/** Starts every function so many times in turn, each in a process of its own, and compares the medians. */
export const measureCold = async (progress: (share: number) => void = () => {}) => {
  const outdir = mkdtempSync(join(tmpdir(), 'backbeat-cold-'));
  const engine = await startDynamoDbEngine();
  const stub = await startProviderStub({ latencyMs: 0, mail: firstMail });
  try {
    const now = Date.now();
    const zone = noonZone(now);
    const table = await openTable(engine.endpoint, tableName);
    const store = (item: Record<string, unknown>) =>
      table.client.send(new PutCommand({ TableName: table.name, Item: item }));
    await store({ PK: 'ZONES', SK: 'ZONES', zones: new Set([zone]) });
    await store(subscriberItem(correspondent(zone)));
    for (let index = 0; index < runs; index += 1) await store(subscriberItem(personOf(index, zone)));

    const bundles = new Map(
      functionFolders().map((folder) => [folder, bundleFunction(folder, { outdir: join(outdir, 'functions') })]),
    );
    const reference = bundleFunction('../bench/cold/dynamodb-only', { outdir: join(outdir, 'functions') });
    const environment: Record<string, string | undefined> = { PATH: process.env['PATH'] };
    pointSdkAtStandIns(environment, stub.url, engine.endpoint);
    const env = {
      ...functionEnvironment(environment, stub.url, 'https://backbeat.example.org'),
      [variables.channel]: 'sms',
    };
    const start = async (bundle?: string, event?: unknown): Promise<Times> => {
      const args = [starter, ...(bundle ? [bundle] : []), ...(event === undefined ? [] : [JSON.stringify(event)])];
      const { stdout } = await run(process.execPath, args, { env });
      return timesSchema.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('{'))));
    };

    const times = new Map<string, Times[]>();
    const note = (name: string, one: Times): void => {
      times.set(name, [...(times.get(name) ?? []), one]);
    };
    for (let index = 0; index < runs; index += 1) {
      const events = await firstEvents(index, zone, now);
      note('empty', await start());
      note('reference', await start(reference.outfile));
      for (const [folder, { outfile }] of bundles) note(folder, await start(outfile, events[folder]));
      progress((index + 1) / runs);
    }

    const net = (name: string, of: keyof Times): number =>
      median((times.get(name) ?? []).map((one) => one[of])) - median((times.get('empty') ?? []).map((one) => one[of]));
    const coldStart = (name: string, bytes: number): ColdStart => ({
      kb: Math.ceil(bytes / 1000),
      ms: net(name, 'totalMs'),
      ratio: net(name, 'totalMs') / net('reference', 'totalMs'),
      importRatio: net(name, 'importMs') / net('reference', 'importMs'),
    });
    return {
      reference: coldStart('reference', reference.bytes),
      functions: Object.fromEntries([...bundles].map(([folder, { bytes }]) => [folder, coldStart(folder, bytes)])),
    };
  } finally {
    stub.stop();
    await engine.stop();
    rmSync(outdir, { recursive: true });
  }
};
