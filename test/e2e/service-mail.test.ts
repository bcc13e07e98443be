import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createServiceClient, pathOfLink, type SentMessage, type ServiceClient } from './support/service-client.ts';
import { type ServiceProcess, startServiceProcess } from './support/service-process.ts';

const jo = 'jo@example.org';
const maya = '+12125550123';
const form = { address: jo, language: 'en', zone: 'Europe/London', time: '09:00', consent: 'on' };

let service: ServiceProcess;
let coach: ServiceClient;

beforeAll(async () => {
  service = await startServiceProcess();
  coach = createServiceClient(service.url);
});
afterAll(() => service.stop());
/** Ten minutes before nine in London. */
beforeEach(() => coach.startAt('2030-01-07T08:50:00Z'));

const confirmationPath = async (to: string): Promise<string> => {
  await coach.advance('PT0S');
  const mail = (await coach.outbox(to)).findLast(({ kind }) => kind === 'confirmation');
  return pathOfLink(mail?.text ?? '', 'confirm');
};
const subscribe = async (address = jo): Promise<void> => {
  await coach.submit('/signup', { ...form, address });
  expect((await coach.submit(await confirmationPath(address), {})).status).toBe(200);
};
const toMorning = async (day: string): Promise<void> => {
  await coach.jumpTo(`${day}T08:55:00Z`);
  await coach.moveTo(`${day}T09:05:00Z`);
};
const tipOf = async (to: string): Promise<SentMessage> => {
  const tip = (await coach.tipsTo(to)).at(-1);
  if (tip === undefined) throw new Error(`no tip went to ${to}`);
  return tip;
};
const unsubscribePath = ({ headers }: SentMessage): string =>
  pathOfLink(headers['List-Unsubscribe'] ?? '', 'unsubscribe');
/** The scores in the diary of this mailbox's owner, by the link in the answer to DIARY. */
const scoresByMail = async (address: string, replyTo: string): Promise<readonly (number | null)[]> => {
  await coach.receiveMail({ from: address, to: replyTo, words: 'DIARY' });
  const answer = (await coach.outbox(address)).findLast(({ kind }) => kind === 'answer');
  return (await coach.diary(pathOfLink(answer?.text ?? '', 'diary'))).map(({ score }) => score);
};

describe('signing up with a mailbox', () => {
  it('brings nothing but one confirmation mail until its button is pressed', async () => {
    expect((await coach.submit('/signup', form)).status).toBeLessThan(400);
    const path = await confirmationPath(jo);
    expect((await coach.page(path)).body).toContain('<button');
    await coach.moveTo('2030-01-07T09:05:00Z');
    expect((await coach.outbox(jo)).map(({ kind }) => kind)).toEqual(['confirmation']);
    expect((await coach.submit(path, {})).status).toBe(200);
    await toMorning('2030-01-08');
    expect((await coach.tipsTo(jo)).map(({ at }) => at)).toEqual(['2030-01-08T09:00:00.000Z']);
  });

  it('looks the same for an address that is known already', async () => {
    const first = await coach.submit('/signup', form);
    const stranger = await first.text();
    await coach.submit(await confirmationPath(jo), {});
    const second = await coach.submit('/signup', form);
    expect(second.status).toBe(first.status);
    expect(await second.text()).toBe(stranger);
  });

  it('needs consent and an address that can be one', async () => {
    const { consent: _, ...withoutConsent } = form;
    for (const fields of [withoutConsent, { ...form, address: 'jo at example' }]) {
      expect((await coach.submit('/signup', fields)).status).toBe(400);
    }
    await coach.moveTo('2030-01-07T09:05:00Z');
    expect(await coach.outbox()).toEqual([]);
  });

  it('with a phone number shows how to text us, and texts nobody', async () => {
    const response = await coach.submit('/signup', { ...form, address: '(212) 555-0123' });
    const location = response.headers.get('location');
    const shown = location === null ? await response.text() : (await coach.page(location)).body;
    expect(shown).toContain('sms:');
    await coach.moveTo('2030-01-07T09:05:00Z');
    expect(await coach.outbox()).toEqual([]);
  });
});

