import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { receivedMailEvent } from '../../local/received-mail-event.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { type DataPoint, keyOf, ringsAt } from '../support/alarm-evaluator.ts';
import { awsRuntimeClient } from './aws-runtime-client.ts';
import { httpApiEvent, schedulerEvent, sesEvents, sqsEvent, streamEvent, windowEvent } from './documented-events.ts';
import { cast } from './people.ts';
import { openRehearsal, type Running } from './rehearsal.ts';
import type { Invocation } from './runtime-api.ts';
import { synthesizedAlarms, synthesizedFunctions, synthesizedQueues } from './synthesized-functions.ts';

/*
 * Alarms on what AWS itself counts, driven: a failure goes through the real bundle under AWS's runtime client; what Lambda,
 * SQS and the API would count of how its invocations ended is laid before the alarm's own definition.
 */
const runtimeClient = await awsRuntimeClient();
const { now, zone, baseUrl, mails, rehearse, endAll, close } = await openRehearsal(runtimeClient ?? '');
afterEach(endAll);
afterAll(close);

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const start = Date.parse('2030-01-07T12:00:00Z');
const alarms = synthesizedAlarms();
const functions = synthesizedFunctions();

const point = (
  service: string,
  metric: string,
  dimension: readonly [string, string],
  afterMs: number,
  value: number,
) => ({
  at: start + afterMs,
  key: keyOf(`AWS/${service}`, metric, [dimension]),
  value,
});
/** Minutes after the start at which an alarm is ringing, within two hours. */
const ringing = (heading: string, points: readonly DataPoint[]): readonly number[] => {
  const alarm = alarms.get(heading);
  if (alarm === undefined) throw new TypeError(`no alarm is called ${heading}`);
  return ringsAt(alarm, points, start, start + 2 * hourMs).map((at) => (at - start) / minuteMs);
};

const functionNamed = (name: string) => {
  const found = functions.get(name);
  if (found === undefined) throw new TypeError(`there is no function ${name}`);
  return found;
};
const dimensionOf = (name: string) => ['FunctionName', functionNamed(name).arn.split(':').at(-1) ?? ''] as const;
/** What Lambda counts of invocations, each so long after the start: one that ended with an error is 1, else 0. */
const errorsOf = (name: string, ended: readonly (readonly [afterMs: number, Invocation])[]): readonly DataPoint[] =>
  ended.map(([afterMs, { kind }]) => point('Lambda', 'Errors', dimensionOf(name), afterMs, kind === 'error' ? 1 : 0));

const raw = `From: Jo <${cast.mailboxes.writes}>\r\nTo: reply@backbeat.example.org\r\nSubject: Re\r\nMessage-ID: <a@example.org>\r\n\r\nPAIN 6\r\n`;
mails.set('mail', raw);
const groupOf = (id: string): string =>
  JSON.stringify({ kind: 'tips', dueAt: now, members: [{ id, date: localDateTime(zone, now).date }] });
const [delivered] = sesEvents({ kind: ['tip'], id: [cast.ids.writes], date: ['2030-03-12'] });
const text = (): unknown => {
  const path = '/webhooks/twilio/inbound';
  const form = { MessageSid: `SM${'7'.repeat(32)}`, From: cast.phones.writes, To: '+15555550100', Body: 'PAIN 6' };
  const signature = twilioSignature(stubSecrets.twilioAuthToken, `${baseUrl}${path}`, form);
  const headers = { 'x-twilio-signature': signature };
  return httpApiEvent({
    baseUrl,
    method: 'POST',
    path,
    headers,
    body: new URLSearchParams(form).toString(),
    base64: true,
  });
};

/** A function, what it is handed, and the service that its role is not allowed to ask any more. */
const failures: readonly (readonly [name: string, withoutService: string, event: () => unknown])[] = [
  ['alert-clinic', 'dynamodb', () => schedulerEvent],
  ['schedule-tips', 'dynamodb', () => schedulerEvent],
  ['reconcile-inbound', 'dynamodb', () => schedulerEvent],
  ['delivery-events', 'dynamodb', () => delivered],
  ['email-inbound', 'dynamodb', () => receivedMailEvent('mail', Buffer.from(raw), '', now)],
  ['keep-ledger', 's3', () => streamEvent(cast.ids.writes, 'active', 'stopped')],
  ['sms-inbound', 'ssm', text],
  // What these cannot do they hand back to SQS; they fail where they cannot so much as begin.
  ['send-tips-sms', 'ssm', () => sqsEvent(groupOf(cast.ids.smsTips))],
  ['send-tips-email', 'ssm', () => sqsEvent(groupOf(cast.ids.emailTips))],
  ['erase-subscriber', 'ssm', () => sqsEvent(JSON.stringify({ kind: 'erase', id: cast.ids.erasing }))],
];

