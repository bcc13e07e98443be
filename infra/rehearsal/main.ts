import { writeFileSync } from 'node:fs';
import { mock } from 'node:test';
import { pathToFileURL } from 'node:url';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { startDynamoDbEngine } from '../../local/dynamodb-engine.ts';
import { openTable } from '../../local/open-table.ts';
import { functionEnvironment, pointSdkAtStandIns, tableName } from '../../local/settings.ts';
import { variables } from '../../shared/config.ts';
import { watchCalls } from './called-functions.ts';
import { firstEvents, firstItems, firstMail, publicBaseUrl } from './first-events.ts';
import { startProviderStub } from './provider-stub.ts';
import { startTimelessFront } from './timeless-front.ts';

// node infra/rehearsal/main.ts <handler.mjs> <file for what was called> [name of the function]
// A process of its own: it freezes the clock and the timers, and takes the environment of a deployed function.

/** A function is new, and has no event yet. */
class NoFirstEventError extends Error {
  override readonly name = 'NoFirstEventError';
}

/** The rehearsal does not end: a function waits for what never comes, or for time to pass. */
class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';
}

/** The event was not answered as it should be: what was called then is no guide to a first event. */
class EventRefusedError extends Error {
  override readonly name = 'EventRefusedError';
}

const refusal = z.union([
  z.object({ statusCode: z.number().check(z.gte(400)) }),
  z.object({ batchItemFailures: z.array(z.unknown()).check(z.minLength(1)) }),
]);

/**
 * The middle of January of this year, noon in New York: a tip is due, the programme's own table of time zones knows the
 * year, and whoever builds the same sources another day of it deploys the same bytes.
 */
const now = Date.UTC(new Date().getUTCFullYear(), 0, 15, 17);
const zone = 'America/New_York';

const timeoutMs = 20_000;
const [bundle = '', resultFile = '', name] = process.argv.slice(2);
const events = await firstEvents(0, zone, now);
if (name !== undefined && !Object.hasOwn(events, name))
  throw new NoFirstEventError(`there is no first event for ${name} in infra/rehearsal/first-events.ts`);
const engine = await startDynamoDbEngine();
const stub = await startProviderStub({ latencyMs: 0, mail: firstMail });
const table = await openTable(engine.endpoint, tableName);
for (const Item of firstItems(1, zone, now)) await table.client.send(new PutCommand({ TableName: table.name, Item }));

pointSdkAtStandIns(process.env, stub.url, await startTimelessFront(engine.endpoint));
Object.assign(process.env, functionEnvironment({}, stub.url, publicBaseUrl), { [variables.channel]: 'sms' });
setTimeout(() => {
  throw new NoAnswerError(`no answer in ${timeoutMs} ms`);
}, timeoutMs);
// Whatever waits for a while, as the SDK does to warn of a slow answer, is for slow machines: no part of a first event.
mock.timers.enable({ apis: ['Date', 'setTimeout', 'setInterval'], now });
const { called, answer } = await watchCalls(pathToFileURL(bundle), name === undefined ? undefined : events[name]);
if (refusal.safeParse(answer).success) throw new EventRefusedError(`${name} answered ${JSON.stringify(answer)}`);
writeFileSync(resultFile, JSON.stringify(called));
process.exit(0);
