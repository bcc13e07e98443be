import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { functionFolders } from '../../infra/bundle.ts';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { openTable } from '../../local/open-table.ts';
import { deskEnvironment, functionEnvironment, pointSdkAtStandIns, tableName } from '../../local/settings.ts';
import { variables } from '../../shared/platform/settings.ts';
import { startAcceptingProviders } from '../support/accepting-providers.ts';
import { bundleOnce } from '../support/bundle-once.ts';
import { firstEvents, firstItems, firstMail, publicBaseUrl } from '../support/first-events.ts';
import { noonZone } from '../support/noon-zone.ts';

const run = promisify(execFile);
const runner = fileURLToPath(new URL('../support/answer-event.mjs', import.meta.url));
const said = z.object({ answer: z.optional(z.unknown()) });

const now = Date.now();
const zone = noonZone(now);
const events = await firstEvents(0, zone, now);
const engine = await startDynamoDbEngine();
const providers = await startAcceptingProviders({ latencyMs: 0, mail: firstMail });
const environment: Record<string, string | undefined> = { PATH: process.env['PATH'] };
pointSdkAtStandIns(environment, providers.url, engine.endpoint);

beforeAll(async () => {
  const table = await openTable(engine.endpoint, tableName);
  for (const Item of firstItems(1, zone, now)) await table.client.send(new PutCommand({ TableName: table.name, Item }));
});
afterAll(async () => {
  providers.stop();
  await engine.stop();
});

/** Runs a function's bundle in a process of its own, and gives its answer to an event. */
const answerOf = async (folder: string, event: unknown): Promise<unknown> => {
  const env = {
    ...functionEnvironment(environment, providers.url, publicBaseUrl),
    ...deskEnvironment(providers.url),
    [variables.channel]: 'sms',
  };
  const { stdout } = await run(process.execPath, [runner, bundleOnce(folder).outfile, JSON.stringify(event)], { env });
  return said.parse(JSON.parse(stdout.slice(stdout.lastIndexOf('\n') + 1))).answer;
};

const page = (text: string) => expect.objectContaining({ statusCode: 200, body: expect.stringContaining(text) });
const allDone = { batchItemFailures: [] };
/** The answer of each function when all goes well; undefined for those that are invoked asynchronously. */
const wanted: Readonly<Record<string, unknown>> = {
  'sms-inbound': page('<Message>Backbeat: 6 is in your diary.'),
  'email-inbound': undefined,
  'delivery-events': expect.objectContaining({ statusCode: 204 }),
  'reconcile-inbound': undefined,
  'schedule-tips': undefined,
  'alert-clinic': undefined,
  'keep-ledger': undefined,
  'keep-tallies': { state: {} },
  'send-tips': allDone,
  'erase-subscriber': allDone,
  web: page('action="/signup"'),
  // Nobody is signed in.
  desk: expect.objectContaining({ statusCode: 403, body: expect.stringContaining('/desk/sign-in"') }),
};

describe('a bundle by itself', () => {
  it.each([...functionFolders()])('%s answers an everyday event', async (folder) => {
    // A new function needs an event (test/support/first-events.ts) and an answer (above).
    expect(Object.keys(events)).toContain(folder);
    expect(Object.keys(wanted)).toContain(folder);
    expect(await answerOf(folder, events[folder])).toEqual(wanted[folder]);
  });

  it('refuses a text that Twilio did not sign', async () => {
    const event = Object.assign({}, events['sms-inbound'], { headers: {} });
    expect(await answerOf('sms-inbound', event)).toMatchObject({ statusCode: 403 });
  });
});
