import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { awsRuntimeClient } from './aws-runtime-client.ts';
import { schedulerEvent, sesEvents, sqsEvent, streamEvent, windowEvent } from './documented-events.ts';
import { cast } from './people.ts';
import { openRehearsal, type Running } from './rehearsal.ts';
import { createTwilioEvents, inbound } from './twilio-events.ts';
import { expectWellBehaved, word } from './well-behaved.ts';

/*
 * What is deployed, as it is deployed: each bundle under AWS's own runtime client, with the environment that its template
 * gives it and no other, and the permissions of its role. What it is handed are the events that AWS documents.
 */
const runtimeClient = await awsRuntimeClient();

const { now, zone, baseUrl, rehearse, endAll, close } = await openRehearsal(runtimeClient ?? '');
afterEach(endAll);
afterAll(close);

const actionsOf = ({ cloud }: Running): readonly string[] => [...new Set(cloud.calls.map(({ action }) => action))];

const { signed, textSaying } = createTwilioEvents(baseUrl);
const response = (value: unknown) => ({ kind: 'response', value });

describe.skipIf(runtimeClient === undefined)('events, queues and schedules under the real runtime', () => {
  it('delivery-events records a status callback of every kind, and every kind of event that SES has or may have', async () => {
    const fn = await rehearse('delivery-events');
    const callback = `/webhooks/twilio/status?id=${cast.ids.writes}&date=2030-03-12&kind=tip`;
    for (const base64 of [true, false])
      for (const MessageStatus of ['queued', 'sent', 'delivered', 'undelivered', 'failed', 'read', 'something-new']) {
        const form = { MessageSid: `SM${'1'.repeat(32)}`, MessageStatus, ErrorCode: '30003', To: cast.phones.getsTips };
        expect(await fn.invoke(signed(callback, form, base64))).toMatchObject({
          kind: 'response',
          value: { statusCode: 204 },
        });
      }
    for (const event of sesEvents({ kind: ['tip'], id: [cast.ids.writes], date: ['2030-03-12'] }))
      expect(await fn.invoke(event), event['detail-type']).toMatchObject({ kind: 'response' });
    // Of somebody else who sends by our configuration set.
    for (const event of sesEvents({})) expect(await fn.invoke(event)).toMatchObject({ kind: 'response' });
    expectWellBehaved(fn);
  });

  it.each(['schedule-tips', 'reconcile-inbound'])('%s runs when the Scheduler wakes it', async (name) => {
    const fn = await rehearse(name);
    for (let tick = 0; tick < 2; tick += 1) expect(await fn.invoke(schedulerEvent)).toMatchObject({ kind: 'response' });
    expect(actionsOf(fn)).toEqual(expect.arrayContaining(['dynamodb:GetItem', 'dynamodb:PutItem']));
    expectWellBehaved(fn);
  });

  it('alert-clinic tells the clinic of a red flag that came by text, once', async () => {
    const texts = await rehearse('sms-inbound');
    expect(await texts.invoke(signed(inbound, textSaying(`chest pain by the ${word}`, 40), true))).toMatchObject({
      kind: 'response',
      value: { statusCode: 200 },
    });
    expectWellBehaved(texts);
    const fn = await rehearse('alert-clinic');
    for (let tick = 0; tick < 2; tick += 1) expect(await fn.invoke(schedulerEvent)).toMatchObject({ kind: 'response' });
    expect(fn.cloud.calls.filter(({ action }) => action === 'sns:Publish')).toHaveLength(1);
    expect(actionsOf(fn)).toEqual(expect.arrayContaining(['dynamodb:Query', 'dynamodb:UpdateItem']));
    expectWellBehaved(fn);
  });

  it.each([
    ['send-tips-sms', cast.ids.smsTips, { name: '20429', status: 429 }],
    ['send-tips-email', cast.ids.emailTips, { name: 'TooManyRequestsException', status: 429 }],
  ])('%s tells SQS what is left to do, and Lambda of no error', async (name, id, fault) => {
    const fn = await rehearse(name);
    const group = JSON.stringify({ kind: 'tips', dueAt: now, members: [{ id, date: localDateTime(zone, now).date }] });
    const left = (event: ReturnType<typeof sqsEvent>, ...indices: readonly number[]) =>
      response({ batchItemFailures: indices.map((index) => ({ itemIdentifier: event.Records[index]?.messageId })) });
    fn.cloud.faults.sends = fault;
    const failing = sqsEvent(group);
    expect(await fn.invoke(failing)).toEqual(left(failing, 0));
    delete fn.cloud.faults.sends;
    expect(await fn.invoke(failing)).toEqual(left(failing));
    const poisoned = sqsEvent('{"kind":"tips"', JSON.stringify({ kind: 'unheard-of' }));
    expect(await fn.invoke(poisoned)).toEqual(left(poisoned, 0, 1));
    expect(actionsOf(fn)).toEqual(
      expect.arrayContaining(['dynamodb:BatchGetItem', 'dynamodb:PartiQLUpdate', 'sqs:ChangeMessageVisibility']),
    );
    expectWellBehaved(fn);
  });

  it('keep-ledger writes down a STOP, and fails where it cannot read what was changed', async () => {
    const fn = await rehearse('keep-ledger');
    expect(await fn.invoke(streamEvent(cast.ids.writes, 'active', 'stopped'))).toMatchObject({ kind: 'response' });
    expect(await fn.invoke(streamEvent(cast.ids.writes, 'active', 'active'))).toMatchObject({ kind: 'response' });
    expect(fn.cloud.calls.filter(({ action }) => action === 's3:PutObject')).toHaveLength(1);
    expect(await fn.invoke(streamEvent(cast.ids.writes, 'active', 'unheard-of'))).toMatchObject({
      kind: 'error',
      errorType: 'UnreadableChangeError',
    });
    expectWellBehaved(fn);
  });

  it('keep-tallies counts a tip once, however often it is told, and fails where it cannot read what was changed', async () => {
    const fn = await rehearse('keep-tallies');
    const state = response({ state: {} });
    expect(await fn.invoke(windowEvent(cast.ids.writes, 'accepted'))).toEqual(state);
    expect(await fn.invoke(windowEvent(cast.ids.writes, 'accepted'))).toEqual(state);
    expect(await fn.invoke(windowEvent(cast.ids.writes, undefined))).toEqual(state);
    expect(actionsOf(fn)).toEqual(['dynamodb:UpdateItem', 'dynamodb:GetItem']);
    expect(await fn.invoke(windowEvent(cast.ids.writes, 'unheard-of'))).toMatchObject({
      kind: 'error',
      errorType: 'UnreadableTipChangeError',
    });
    expectWellBehaved(fn);
  });

  it('erase-subscriber erases, sweeps, and hands back what it cannot read', async () => {
    const fn = await rehearse('erase-subscriber');
    const event = sqsEvent(
      JSON.stringify({ kind: 'erase', id: cast.ids.erasing }),
      '{"kind":"erase"}',
      JSON.stringify({ kind: 'sweep', id: cast.ids.erasing }),
    );
    expect(await fn.invoke(event)).toEqual(
      response({ batchItemFailures: [{ itemIdentifier: event.Records[1]?.messageId }] }),
    );
    expect(actionsOf(fn)).toEqual(expect.arrayContaining(['dynamodb:Query', 'dynamodb:DeleteItem', 'sqs:SendMessage']));
    expectWellBehaved(fn);
  });
});
