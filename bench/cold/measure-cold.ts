import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { bundleFunction, functionFolders } from '../../infra/bundle.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { openTable } from '../../local/open-table.ts';
import { deskEnvironment, functionEnvironment, pointSdkAtStandIns, tableName } from '../../local/settings.ts';
import { variables } from '../../shared/platform/settings.ts';
import { startAcceptingProviders } from '../../test/support/accepting-providers.ts';
import { firstEvents, firstItems, firstMail, publicBaseUrl } from '../../test/support/first-events.ts';
import { noonZone } from '../../test/support/noon-zone.ts';
import { median } from '../median.ts';
import { createTlsFronts } from '../tls-front.ts';

const allRuns = 31;
/**
 * How often each round starts the two functions of the promised ratio: the machine's noise is as large as their margin.
 */
export const repeats = 3;
const webhook = 'sms-inbound';
/** Those whose start is held against another checkout's: somebody waits for the answer. */
export const comparedFunctions = [webhook, 'web', 'email-inbound'] as const;
const starter = fileURLToPath(new URL('../../test/support/answer-event.mjs', import.meta.url));
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

const bundleBytes = (folder: string): number =>
  readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);

/**
 * TLS with a certificate that is not checked. If NODE_EXTRA_CA_CERTS made it trusted, Node would read its root
 * certificates ahead of time; Lambda has not set that since Node.js 20, so there a first connection waits for them.
 */
const trustingAnybody = { NODE_TLS_REJECT_UNAUTHORIZED: '0', NODE_NO_WARNINGS: '1' };

/** Shuffles, every order equally likely: the processor's caches depend on what ran before. */
const inAnyOrder = <Item>(items: readonly Item[]): readonly Item[] =>
  items
    .map((item) => ({ item, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ item }) => item);

const besideName = (folder: string): string => `beside ${folder}`;

interface ColdOptions {
  readonly progress?: (share: number) => void;
  /** The folder of another checkout's bundles, of which some functions are started in the same rounds. */
  readonly beside?: string;
  /** No functions but these. */
  readonly only?: readonly string[];
  readonly runs?: number;
}

/**
 * Starts every function so many times, each in a process of its own, in rounds of an order drawn anew, and compares the
 * medians. AWS and Twilio are reached by TLS, as they are from Lambda; the parameter extension by HTTP. The reference is
 * as esbuild makes it, with the whole client of DynamoDB.
 */
export const measureCold = async ({
  progress = () => {},
  beside,
  only = functionFolders(),
  runs = allRuns,
}: ColdOptions = {}) => {
  const outdir = mkdtempSync(join(tmpdir(), 'backbeat-cold-'));
  const engine = await startDynamoDbEngine();
  const providers = await startAcceptingProviders({ latencyMs: 0, mail: firstMail });
  const fronts = createTlsFronts();
  try {
    const now = Date.now();
    const zone = noonZone(now);
    const table = await openTable(engine.endpoint, tableName);
    for (const Item of firstItems((repeats + 1) * runs, zone, now))
      await table.client.send(new PutCommand({ TableName: table.name, Item }));

    // The other checkout has a table of its own, with profiles as every commit reads them: keys as a list.
    const besideTable = await openTable(engine.endpoint, `${tableName}-beside`);
    for (const item of firstItems((repeats + 1) * runs, zone, now)) {
      const Item = 'commands' in item ? { ...item, commands: [] } : item;
      if (beside !== undefined) await besideTable.client.send(new PutCommand({ TableName: besideTable.name, Item }));
    }
    const ofBeside = { [variables.table]: besideTable.name };

    const bundles = new Map(
      only.map((folder) => [folder, bundleFunction(folder, { outdir: join(outdir, 'functions') })]),
    );
    // The reference lies beside functions/, so its bundle lies one folder above those of the functions.
    const reference = bundleFunction('../bench/cold/dynamodb-only', {
      outdir: join(outdir, 'reference', 'functions'),
      wholeSdk: true,
    });
    const sdk: Record<string, string | undefined> = { PATH: process.env['PATH'] };
    const providersUrl = await fronts.front(providers.url);
    pointSdkAtStandIns(sdk, providersUrl, await fronts.front(engine.endpoint));
    const env = {
      ...functionEnvironment(sdk, providersUrl, publicBaseUrl),
      ...deskEnvironment(providersUrl),
      PARAMETERS_SECRETS_EXTENSION_HTTP_PORT: new URL(providers.url).port,
      [variables.channel]: 'sms',
      ...trustingAnybody,
    };
    const start = async (bundle?: string, event?: unknown, more: Readonly<Record<string, string>> = {}) => {
      const args = [starter, ...(bundle ? [bundle] : []), ...(event === undefined ? [] : [JSON.stringify(event)])];
      const { stdout } = await run(process.execPath, args, { env: { ...env, ...more } });
      return timesSchema.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1)));
    };

    const times = new Map<string, Times[]>();
    const note = (name: string, one: Times): void => {
      times.set(name, [...(times.get(name) ?? []), one]);
    };
    for (let index = 0; index < runs; index += 1) {
      const events = await firstEvents(index, zone, now);
      // Each start gets a text of its own: a repeated one would be known already.
      const textAt = async (time: number): Promise<unknown> =>
        (await firstEvents((time + 1) * runs + index, zone, now))[webhook];
      const furtherTexts = await Promise.all(
        Array.from({ length: bundles.has(webhook) ? repeats - 1 : 0 }, (_, time) => textAt(time)),
      );
      const textBeside = await textAt(repeats - 1);
      const starts: readonly (readonly [string, () => Promise<Times>])[] = [
        ['empty', () => start()],
        ['reference', () => start(reference.outfile)],
        ...furtherTexts.flatMap((event) => [
          ['empty', () => start()] as const,
          ['reference', () => start(reference.outfile)] as const,
          [webhook, () => start(bundles.get(webhook)?.outfile, event)] as const,
        ]),
        ...(beside === undefined
          ? []
          : comparedFunctions.map((folder) => {
              const event = folder === webhook ? textBeside : events[folder];
              return [besideName(folder), () => start(join(beside, folder, 'handler.mjs'), event, ofBeside)] as const;
            })),
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
      runs,
      reference: coldStart('reference', reference.bytes),
      functions: Object.fromEntries<ColdStart>(
        [...bundles].map(([folder, { bytes }]) => [folder, coldStart(folder, bytes)]),
      ),
      /** Functions of the other checkout, against the same reference. */
      beside: Object.fromEntries<ColdStart>(
        beside === undefined
          ? []
          : comparedFunctions.map((folder) => [
              folder,
              coldStart(besideName(folder), bundleBytes(join(beside, folder))),
            ]),
      ),
    };
  } finally {
    fronts.stop();
    providers.stop();
    await engine.stop();
    rmSync(outdir, { recursive: true });
  }
};
