import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClient, pathOfLink, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const maya = '+12125550123';
const jo = 'jo@example.org';

let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
/** Ten minutes before nine in New York. */
beforeEach(() => coach.startAt('2030-01-07T13:50:00Z'));

const toNextMorning = async (): Promise<void> => {
  await coach.jumpTo('2030-01-08T13:55:00Z');
  await coach.moveTo('2030-01-08T14:05:00Z');
};
const subscribeByMail = async (): Promise<void> => {
  const fields = { address: jo, language: 'en', zone: 'America/New_York', time: '09:00', consent: 'on' };
  await coach.submit('/signup', fields);
  await coach.advance('PT0S');
  const [mail] = await coach.outbox(jo);
  await coach.submit(pathOfLink(mail?.text ?? '', 'confirm'), {});
};

/** What somebody got unasked: tips, and the question that takes a tip's place after a week of silence. */
const unaskedTo = async (to: string) =>
  (await coach.outbox(to)).filter(({ kind }) => kind === 'tip' || kind === 'nudge');

/** On which of so many days, the first of them the 7th, somebody's tip or what takes its place went out. */
const tippedDays = async (to: string, days: number, from = 0): Promise<number[]> => {
  for (let day = from; day < days; day += 1) {
    const date = new Date(Date.parse('2030-01-07') + day * 86_400_000).toISOString().slice(0, 10);
    await coach.jumpTo(`${date}T13:59:00Z`);
    await coach.moveTo(`${date}T14:01:00Z`);
  }
  return (await unaskedTo(to)).map(({ at }) => (Date.parse(at.slice(0, 10)) - Date.parse('2030-01-07')) / 86_400_000);
};

