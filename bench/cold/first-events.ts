import { eventOfRequest } from '../../local/http-api-event.ts';
import { receivedMailEvent } from '../../local/inbound-mail.ts';
import { replyAddress, smsNumber } from '../../local/settings.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { statusCallbackUrl } from '../../shared/channels/receipts.ts';
import { pseudonymOf } from '../../shared/domain/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/subscriber.ts';
import { localDateTime } from '../../shared/domain/zone-clock.ts';
import { subscriberAt } from '../../test/simulation/load/subscribers.ts';
import { stubSecrets } from '../provider-stub.ts';

const publicBaseUrl = 'https://backbeat.example.org';
const { twilioAuthToken, pepper } = stubSecrets;

/** Somebody who is due now, with a phone; one for each run, so that every run is somebody's first event of the day. */
export const personOf = (run: number, zone: string): Subscriber => {
  const number = `+1212555${String(1000 + run)}`;
  return { ...subscriberAt(run, { zone, phone: { number } }), id: pseudonymOf(pepper, 'sms', number), rev: 1 };
};

const mailer = 'jo@example.org';
/** Somebody with a mailbox only. */
export const correspondent = (zone: string): Subscriber => {
  const { phone: _, ...subscriber } = subscriberAt(0, { zone, tipsBy: 'email', mailbox: { address: mailer } });
  return { ...subscriber, id: pseudonymOf(pepper, 'email', mailer), rev: 1 };
};

export const firstMail = [
  `From: Jo <${mailer}>`,
  `To: ${replyAddress}`,
  'Subject: Re: your tip',
  'Message-ID: <first@example.org>',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'PAIN 6 after gardening',
  '',
].join('\r\n');

const posted = (path: string, form: Record<string, string>, now: number) => {
  const url = `${publicBaseUrl}${path}`;
  const headers = { 'x-twilio-signature': twilioSignature(twilioAuthToken, url, form) };
  return eventOfRequest(new Request(url, { method: 'POST', headers, body: new URLSearchParams(form) }), now);
};

const job = (body: unknown) => ({
  Records: [
    {
      messageId: 'first',
      receiptHandle: 'first',
      body: JSON.stringify(body),
      attributes: { ApproximateReceiveCount: '1' },
    },
  ],
});

/** An event of each function's everyday work: a score, a tip, a receipt, a tick. */
export const firstEvents = async (
  run: number,
  zone: string,
  now: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const person = personOf(run, zone);
  const { date } = localDateTime(zone, now);
  const from = person.phone?.number ?? '';
  const sid = `SM${String(run).padStart(32, '0')}`;
  const score = { MessageSid: sid, From: from, To: smsNumber, Body: 'PAIN 6 after gardening', NumMedia: '0' };
  const callback = statusCallbackUrl('', { id: person.id, date, kind: 'tip' });
  return {
    'sms-inbound': await posted('/webhooks/twilio/inbound', score, now),
    'email-inbound': receivedMailEvent(`mail${run}`, Buffer.from(firstMail), '', now),
    'delivery-events': await posted(callback, { MessageSid: sid, MessageStatus: 'delivered' }, now),
    'reconcile-inbound': {},
    'schedule-tips': {},
    'send-tips': job({ kind: 'tips', dueAt: now, members: [{ id: person.id, date }] }),
    'erase-subscriber': job({ kind: 'sweep', id: person.id }),
    web: await eventOfRequest(new Request(`${publicBaseUrl}/`), now),
  };
};
