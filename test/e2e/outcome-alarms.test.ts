import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMetrics } from '../../shared/platform/metrics.ts';
import { localNamespace, openAlarmBoard } from './support/alarm-board.ts';
import { joined, letJoin, mailbox, phone, unsubscribeLinkOf } from './support/crowd.ts';
import { type MeteredService, startMeteredService } from './support/metered-service.ts';
import type { ServiceClient } from './support/service-client.ts';
import { readMetrics } from './support/told-metrics.ts';

/*
 * The whole service in this process, its providers made to fail; the lines that its functions print; and the alarms of the
 * template, evaluated over those lines by their own definitions.
 */
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

const due = '2030-01-07T14:00:00Z';
const { ringsAfter, ringing } = openAlarmBoard(() => lines, due);
const { sumOf } = readMetrics(() => lines);

/** People who joined the day before, and nothing printed since. */
const peopleWaiting = async (channel: 'sms' | 'email', people: number): Promise<void> => {
  await letJoin(coach, channel, people);
  lines = [];
};

const always = 1_000_000;

describe('a channel that stops for everybody', () => {
  it.each(['21606', '29999'])('rings at once when Twilio answers every send with %s', async (error) => {
    await peopleWaiting('sms', 3);
    await coach.fault({ channel: 'sms', error, times: always });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect(ringing()).toEqual(['sms-not-accepted']);
    expect(ringsAfter('sms-not-accepted')).toBeLessThanOrEqual(1);
  });

  it.each(['AccountSuspendedException', 'SomethingNewException'])(
    'rings at once when SES answers every send with %s',
    async (error) => {
      await peopleWaiting('email', 2);
      await coach.fault({ channel: 'email', error, times: always });
      await coach.moveTo('2030-01-07T14:02:00Z');
      expect(ringing()).toEqual(['email-not-accepted']);
      expect(ringsAfter('email-not-accepted')).toBeLessThanOrEqual(1);
    },
  );

  // One person for each answer, in one world: the alarm rings for what was due, not accepted and not unreachable.
  it.each([
    [
      'sms',
      [
        ...['20003', '20005', '20151', '20403', '20404', '21212', '21603', '21606', '21607', '21608'],
        ...['21616', '21657', '21659', '21660', '21661', '21701', '21702', '21703', '21704', '21705', '21712'],
        // Codes that we have no row for, and refusals that are no configuration: the outcome counts, not its name.
        ...['29999', '21408', '21602', '21617', '30610'],
      ],
    ],
    [
      'email',
      [
        ...['AccessDeniedException', 'SendingPausedException', 'AccountSuspendedException', 'MessageRejected'],
        ...['MailFromDomainNotVerifiedException', 'NotFoundException', 'BadRequestException'],
        ...['UnrecognizedClientException', 'InvalidSignatureException', 'ExpiredTokenException'],
        'SomethingNewException',
      ],
    ],
  ] as const)('counts each refusal of the provider of %s as not accepted', async (channel, errors) => {
    await peopleWaiting(channel, errors.length);
    const to = channel === 'sms' ? phone : mailbox;
    for (const [index, error] of errors.entries()) await coach.fault({ channel, to: to(index), error, times: always });
    await coach.moveTo('2030-01-07T14:00:00Z');
    expect([sumOf('MessagesDue'), sumOf('MessagesAccepted'), sumOf('MessagesUnreachable')]).toEqual([
      errors.length,
      0,
      0,
    ]);
    expect(ringing()).toEqual([`${channel}-not-accepted`]);
  });

  it.each([
    ['sms', { http: 500 }],
    ['sms', { http: 503 }],
    ['sms', { error: '20503' }],
    ['email', { http: 500 }],
    ['email', { error: 'InternalServiceErrorException' }],
  ] as const)('rings within a quarter of an hour when %s is answered with %o for hours', async (channel, fault) => {
    await peopleWaiting(channel, 2);
    await coach.fault({ channel, ...fault, times: always });
    await coach.moveTo('2030-01-07T14:20:00Z');
    expect(ringsAfter(`${channel}-not-accepted`)).toBeLessThanOrEqual(15);
  });

  it.each([
    ['sms', '20429'],
    ['sms', '21611'],
    ['email', 'TooManyRequestsException'],
    ['email', 'LimitExceededException'],
  ] as const)('rings after half an hour when %s is throttled with %s for hours', async (channel, error) => {
    await peopleWaiting(channel, 2);
    await coach.fault({ channel, error, times: always });
    await coach.moveTo('2030-01-07T14:50:00Z');
    for (const heading of [`${channel}-not-accepted`, 'tips-behind']) {
      expect(ringsAfter(heading), heading).toBeLessThanOrEqual(46);
      if (channel === 'sms') expect(ringsAfter(heading), heading).toBeGreaterThanOrEqual(30);
    }
  });

  it('rings for who got their tip half an hour after their place in the queue, though all were taken', async () => {
    await peopleWaiting('sms', 1);
    await coach.fault({ channel: 'sms', error: '20429', times: 12 });
    await coach.moveTo('2030-01-07T15:20:00Z');
    expect(await coach.tipsTo(phone(0))).toHaveLength(1);
    expect(ringsAfter('tips-behind')).toBeGreaterThanOrEqual(30);
  });

  it('rings when Twilio calls everybody unreachable, by whichever code', async () => {
    const errors = ['21211', '21610', '21612', '21614'];
    await peopleWaiting('sms', errors.length);
    for (const [index, error] of errors.entries())
      await coach.fault({ channel: 'sms', to: phone(index), error, times: always });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect(sumOf('MessagesUnreachable')).toBe(errors.length);
    expect(ringing()).toEqual(['sms-not-accepted']);
  });

  it('rings when one text is taken and then not delivered because of how we are set up', async () => {
    await peopleWaiting('sms', 1);
    await coach.fault({ channel: 'sms', error: '30034', times: always });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect(ringing()).toEqual(['sms-not-delivered']);
    expect(ringsAfter('sms-not-delivered')).toBeLessThanOrEqual(2);
  });

  it('rings when several texts end with 30007', async () => {
    await peopleWaiting('sms', 3);
    await coach.fault({ channel: 'sms', error: '30007', times: always });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect(ringing()).toEqual(['sms-not-delivered', 'sms-undelivered']);
  });

  it('counts each end of a text that is for us to mend', async () => {
    const ours = ['30002', '30024', '30032', '30033', '30034', '30454'];
    const filtered = ['30001', '30007', '30019', '30023', '30027', '30035', '30450', '30999'];
    const errors = [...ours, ...filtered];
    await peopleWaiting('sms', errors.length);
    for (const [index, error] of errors.entries())
      await coach.fault({ channel: 'sms', to: phone(index), error, times: always });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect([sumOf('ReceiptsMisconfigured'), sumOf('ReceiptsSuspect')]).toEqual([ours.length, filtered.length]);
  });

  it('rings for tips of the evening, though the window closes before they are late', async () => {
    await coach.startAt(joined);
    await coach.say(phone(0), 'JOIN');
    await coach.say(phone(0), 'TIME 7:55pm');
    await coach.jumpTo('2030-01-08T00:50:00Z');
    lines = [];
    // The provider is well again a few minutes after eight in the evening: too late, though not by two hours.
    await coach.fault({ channel: 'sms', http: 503, times: 3 });
    await coach.moveTo('2030-01-08T04:00:00Z');
    expect(await coach.tipsTo(phone(0))).toEqual([]);
    expect(ringsAfter('sms-not-accepted', '2030-01-08T00:55:00Z')).toBeDefined();
  });

  it('rings when mailboxes are not asked to confirm', async () => {
    await coach.startAt(joined);
    lines = [];
    await coach.fault({ channel: 'email', error: 'AccessDeniedException', times: always });
    await coach.submit('/signup', {
      address: mailbox(0),
      language: 'en',
      zone: 'America/New_York',
      time: '09:00',
      consent: 'on',
    });
    await coach.advance('PT1H');
    expect(ringsAfter('email-not-accepted', joined)).toBeLessThanOrEqual(2);
  });
});

