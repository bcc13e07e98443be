import { afterAll, describe, expect, it } from 'vitest';
import { parseConfig } from '../../infra/config.ts';
import { receivedMailEvent } from '../../local/received-mail-event.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { emailOnlySettings, smsOnlySettings } from '../infra/deployment.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { awsRuntimeClient } from './aws-runtime-client.ts';
import { httpApiEvent, schedulerEvent } from './documented-events.ts';
import { cast } from './people.ts';
import { openRehearsal, type Running } from './rehearsal.ts';

/*
 * Deployments of one channel under AWS's runtime client: with the environment and the permissions that their templates give,
 * which name nothing of the other channel.
 */
const runtimeClient = await awsRuntimeClient();
const expectWithinItsRole = ({ cloud }: Running): void => {
  expect(cloud.problems).toEqual([]);
  expect(cloud.calls.filter(({ allowed }) => !allowed)).toEqual([]);
};

type Rehearsal = Awaited<ReturnType<typeof openRehearsal>>;
const showsItsPage = async ({ baseUrl, rehearse }: Rehearsal): Promise<void> => {
  const pages = await rehearse('web');
  expect(await pages.invoke(httpApiEvent({ baseUrl, method: 'GET', path: '/', base64: false }))).toMatchObject({
    kind: 'response',
    value: { statusCode: 200 },
  });
  expectWithinItsRole(pages);
};
const findsWhoIsDue = async ({ rehearse }: Rehearsal): Promise<void> => {
  const tick = await rehearse('schedule-tips');
  expect(await tick.invoke(schedulerEvent)).toMatchObject({ kind: 'response' });
  expectWithinItsRole(tick);
};

describe.skipIf(runtimeClient === undefined)('texts alone, under the real runtime', async () => {
  const rehearsal = await openRehearsal(runtimeClient ?? '', parseConfig(smsOnlySettings(), 'the test'));
  afterAll(async () => {
    await rehearsal.endAll();
    await rehearsal.close();
  });

  it('a text is answered, EMAIL with what there is, the page is shown, and a tick finds who is due', async () => {
    const { baseUrl, rehearse } = rehearsal;
    const texts = await rehearse('sms-inbound');
    const path = '/webhooks/twilio/inbound';
    for (const [id, Body, said] of [
      ['1', 'PAIN 6', 'is in your diary'],
      ['2', 'EMAIL swift@quince.example', 'by text message only'],
    ] as const) {
      const form = { MessageSid: `SM${id.padStart(32, '0')}`, From: cast.phones.writes, To: '+15555550100', Body };
      const signature = twilioSignature(stubSecrets.twilioAuthToken, `${baseUrl}${path}`, form);
      const body = new URLSearchParams(form).toString();
      const headers = { 'x-twilio-signature': signature };
      expect(
        await texts.invoke(httpApiEvent({ baseUrl, method: 'POST', path, headers, body, base64: true })),
      ).toMatchObject({ kind: 'response', value: { statusCode: 200, body: expect.stringContaining(said) } });
    }
    expectWithinItsRole(texts);
    await showsItsPage(rehearsal);
    await findsWhoIsDue(rehearsal);
  });
});

describe.skipIf(runtimeClient === undefined)('mail alone, under the real runtime', async () => {
  const rehearsal = await openRehearsal(runtimeClient ?? '', parseConfig(emailOnlySettings(), 'the test'));
  afterAll(async () => {
    await rehearsal.endAll();
    await rehearsal.close();
  });

  it('a mail is answered, the page is shown, and a tick finds who is due', async () => {
    const { mails, now, rehearse } = rehearsal;
    const fn = await rehearse('email-inbound');
    const raw = `From: Jo <${cast.mailboxes.writes}>\r\nTo: reply@backbeat.example.org\r\nSubject: Re\r\nMessage-ID: <a@example.org>\r\n\r\nPAIN 6\r\n`;
    mails.set('mail1', raw);
    expect(await fn.invoke(receivedMailEvent('mail1', Buffer.from(raw), '', now))).toMatchObject({ kind: 'response' });
    expect(fn.cloud.calls.map(({ action }) => action)).toContain('ses:SendEmail');
    expectWithinItsRole(fn);
    await showsItsPage(rehearsal);
    await findsWhoIsDue(rehearsal);
  });
});
