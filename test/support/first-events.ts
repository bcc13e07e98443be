import { eventOfRequest } from '../../local/http-api-event.ts';
import { receivedMailEvent } from '../../local/received-mail-event.ts';
import { replyAddress, smsNumber } from '../../local/settings.ts';
import { twilioSignature } from '../../local/twilio-signature.ts';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { localDateTime } from '../../shared/domain/time/zone-clock.ts';
import { statusCallbackUrl } from '../../shared/providers/receipts.ts';
import { subscriberItem } from '../../shared/store/subscriber-item.ts';
import { stubSecrets } from './accepting-providers.ts';

/** Where the pages and the webhook are, for whom the events are made. */
export const publicBaseUrl = 'https://backbeat.example.org';
const { twilioAuthToken, pepper } = stubSecrets;

const someWeeksAgo = (now: number): number => now - 40 * 86_400_000;

/** Somebody made up who is in the programme for some weeks. */
const subscriber = { epoch: 'abcdefgh', rev: 1, status: 'active', language: 'en', country: 'US' } as const;
const habits = { zoneSource: 'said', zoneCandidates: [], time: '09:00', position: 30, commands: [] } as const;

/** Somebody who is due now, with a phone; one for each run, so that every run is somebody's first event of the day. */
const personOf = (run: number, zone: string, now: number): Subscriber => {
  const number = `+1212555${String(1000 + run)}`;
  return {
    ...subscriber,
    ...habits,
    id: pseudonymOf(pepper, 'sms', number),
    phone: { number },
    mailbox: { address: `somebody-${run}@mail.example.org` },
    tipsBy: 'sms',
    zone,
    joinedAt: someWeeksAgo(now),
  };
};

const mailer = 'jo@example.org';
/** Somebody with a mailbox only. */
const subscriberIn = (zone: string, now: number): Subscriber => ({
  ...subscriber,
  ...habits,
  id: pseudonymOf(pepper, 'email', mailer),
  mailbox: { address: mailer },
  tipsBy: 'email',
  zone,
  joinedAt: someWeeksAgo(now),
});

/** What the table holds before so many runs of everything in `firstEvents`. */
export const firstItems = (runs: number, zone: string, now: number): readonly Record<string, unknown>[] => [
  { PK: 'ZONES', SK: 'ZONES', zones: new Set([zone]) },
  subscriberItem(subscriberIn(zone, now)),
  ...Array.from({ length: runs }, (_, run) => subscriberItem(personOf(run, zone, now))),
];

/** What the bucket holds. */
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

/** Somebody stops: the table's stream tells of it. */
const streamEvent = (id: string, now: number) => {
  const [PK, SK] = [{ S: `SUB#${id}` }, { S: 'PROFILE' }];
  const image = (status: string, rev: number) => ({
    PK,
    SK,
    status: { S: status },
    epoch: { S: subscriber.epoch },
    rev: { N: String(rev) },
  });
  const change = {
    Keys: { PK, SK },
    OldImage: image('active', 1),
    NewImage: image('stopped', 2),
    SequenceNumber: '4421584500000000017450439092',
    ApproximateCreationDateTime: Math.floor(now / 1000),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  };
  return { Records: [{ eventID: 'first', eventName: 'MODIFY', eventSource: 'aws:dynamodb', dynamodb: change }] };
};

/** A tip is sent: the same stream tells of it, by a shard that Lambda names. */
const tipStreamEvent = (id: string, date: string, now: number) => {
  const [PK, SK] = [{ S: `SUB#${id}` }, { S: `TIP#${date}` }];
  const change = {
    Keys: { PK, SK },
    NewImage: { PK, SK, state: { S: 'accepted' }, at: { N: String(now) } },
    SequenceNumber: '4421584500000000017450439093',
    ApproximateCreationDateTime: Math.floor(now / 1000),
    StreamViewType: 'NEW_AND_OLD_IMAGES',
  };
  const record = { eventID: 'second', eventName: 'INSERT', eventSource: 'aws:dynamodb', dynamodb: change };
  return {
    Records: [record],
    shardId: 'shardId-00000001414592258131-4cbb8bd2',
    state: {},
    isFinalInvokeForWindow: false,
  };
};

/** An event of each function's everyday work: a score, a tip, a receipt, a tick. */
export const firstEvents = async (
  run: number,
  zone: string,
  now: number,
): Promise<Readonly<Record<string, unknown>>> => {
  const person = personOf(run, zone, now);
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
    'alert-clinic': {},
    'send-tips': job({ kind: 'tips', dueAt: now, members: [{ id: person.id, date }] }),
    'erase-subscriber': job({ kind: 'sweep', id: person.id }),
    'keep-ledger': streamEvent(person.id, now),
    'keep-tallies': tipStreamEvent(person.id, date, now),
    web: await eventOfRequest(new Request(`${publicBaseUrl}/`), now),
    desk: await eventOfRequest(new Request(`${publicBaseUrl}/desk`), now),
  };
};