describe('what goes wrong for some', () => {
  it('rings when a mail was handed over and no answer came: nobody knows whether it was sent', async () => {
    await peopleWaiting('email', 3);
    await coach.fault({ channel: 'email', to: mailbox(1), error: 'accept-then-hang-up', times: 1 });
    await coach.moveTo('2030-01-07T14:02:00Z');
    expect(ringsAfter('tips-unknown')).toBeLessThanOrEqual(1);
  });

  it.each([
    [2, 3, false],
    [3, 5, true],
    [3, 16, false],
  ])('%d of %d phones that are off: rings is %s', async (off, people, rings) => {
    await peopleWaiting('sms', people);
    for (let index = 0; index < off; index += 1)
      await coach.fault({ channel: 'sms', to: phone(index), error: '30003', times: always });
    await coach.moveTo('2030-01-07T15:00:00Z');
    expect(ringing()).toEqual(rings ? ['sms-undelivered'] : []);
  });

  it('rings when five people leave in a day, however they do', async () => {
    await peopleWaiting('sms', 4);
    const link = await unsubscribeLinkOf(coach, 4);
    await coach.moveTo('2030-01-07T14:30:00Z');
    for (let index = 0; index < 3; index += 1) await coach.say(phone(index), index === 0 ? 'stop texting me' : 'STOP');
    await coach.submit(link, { 'List-Unsubscribe': 'One-Click' });
    // A second STOP of the same person is not counted.
    await coach.say(phone(0), 'STOP');
    expect(ringing()).toEqual([]);
    await coach.say(phone(3), 'STOP');
    expect(ringing()).toEqual(['tips-opt-outs']);
  });

  it('stays silent when they are five of three hundred', async () => {
    await peopleWaiting('sms', 5);
    await coach.moveTo('2030-01-07T14:30:00Z');
    for (let index = 0; index < 5; index += 1) await coach.say(phone(index), 'STOP');
    expect(ringing()).toEqual(['tips-opt-outs']);
    const count = createMetrics({
      namespace: localNamespace,
      clock: { now: () => Date.parse(due) },
      print: (line) => lines.push(line),
    });
    count('email', { due: 295, claimed: 295, accepted: 295, unreachable: 0, unknown: 0, behind: 0 });
    expect(ringing()).toEqual([]);
  });
});

