import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { smsInboundDeps } from '../../functions/sms-inbound/deps.ts';
import { createSmsInbound } from '../../functions/sms-inbound/sms-inbound.ts';
import { eventOfRequest } from '../../local/http-api-event.ts';
import { functionEnvironment, pointSdkAtStandIns } from '../../local/settings.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { readReplySettings } from '../../shared/use-cases/reply-handler.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { account, authToken, idOf, numberOf, pepper, smsNumber, subscriberOf } from './people.ts';
import { type ReplyReport, replyPlan } from './reply-messages.ts';
import { connectDynamoDb, tableName, tableOf } from './table-client.ts';

// The webhook's function as its deps.ts composes it, called with what API Gateway would hand it.

const publicBaseUrl = 'https://backbeat.example';
const path = '/webhooks/twilio/inbound';

const { store, clockOffsetMs, people, replies, doubledEvery, concurrency } = replyPlan.parse(
  JSON.parse(process.env['PEERS_WORKER'] ?? '{}'),
);
process.once('disconnect', () => process.exit(0));

/** An address without a listener: a score needs neither queues nor e-mail. */
const nowhere = 'http://127.0.0.1:9';
pointSdkAtStandIns(process.env, nowhere, store);
process.env['TABLE_NAME'] = tableName;
const environment = { ...functionEnvironment(process.env, nowhere, publicBaseUrl), TABLE_NAME: tableName };
const smsInbound = createSmsInbound(
  smsInboundDeps(
    {
      table: connectTable(tableName),
      secrets: { twilioAuthToken: authToken, pepper, tokenKey: 'a token key for the bench only' },
      queueJob: queueOnDemand,
      log: () => {},
    },
    readReplySettings(environment),
    { clock: { now: () => Date.now() + clockOffsetMs, sleep: async () => {} }, randomBytes, print: () => {} },
  ),
);

const syllables = ['ba', 'be', 'bi', 'bo', 'bu', 'da', 'de', 'di', 'do', 'du'];
/** Its number in syllables that say nothing: a second number, or letters such as "jk", would make it another kind of reply. */
const noteOf = (reply: number): string =>
  `after walk ${String(reply).replace(/\d/g, (digit) => syllables[Number(digit)] ?? '')}`;

const eventOf = async (reply: number): Promise<APIGatewayProxyEventV2> => {
  const form = {
    AccountSid: account,
    ApiVersion: '2010-04-01',
    Body: `PAIN ${reply % 11} ${noteOf(reply)}`,
    From: numberOf(reply % people),
    FromCountry: 'US',
    MessageSid: `SM${reply.toString(16).padStart(32, '0')}`,
    NumMedia: '0',
    SmsStatus: 'received',
    To: smsNumber,
  };
  const request = new Request(`${publicBaseUrl}${path}`, {
    method: 'POST',
    headers: { 'x-twilio-signature': twilioSignature(authToken, `${publicBaseUrl}${path}`, form) },
    body: new URLSearchParams(form),
  });
  return eventOfRequest(request, Date.now() + clockOffsetMs);
};

const events = await Promise.all(Array.from({ length: replies }, (_, reply) => eventOf(reply)));
const times: number[] = [];
let refused = 0;
const deliver = async (event: APIGatewayProxyEventV2): Promise<void> => {
  const started = performance.now();
  const { statusCode } = await smsInbound(event);
  times.push(performance.now() - started);
  if (statusCode !== 200) refused += 1;
};

let next = 0;
const deliverAll = async (): Promise<void> => {
  for (let reply = next++; reply < replies; reply = next++) {
    const event = events[reply];
    if (!event) throw new RangeError(`no reply ${reply}`);
    // Twilio that got no answer in time delivers again while the first delivery is still being handled.
    await Promise.all(reply % doubledEvery === 0 ? [deliver(event), deliver(event)] : [deliver(event)]);
  }
};
const cpu = process.cpuUsage();
const started = performance.now();
await Promise.all(Array.from({ length: concurrency }, deliverAll));
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(cpu);

const { persons } = createReplyStores(tableOf(connectDynamoDb({ endpoint: store })));
const notes = new Map<string, number>();
for (let person = 0; person < people; person += 1) {
  for (const { note } of await persons.readEvents(idOf(person), subscriberOf(person).epoch)) {
    if (note !== undefined) notes.set(note, (notes.get(note) ?? 0) + 1);
  }
}
const expected = Array.from({ length: replies }, (_, reply) => notes.get(noteOf(reply)) ?? 0);
times.sort((a, b) => a - b);
const report: ReplyReport = {
  deliveries: times.length,
  stored: expected.filter((count) => count > 0).length,
  lost: expected.filter((count) => count === 0).length,
  doubled: expected.reduce((sum, count) => sum + Math.max(0, count - 1), 0),
  refused,
  perSecond: times.length / seconds,
  p50: times[Math.floor(times.length * 0.5)] ?? 0,
  p99: times[Math.floor(times.length * 0.99)] ?? 0,
  cpuMicros: (user + system) / times.length,
};
process.send?.(report);