describe('a tip by mail', () => {
  beforeEach(async () => {
    await subscribe();
    await coach.moveTo('2030-01-07T09:05:00Z');
  });

  it('reads without images or HTML and says how to leave', async () => {
    const { subject, text, html, headers } = await tipOf(jo);
    expect(subject.length).toBeGreaterThan(5);
    expect(text.length).toBeGreaterThan(100);
    expect(html).toMatch(/^<!doctype html>/i);
    expect(html).not.toMatch(/<img|<script/i);
    expect(headers).toMatchObject({
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
    });
    expect(headers['Reply-To']).toMatch(/^reply\+[a-z2-7]+@/);
  });

  it('is not unsubscribed from by a scanner that opens every link', async () => {
    expect((await coach.page(unsubscribePath(await tipOf(jo)))).status).toBe(200);
    await toMorning('2030-01-08');
    expect(await coach.tipsTo(jo)).toHaveLength(2);
  });

  it.each([
    ['urlencoded', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    [
      'multipart',
      (() => {
        const parts = new FormData();
        parts.set('List-Unsubscribe', 'One-Click');
        return parts;
      })(),
    ],
  ])('ends with one click, %s (RFC 8058)', async (_, body) => {
    const response = await coach.post(unsubscribePath(await tipOf(jo)), body);
    expect(response.status).toBe(200);
    await toMorning('2030-01-08');
    expect(await coach.tipsTo(jo)).toHaveLength(1);
  });

  it('ends with a mail to the unsubscribe address, marked automatic as mail programs do', async () => {
    const [, address = ''] = /<mailto:([^?>]+)/.exec((await tipOf(jo)).headers['List-Unsubscribe'] ?? '') ?? [];
    await coach.receiveMail({
      from: jo,
      to: address,
      subject: 'unsubscribe',
      words: '',
      headers: { 'Auto-Submitted': 'auto-generated' },
    });
    await toMorning('2030-01-08');
    expect(await coach.tipsTo(jo)).toHaveLength(1);
  });

  it('is answered in the writer’s own words: what is quoted under them counts for nothing', async () => {
    const replyTo = (await tipOf(jo)).headers['Reply-To'] ?? '';
    const quoted = `On Mon, 7 Jan 2030 at 09:00, Backbeat wrote:\r\n> Reply PAIN 9\r\n> STOP ends it`;
    await coach.receiveMail({
      from: `Jo <${jo}>`,
      to: replyTo,
      words: `PAIN 3\r\n\r\n${quoted}\r\n`,
      headers: { 'Message-ID': '<a-reply@mail.example>' },
    });
    const answer = (await coach.outbox(jo)).at(-1);
    expect(answer).toMatchObject({ kind: 'answer', headers: { 'In-Reply-To': '<a-reply@mail.example>' } });
    expect(answer?.text).toContain('3 is in your diary');
    expect(await scoresByMail(jo, replyTo)).toEqual([3]);
  });

  it('is not answered by machines, forgers or viruses', async () => {
    const { replyAddress } = await coach.info();
    const before = (await coach.outbox()).length;
    const failing = 'dmarc=FAIL,dkim=FAIL,spf=FAIL,spam=PASS,virus=PASS';
    const away = { 'Auto-Submitted': 'auto-replied' };
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'PAIN 9', verdicts: failing });
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'PAIN 8', verdicts: 'virus=FAIL' });
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'Away until Monday, pain 7', headers: away });
    await coach.advance('PT1M');
    expect(await coach.outbox()).toHaveLength(before);
    await coach.receiveMail({ from: jo, to: replyAddress, words: 'PAIN 4' });
    expect(await scoresByMail(jo, replyAddress)).toEqual([4]);
  });
});

describe('a mailbox that does not want us', () => {
  it.each(['bounce+jo@simulator.amazonses.com', 'complaint+jo@simulator.amazonses.com'])(
    '%s gets one tip and no other',
    async (address) => {
      await subscribe(address);
      await subscribe();
      await coach.moveTo('2030-01-07T09:05:00Z');
      for (const day of ['2030-01-08', '2030-01-09']) await toMorning(day);
      expect(await coach.tipsTo(jo)).toHaveLength(3);
      expect((await coach.tipsTo(address)).length).toBeLessThanOrEqual(1);
    },
  );
});

describe('one person with a phone and a mailbox', () => {
  it('has one diary, tips in one place, and one STOP for both', async () => {
    await coach.say(maya, 'JOIN maya@example.org');
    await coach.submit(await confirmationPath('maya@example.org'), {});
    await coach.say(maya, 'ZONE London');
    await coach.moveTo('2030-01-07T09:05:00Z');
    const tip = await tipOf('maya@example.org');
    expect(await coach.tipsTo(maya)).toEqual([]);
    await coach.receiveMail({ from: 'maya@example.org', to: tip.headers['Reply-To'] ?? '', words: 'my pain is a 2' });
    await coach.advance('PT1M');
    await coach.say(maya, 'PAIN 5');
    const entries = await coach.diary(pathOfLink(await coach.say(maya, 'DIARY'), 'diary'));
    expect(entries.map(({ score, channel }) => [score, channel])).toEqual([
      [2, 'email'],
      [5, 'sms'],
    ]);
    await coach.say(maya, 'STOP');
    await toMorning('2030-01-08');
    expect(await coach.tipsTo('maya@example.org')).toHaveLength(1);
  });

  it('is offered tips by text, once, if the mailbox never confirms', async () => {
    await coach.startAt('2030-01-07T13:50:00Z');
    await coach.say(maya, 'JOIN maya@example.org');
    for (const day of ['2030-01-08', '2030-01-09', '2030-01-10']) {
      await coach.jumpTo(`${day}T13:55:00Z`);
      await coach.moveTo(`${day}T14:05:00Z`);
    }
    const offers = (await coach.outbox(maya)).filter(({ kind }) => kind === 'alert');
    expect(offers.map(({ body }) => body)).toEqual([expect.stringContaining('Text SMS')]);
    await coach.say(maya, 'SMS');
    await coach.jumpTo('2030-01-11T13:55:00Z');
    await coach.moveTo('2030-01-11T14:05:00Z');
    expect(await coach.tipsTo(maya)).toHaveLength(1);
  });
});