describe('nobody is woken', () => {
  it.each(['sms', 'email'] as const)('by %s that works, for two days', async (channel) => {
    await peopleWaiting(channel, 3);
    await coach.moveTo('2030-01-08T15:00:00Z');
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(ringing()).toEqual([]);
  });

  it.each([
    ['sms', { error: '20429' }],
    ['sms', { http: 503 }],
    ['sms', { error: 'accept-then-hang-up' }],
    ['email', { http: 500 }],
    ['email', { error: 'TooManyRequestsException' }],
  ] as const)('by a hiccup of %s: %o once', async (channel, fault) => {
    await peopleWaiting(channel, 3);
    await coach.fault({ channel, ...fault, times: 1 });
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(ringing()).toEqual([]);
  });

  it.each(['21610', '30005'])('by one person whose number answers %s', async (error) => {
    await peopleWaiting('sms', 3);
    await coach.fault({ channel: 'sms', to: phone(1), error, times: always });
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(ringing()).toEqual([]);
  });

  it('by single numbers that fail, with any error, among many that work', async () => {
    const errors = ['21610', '21614', '21211', '30005', '30006', '30003', '30008', '30036'];
    await peopleWaiting('sms', 4 * errors.length);
    for (const [index, error] of errors.entries())
      await coach.fault({ channel: 'sms', to: phone(index), error, times: always });
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(sumOf('MessagesUnreachable')).toBe(3);
    expect(sumOf('MessagesUndelivered')).toBe(5);
    expect([sumOf('ReceiptsMisconfigured'), sumOf('ReceiptsSuspect')]).toEqual([0, 0]);
    expect(ringing()).toEqual([]);
  });

  it('by tips that are skipped for a reason: paused, stopped', async () => {
    await peopleWaiting('sms', 3);
    await coach.say(phone(0), 'PAUSE 7');
    await coach.say(phone(1), 'STOP');
    await coach.moveTo('2030-01-07T14:30:00Z');
    expect(ringing()).toEqual([]);
    expect(await coach.tipsTo(phone(2))).toHaveLength(1);
  });
});