describe.skipIf(runtimeClient === undefined)('a function that fails', () => {
  it.each(failures)(
    '%s, whose role may not use %s any more, rings within five minutes',
    async (name, service, event) => {
      const well = await rehearse(name);
      const ended = await well.invoke(event());
      expect(ringing(`${name}-failures`, errorsOf(name, [[0, ended]]))).toEqual([]);
      const broken = await rehearse(name, { withoutService: service });
      expect(ringing(`${name}-failures`, errorsOf(name, [[0, await broken.invoke(event())]]))[0]).toBeLessThanOrEqual(
        5,
      );
    },
  );

  it.each([
    ['sms-inbound', text],
    ['web', () => httpApiEvent({ baseUrl, method: 'GET', path: '/confirm/x', base64: false })],
  ])('%s: the API answers 5xx, and rings', async (name, event) => {
    const statusOf = (invocation: Invocation): number =>
      invocation.kind === 'response' ? Number(Object(invocation.value).statusCode) : 500;
    const counted = async (fn: Running): Promise<readonly DataPoint[]> => [
      point('ApiGateway', '5xx', apiDimension(), 0, statusOf(await fn.invoke(event())) >= 500 ? 1 : 0),
    ];
    expect(ringing('api-server-errors', await counted(await rehearse(name)))).toEqual([]);
    const broken = await rehearse(name, { withoutService: name === 'web' ? 'ssm' : 'dynamodb' });
    expect(ringing('api-server-errors', await counted(broken))[0]).toBeLessThanOrEqual(5);
  });
});

/** The one dimension of the API's alarm. */
const apiDimension = (): readonly [string, string] => {
  const [stat] =
    alarms.get('api-server-errors')?.Metrics.flatMap((metric) => ('MetricStat' in metric ? [metric.MetricStat] : [])) ??
    [];
  const [{ Name, Value } = { Name: '', Value: '' }] = stat?.Metric.Dimensions ?? [];
  return [Name, Value];
};

describe.skipIf(runtimeClient === undefined)('what is given up', () => {
  it.each(['email-inbound', 'delivery-events'])(
    '%s: an event that failed in each of Lambda’s tries rings',
    async (name) => {
      const [, service = '', event] = failures.find(([each]) => each === name) ?? [];
      const { asynchronousTries } = functionNamed(name);
      const fn = await rehearse(name, { withoutService: service });
      const ended: Invocation[] = [];
      while (ended.length < asynchronousTries && ended.at(-1)?.kind !== 'response')
        ended.push(await fn.invoke(event?.()));
      const dropped = ended.at(-1)?.kind === 'error' ? 1 : 0;
      const points = [point('Lambda', 'AsyncEventsDropped', dimensionOf(name), 0, dropped)];
      expect(ringing(`${name}-given-up`, points)[0]).toBeLessThanOrEqual(5);
      // A later try that succeeds drops nothing.
      const well = await rehearse(name);
      const again = await well.invoke(event?.());
      const kept = [point('Lambda', 'AsyncEventsDropped', dimensionOf(name), 0, again.kind === 'error' ? 1 : 0)];
      expect(ringing(`${name}-given-up`, kept)).toEqual([]);
    },
  );

  it.each([
    ['keep-ledger', 's3', () => streamEvent(cast.ids.writes, 'active', 'stopped')],
    ['keep-tallies', 'dynamodb', () => windowEvent(cast.ids.writes, 'accepted')],
  ] as const)(
    '%s: a change that cannot be written down for want of %s holds up those after it, and rings when it is an hour old',
    async (name, withoutService, event) => {
      const fn = await rehearse(name, { withoutService });
      const points: DataPoint[] = [];
      // Lambda reads the stream's first record again until it succeeds, and tells its age each time.
      for (let minute = 0; minute <= 75; minute += 15) {
        const { kind } = await fn.invoke(event());
        const age = kind === 'error' ? minute * minuteMs : 0;
        points.push(point('Lambda', 'IteratorAge', dimensionOf(name), minute * minuteMs, age));
      }
      expect(ringing(`${name}-late`, points)[0]).toBeGreaterThanOrEqual(60);
      expect(ringing(`${name}-late`, points)[0]).toBeLessThanOrEqual(65);
      const well = await (await rehearse(name)).invoke(event());
      expect(well.kind).toBe('response');
    },
  );

  it.each([
    ['sms-queue', 'send-tips-sms', groupOf(cast.ids.smsTips)],
    ['email-queue', 'send-tips-email', groupOf(cast.ids.emailTips)],
    ['erasure-queue', 'erase-subscriber', JSON.stringify({ kind: 'erase', id: cast.ids.erasing })],
  ])('%s: a job that %s hands back each time goes to the dead letters, and rings', async (heading, name, job) => {
    const queue = synthesizedQueues().find(({ arn }) => functionNamed(name).eventSources.includes(arn));
    if (queue === undefined) throw new TypeError(`${name} works on no queue`);
    const fn = await rehearse(name, { withoutService: 'dynamodb' });
    const event = sqsEvent(job);
    let received = 0;
    const isHandedBack = async (): Promise<boolean> => {
      received += 1;
      const ended = await fn.invoke(event);
      return ended.kind === 'error' || JSON.stringify(ended.value).includes(event.Records[0]?.messageId ?? '');
    };
    while (received < queue.maxReceiveCount && (await isHandedBack()));
    const givenUp = received === queue.maxReceiveCount ? 1 : 0;
    const visible = (value: number) => [
      point('SQS', 'ApproximateNumberOfMessagesVisible', ['QueueName', queue.deadLetters], 0, value),
    ];
    expect(ringing(`${heading}-dead-letters`, visible(givenUp))[0]).toBeLessThanOrEqual(5);
    expect(ringing(`${heading}-dead-letters`, visible(0))).toEqual([]);
  });
});
