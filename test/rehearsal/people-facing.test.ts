import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { deriveSealKeys } from '../../functions/desk/sealed-value.ts';
import { beginSession, formTokenOf, sealSession } from '../../functions/desk/session.ts';
import { receivedMailEvent } from '../../local/received-mail-event.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { awsRuntimeClient } from './aws-runtime-client.ts';
import { httpApiEvent, receiptVerdicts } from './documented-events.ts';
import { cast, confirmationPath } from './people.ts';
import { openRehearsal, type Running } from './rehearsal.ts';
import { createTwilioEvents, inbound } from './twilio-events.ts';
import { expectWellBehaved, word } from './well-behaved.ts';

/*
 * What is deployed, as it is deployed: each bundle under AWS's own runtime client, with the environment that its template
 * gives it and no other, and the permissions of its role. What it is handed are the events that AWS documents.
 */
const runtimeClient = await awsRuntimeClient();

const { now, zone, baseUrl, names, mails, rehearse, endAll, close } = await openRehearsal(runtimeClient ?? '');
afterEach(endAll);
afterAll(close);

/** What test/infra/deployment.ts says of the staff page's sign-in, and the claim that it leaves to the default. */
const deskAtProvider = {
  issuer: 'https://login.elm-street.example',
  clientId: 'backbeat-desk',
  groupsClaim: 'groups',
  groups: { staff: 'front-desk', clinician: 'clinicians' },
};

const actionsOf = ({ cloud }: Running): readonly string[] => [...new Set(cloud.calls.map(({ action }) => action))];

const { signed, textSaying } = createTwilioEvents(baseUrl);
const response = (value: unknown) => ({ kind: 'response', value });

