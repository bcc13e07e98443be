import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { bundleFunction, functionFolders } from '../../infra/bundle.ts';
import { firstEvents, firstItems, firstMail, publicBaseUrl } from '../../infra/rehearsal/first-events.ts';
import { startProviderStub } from '../../infra/rehearsal/provider-stub.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { openTable } from '../../local/open-table.ts';
import { functionEnvironment, pointSdkAtStandIns, tableName } from '../../local/settings.ts';
import { variables } from '../../shared/config.ts';
import { median } from '../median.ts';
import { noonZone } from '../noon-zone.ts';
import { createTlsFronts } from '../tls-front.ts';

const runs = 31;
/** What the promised ratio is made of is started so often a round: the machine's moods are as large as what is left to gain. */
const repeats = 3;
const webhook = 'sms-inbound';
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

/**
 * TLS by a certificate that nobody vouches for. Were it trusted by NODE_EXTRA_CA_CERTS, Node would read its root
 * certificates ahead of time; Lambda has not set that since Node.js 20, so there a first connection waits for them.
 */
const trustingAnybody = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };

/** Shuffled, each order as likely: what runs before has a say in what the processor's caches hold. */
const inAnyOrder = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

/**
 * Starts every function so many times, each in a process of its own, in rounds of an order drawn anew, and compares the
 * medians. AWS and Twilio are reached by TLS, as they are from Lambda; the parameter extension by HTTP. The webhook and
 * the reference are started by plain HTTP too, for comparison: there the SDK imports node:http, and with it all of
 * `fetch`, which it never does on Lambda. The reference is as esbuild makes it, once more with the whole SDK, and once
 * more compiled ahead as the functions are.
 */
export const measureCold = async (progress: (share: number) => void = () => {}) => {
  const outdir = mkdtempSync(join(tmpdir(), 'backbeat-cold-'));
  const engine = await startDynamoDbEngine();
  const stub = await startProviderStub({ latencyMs: 0, mail: firstMail });
  const fronts = createTlsFronts();
  try {
    const now = Date.now();
    const zone = noonZone(now);
    const table = await openTable(engine.endpoint, tableName);
    for (const Item of firstItems((repeats + 1) * runs, zone, now))
      await table.client.send(new PutCommand({ TableName: table.name, Item }));

    const bundles = new Map(
      functionFolders().map((folder) => [folder, bundleFunction(folder, { outdir: join(outdir, 'functions') })]),
    );
    // It lies beside functions/, and so does what becomes of it: each needs a folder above.
    const bundleReference = (as: string, options: { rehearse?: boolean; wholeSdk?: boolean } = {}) =>
      bundleFunction('../bench/cold/dynamodb-only', { outdir: join(outdir, as, 'functions'), ...options });
    const reference = bundleReference('plain');
    const rehearsed = bundleReference('rehearsed', { rehearse: true });
    const untouched = bundleReference('untouched', { wholeSdk: true });
    const environmentAt = (providersUrl: string, dynamoDbUrl: string) => {
      const sdk: Record<string, string | undefined> = { PATH: process.env['PATH'] };
      pointSdkAtStandIns(sdk, providersUrl, dynamoDbUrl);
      return {
        ...functionEnvironment(sdk, providersUrl, publicBaseUrl),
        PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(stub.url).port,
        [variables.channel]: 'sms',
      };
    };
    const byTls = {
      ...environmentAt(await fronts.front(stub.url), await fronts.front(engine.endpoint)),
      ...trustingAnybody,
    };
    const byHttp = environmentAt(stub.url, engine.endpoint);
    const start = async (bundle?: string, event?: unknown, env: NodeJS.ProcessEnv = byTls): Promise<Times> => {
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
      // A text of its own for each start: the same one again would be known.
      const webhookEvents = await Promise.all(
        Array.from(
          { length: repeats },
          async (_, time) => (await firstEvents((time + 1) * runs + index, zone, now))[webhook],
        ),
      );
      const [byHttpEvent, ...furtherEvents] = webhookEvents;
      const starts: readonly (readonly [string, () => Promise<Times>])[] = [
        ['empty', () => start()],
        ['reference', () => start(reference.outfile)],
        ['rehearsed reference', () => start(rehearsed.outfile)],
        ['untouched reference', () => start(untouched.outfile)],
        ['reference by HTTP', () => start(reference.outfile, undefined, byHttp)],
        ['webhook by HTTP', () => start(bundles.get(webhook)?.outfile, byHttpEvent, byHttp)],
        ...furtherEvents.flatMap((event) => [
          ['empty', () => start()] as const,
          ['reference', () => start(reference.outfile)] as const,
          ['rehearsed reference', () => start(rehearsed.outfile)] as const,
          ['untouched reference', () => start(untouched.outfile)] as const,
          [webhook, () => start(bundles.get(webhook)?.outfile, event)] as const,
        ]),
        ...[...bundles].map(([folder, { outfile }]) => [folder, () => start(outfile, events[folder])] as const),
      ];
      for (const [name, begin] of inAnyOrder(starts)) note(name, await begin());
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
      webhookTo: {
        /** A reference with the whole SDK, as esbuild makes it where nobody takes anything away. */
        wholeSdk: net(webhook, 'totalMs') / net('untouched reference', 'totalMs'),
        /** One that is rehearsed and compiled ahead as the webhook is. */
        sameBuild: net(webhook, 'totalMs') / net('rehearsed reference', 'totalMs'),
      },
      /** The webhook's ratio where nothing is encrypted. */
      byHttp: net('webhook by HTTP', 'totalMs') / net('reference by HTTP', 'totalMs'),
    };
  } finally {
    fronts.stop();
    stub.stop();
    await engine.stop();
    rmSync(outdir, { recursive: true });
  }
};
