import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { joined, letJoin, phone } from './support/crowd.ts';
import { type MeteredService, startMeteredService } from './support/metered-service.ts';
import type { ServiceClient } from './support/service-client.ts';
import { readMetrics } from './support/told-metrics.ts';

/* The whole service in this process, and the lines of metrics that its functions print. */
let lines: string[] = [];
let service: MeteredService;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startMeteredService((line) => lines.push(line));
  coach = service.coach;
});
afterAll(async () => {
  await service.stop();
});

const { toldOf, sumOf } = readMetrics(() => lines);

/** People who joined the day before, and nothing printed since. */
const peopleWaiting = async (channel: 'sms' | 'email', people: number): Promise<void> => {
  await letJoin(coach, channel, people);
  lines = [];
};

describe('what is printed', () => {
  it('names nobody, and has a line a group, not one a person', async () => {
    await peopleWaiting('sms', 20);
    await coach.moveTo('2030-01-07T15:00:00Z');
    const [sent, ...receipts] = lines.map((line): unknown => JSON.parse(line));
    expect(sent).toEqual({
      _aws: expect.objectContaining({ Timestamp: expect.any(Number) }),
      Channel: 'sms',
      Channels: 'all',
      MessagesDue: 20,
      MessagesClaimed: 20,
      MessagesAccepted: 20,
      MessagesUnreachable: 0,
      MessagesUnknown: 0,
      MessagesBehind: 0,
    });
    expect(receipts).toHaveLength(20);
    for (const receipt of receipts) expect(receipt).toMatchObject({ MessagesDelivered: 1, MessagesUndelivered: 0 });
  });

  it('says why tips were not sent', async () => {
    await peopleWaiting('sms', 3);
    await coach.say(phone(0), 'PAUSE 7');
    await coach.say(phone(1), 'WEEKLY');
    lines = [];
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(toldOf('MessagesSkipped')).toContainEqual(['sms', 'paused', 1]);
  });

  it('is each reply once, from strangers, with red flags, and past the limit of a day', async () => {
    await coach.startAt(joined);
    lines = [];
    await coach.say(phone(0), 'JOIN', { sid: `SM${'1'.repeat(32)}` });
    await coach.say(phone(0), 'JOIN', { sid: `SM${'1'.repeat(32)}` });
    await coach.say(phone(0), 'I cannot pee and my legs are numb');
    await coach.say(phone(1), 'who is this');
    expect(sumOf('Replies')).toBe(3);
    expect(sumOf('RedFlags')).toBe(1);
    for (let index = 0; index < 60; index += 1) await coach.say(phone(2), 'HELP');
    expect(sumOf('AnswersHeldBack')).toBeGreaterThan(0);
  });

  it('is every webhook that was refused', async () => {
    lines = [];
    const body = new URLSearchParams({ MessageSid: `SM${'2'.repeat(32)}`, From: phone(0), Body: 'STOP' });
    for (const path of ['inbound', 'status'])
      await fetch(`${service.url}/webhooks/twilio/${path}`, { method: 'POST', body });
    expect(sumOf('WebhooksRefused')).toBe(2);
  });
});