describe.skipIf(runtimeClient === undefined)('what people write to and open, under the real runtime', () => {
  it('every function is rehearsed', () => {
    expect([...names].sort()).toEqual([
      ...['alert-clinic', 'delivery-events', 'desk', 'email-inbound', 'erase-subscriber', 'keep-ledger'],
      'keep-tallies',
      ...['reconcile-inbound', 'schedule-tips', 'send-tips-email', 'send-tips-sms', 'sms-inbound', 'web'],
    ]);
  });

  it('sms-inbound answers a text, plain or in base64, and says 403 to one that Twilio did not sign', async () => {
    const fn = await rehearse('sms-inbound');
    const saved = response(expect.objectContaining({ statusCode: 200, body: expect.stringContaining('<Message>') }));
    expect(await fn.invoke(signed(inbound, textSaying(`PAIN 6 with the ${word}`, 1), true))).toEqual(saved);
    expect(await fn.invoke(signed(inbound, textSaying('FIX 5', 2), false))).toEqual(saved);
    for (const body of [
      'DIARY',
      'TIP',
      'EXPORT',
      'JOIN swift@quince.example',
      'STOP',
      'START',
      'HELP',
      'ERASE',
      'ERASE',
    ])
      expect(await fn.invoke(signed(inbound, textSaying(body, 10 + body.length), true)), body).toMatchObject({
        kind: 'response',
        value: { statusCode: 200 },
      });
    const unsigned = httpApiEvent({ baseUrl, method: 'POST', path: inbound, body: `Body=${word}`, base64: false });
    expect(await fn.invoke(unsigned)).toEqual(response(expect.objectContaining({ statusCode: 403 })));
    expect(actionsOf(fn)).toEqual(
      expect.arrayContaining(['ssm:GetParameter', 'kms:Decrypt', 'dynamodb:Query', 'dynamodb:UpdateItem']),
    );
    expectWellBehaved(fn);
  });

  it('web shows pages, takes forms plain or in base64, and confirms though SES refuses suppression calls', async () => {
    const fn = await rehearse('web');
    const get = (path: string) => fn.invoke(httpApiEvent({ baseUrl, method: 'GET', path, base64: false }));
    for (const path of ['/', '/health', '/privacy', '/terms'])
      expect(await get(path), path).toMatchObject({ kind: 'response', value: { statusCode: 200 } });
    expect(await get('/no/such/page')).toMatchObject({ kind: 'response', value: { statusCode: 404 } });
    for (const base64 of [true, false]) {
      const form = { address: 'swallow@quince.example', language: 'en', zone, time: '09:00', consent: 'on' };
      const body = new URLSearchParams(form).toString();
      expect(await fn.invoke(httpApiEvent({ baseUrl, method: 'POST', path: '/signup', body, base64 }))).toMatchObject({
        kind: 'response',
        value: { statusCode: 200 },
      });
    }
    fn.cloud.faults.suppression = { name: 'AccessDeniedException', status: 400 };
    const press = () =>
      fn.invoke(httpApiEvent({ baseUrl, method: 'POST', path: confirmationPath(zone, now), base64: false }));
    for (const pressed of ['once', 'twice'])
      expect(await press(), pressed).toMatchObject({ kind: 'response', value: { statusCode: 200 } });
    expect(fn.printed()).toContain('suppression-list-not-cleared');
    expect(actionsOf(fn)).toContain('ses:DeleteSuppressedDestination');
    expectWellBehaved(fn);
  });

  it('desk lets nobody in without a session, and with one does all that staff and clinicians do', async () => {
    const fn = await rehearse('desk');
    const keys = deriveSealKeys(stubSecrets.tokenKey, { publicBaseUrl: baseUrl, ...deskAtProvider });
    const session = beginSession({ name: 'b7e1', role: 'clinician' }, randomBytes, now);
    const cookies = [`__Host-desk=${sealSession(keys, session)}`];
    const token = formTokenOf(keys, session);
    const get = (path: string, carried: readonly string[] = cookies) =>
      fn.invoke(httpApiEvent({ baseUrl, method: 'GET', path, cookies: carried, base64: false }));
    const post = (path: string, fields: Readonly<Record<string, string>>) => {
      const body = new URLSearchParams({ token, ...fields }).toString();
      return fn.invoke(httpApiEvent({ baseUrl, method: 'POST', path, cookies, body, base64: true }));
    };
    const person = `/desk/people/${cast.ids.atDesk}`;
    expect(await get(person, [])).toMatchObject({ kind: 'response', value: { statusCode: 403 } });
    for (const path of [
      '/desk',
      '/desk/today',
      '/desk/today/missed',
      person,
      `${person}?date=2030-01-08`,
      '/desk/audit',
      '/desk/codes',
    ])
      expect(await get(path), path).toMatchObject({ kind: 'response', value: { statusCode: 200 } });
    const acts: readonly (readonly [string, Readonly<Record<string, string>>])[] = [
      ['/desk/find', { who: cast.phones.stopsAtDesk }],
      [`${person}/pause`, { days: '7' }],
      [`${person}/resume`, {}],
      [`${person}/move`, { time: '18:30', zone: 'Europe/Lisbon' }],
      ['/desk/codes', { code: 'KNEE7', clinic: 'Elm Street Physio', contact: '+1 212 555 0199' }],
      ['/desk/codes/KNEE7/end', {}],
      [`${person}/stop`, {}],
      [`/desk/people/${cast.ids.erasedAtDesk}/erase`, { word: 'ERASE' }],
    ];
    for (const [path, fields] of acts)
      expect(await post(path, fields), path).toMatchObject({ kind: 'response', value: { statusCode: 303 } });
    // Without CLINIC YES.
    expect(await post(`${person}/export`, {})).toMatchObject({ kind: 'response', value: { statusCode: 403 } });
    expect(actionsOf(fn)).toEqual(
      expect.arrayContaining(['dynamodb:BatchGetItem', 'dynamodb:PutItem', 'sqs:SendMessage']),
    );
    expectWellBehaved(fn);
  });

  it('email-inbound handles a mail with each verdict, one that is there no more, and deletes what it has handled', async () => {
    const fn = await rehearse('email-inbound');
    for (const [index, verdict] of receiptVerdicts.entries()) {
      const key = `mail${index}`;
      const raw = [
        `From: Jo <${cast.mailboxes.writes}>`,
        'To: reply@backbeat.example.org',
        'Subject: Re: your tip',
        `Message-ID: <${key}@example.org>`,
        'Content-Type: text/plain; charset=utf-8',
        '',
        `PAIN ${index % 11} with the ${word}`,
        '',
      ].join('\r\n');
      mails.set(key, raw);
      expect(await fn.invoke(receivedMailEvent(key, Buffer.from(raw), verdict, now)), verdict).toMatchObject({
        kind: 'response',
      });
    }
    const [gone = ''] = mails.values();
    expect(await fn.invoke(receivedMailEvent('gone', Buffer.from(gone), '', now - 120_000))).toMatchObject({
      kind: 'response',
    });
    // A moment after it came it must be there: Lambda hands the event in again.
    expect(await fn.invoke(receivedMailEvent('late', Buffer.from(gone), '', Date.now()))).toMatchObject({
      kind: 'error',
      errorType: 'RawMailMissingError',
    });
    expect(actionsOf(fn)).toEqual(expect.arrayContaining(['s3:GetObject', 's3:DeleteObject', 'ses:SendEmail']));
    expectWellBehaved(fn);
  });
});