describe('Twilio', () => {
  beforeEach(async () => {
    await coach.say(maya, 'JOIN');
  });

  it.each([
    ['fails three times', { http: 503, times: 3 }],
    ['says to slow down', { http: 429, times: 3 }],
    ['says to slow down in its own words', { error: 20429, times: 2 }],
    ['takes it and hangs up', { error: 'accept-then-hang-up' }],
    ['takes it, hangs up and sends no receipt', { error: 'accept-then-hang-up', dropReceipt: true }],
    ['takes it and the carrier is congested', { error: 30017 }],
  ])('%s: one tip, not none, not two', async (_, fault) => {
    await coach.fault({ channel: 'sms', to: maya, ...fault });
    await coach.moveTo('2030-01-07T15:30:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
    await toNextMorning();
    expect(await coach.tipsTo(maya)).toHaveLength(2);
  });

  it.each([30003, 30008])(
    'cannot deliver (%i) for 30 days: three tips, then one a week, and the diary says why',
    async (error) => {
      const path = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
      await coach.fault({ channel: 'sms', to: maya, error, times: 100 });
      await tippedDays(maya, 5);
      expect((await coach.page(path)).body).toContain('Tips are paused');
      expect(await tippedDays(maya, 30, 5)).toEqual([0, 1, 2, 9, 16, 23]);
      await coach.fault({ channel: 'sms', to: maya, times: 0 });
      await coach.say(maya, 'PAIN 5');
      expect((await coach.page(pathOfLink(await coach.say(maya, 'DIARY'), 'diary'))).body).not.toContain(
        'Tips are paused',
      );
      await coach.jumpTo('2030-02-06T13:59:00Z');
      await coach.moveTo('2030-02-06T14:01:00Z');
      expect(await unaskedTo(maya)).toHaveLength(7);
    },
  );

  it('out for an hour: the tips of that hour come late, each once', async () => {
    const others = ['+12125550124', '+12125550125', '+12125550126'];
    for (const other of others) await coach.say(other, 'JOIN');
    await coach.fault({ channel: 'sms', times: 1000, http: 503 });
    await coach.moveTo('2030-01-07T15:00:00Z');
    expect(await coach.outbox()).toSatisfy((sent: { kind: string }[]) => sent.every(({ kind }) => kind !== 'tip'));
    await coach.fault({ channel: 'sms', times: 0 });
    await coach.moveTo('2030-01-07T16:05:00Z');
    for (const number of [maya, ...others]) expect(await coach.tipsTo(number), number).toHaveLength(1);
  });

  it('out all morning: a tip more than two hours late is left out, tomorrow’s comes', async () => {
    await coach.fault({ channel: 'sms', times: 1000, http: 503 });
    await coach.moveTo('2030-01-07T16:05:00Z');
    await coach.fault({ channel: 'sms', times: 0 });
    await coach.moveTo('2030-01-07T17:30:00Z');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await toNextMorning();
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it('slow: the tip is waited for, and sent once', async () => {
    await coach.fault({ channel: 'sms', to: maya, delayMs: 1200 });
    const before = performance.now();
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(performance.now() - before).toBeGreaterThan(1100);
    await coach.moveTo('2030-01-07T15:00:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it.each([21610, 21614, 30005])('says %i: that number is not tried again', async (error) => {
    await coach.fault({ channel: 'sms', to: maya, error });
    await coach.moveTo('2030-01-07T14:30:00Z');
    const sent = (await coach.tipsTo(maya)).length;
    await toNextMorning();
    expect(await coach.tipsTo(maya)).toHaveLength(sent);
  });

  it('says the number is no longer in use (30005): its next owner does not read the diary', async () => {
    await coach.say(maya, 'PAIN 6');
    const path = pathOfLink(await coach.say(maya, 'DIARY'), 'diary');
    await coach.fault({ channel: 'sms', to: maya, error: 30005 });
    await coach.moveTo('2030-01-07T14:30:00Z');
    await coach.say(maya, 'JOIN');
    expect((await coach.page(path)).status).toBe(404);
    expect(await coach.diary(pathOfLink(await coach.say(maya, 'DIARY'), 'diary'))).toEqual([]);
  });
});

describe('SES', () => {
  beforeEach(subscribeByMail);

  it.each([
    ['says to slow down', { error: 'TooManyRequestsException', times: 2 }],
    ['fails twice', { http: 503, times: 2 }],
    ['takes it and hangs up', { error: 'accept-then-hang-up' }],
  ])('%s: one tip, not none, not two', async (_, fault) => {
    await coach.fault({ channel: 'email', to: jo, ...fault });
    await coach.moveTo('2030-01-07T15:30:00Z');
    expect(await coach.tipsTo(jo)).toHaveLength(1);
    await toNextMorning();
    expect(await coach.tipsTo(jo)).toHaveLength(2);
  });

  it.each([
    ['bounce-transient', [0, 1, 2, 9]],
    ['bounce-permanent', [0]],
    ['complaint', [0]],
  ])('accepts every mail and says %s: tips on the days %j of ten', async (error, days) => {
    await coach.fault({ channel: 'email', to: jo, error, times: 100 });
    expect(await tippedDays(jo, 10)).toEqual(days);
  });

  it('refuses one mail: the texts of that morning are not held up', async () => {
    await coach.say(maya, 'JOIN');
    await coach.fault({ channel: 'email', to: jo, error: 'MessageRejected' });
    await coach.moveTo('2030-01-07T14:05:00Z');
    expect(await coach.tipsTo(jo)).toEqual([]);
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });

  it('fails over an answer: the reply is stored once, and answered once it works again', async () => {
    const { replyAddress } = await coach.info();
    await coach.fault({ channel: 'email', to: jo, error: 'TooManyRequestsException' });
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'PAIN 6' });
    const answers = (await coach.outbox(jo)).filter(({ kind }) => kind === 'answer');
    expect(answers).toHaveLength(1);
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'DIARY' });
    const path = pathOfLink((await coach.outbox(jo)).at(-1)?.text ?? '', 'diary');
    expect((await coach.diary(path)).map(({ score }) => score)).toEqual([6]);
  });
});
