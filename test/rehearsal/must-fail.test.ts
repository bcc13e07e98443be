import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { awsRuntimeClient } from './aws-runtime-client.ts';
import { httpApiEvent, schedulerEvent } from './documented-events.ts';
import { confirmationPath } from './people.ts';
import { openRehearsal } from './rehearsal.ts';
import { createTwilioEvents, inbound } from './twilio-events.ts';

/*
 * A rehearsal proves something only if it fails where a permission or the handler is missing.
 */
const runtimeClient = await awsRuntimeClient();

const { now, zone, baseUrl, rehearse, endAll, close } = await openRehearsal(runtimeClient ?? '');
afterEach(endAll);
afterAll(close);

const { signed, textSaying } = createTwilioEvents(baseUrl);

describe.skipIf(runtimeClient === undefined)('a rehearsal that must fail does', () => {
  it.each([
    ['sms-inbound', 'dynamodb:Query'],
    ['web', 'dynamodb:Query'],
    ['schedule-tips', 'dynamodb:GetItem'],
    ['sms-inbound', 'ssm:GetParameter'],
    ['sms-inbound', 'kms:Decrypt'],
  ])('%s without %s', async (name, without) => {
    const fn = await rehearse(name, { withoutAction: without });
    const events: Readonly<Record<string, unknown>> = {
      'sms-inbound': signed(inbound, textSaying('PAIN 6', 99), true),
      web: httpApiEvent({ baseUrl, method: 'GET', path: confirmationPath(zone, now), base64: false }),
      'schedule-tips': schedulerEvent,
    };
    const ended = await fn.invoke(events[name]);
    expect(ended.kind === 'error' || JSON.stringify(ended).includes('"statusCode":50')).toBe(true);
    expect(fn.cloud.calls.filter(({ allowed }) => !allowed).map(({ action }) => action)).toContain(without);
  });

  it('with a handler that is not there', async () => {
    const fn = await rehearse('web', { handler: 'handler.handle' });
    expect(await fn.invoke({})).toMatchObject({ kind: 'error', errorType: 'Runtime.HandlerNotFound' });
  });
});
