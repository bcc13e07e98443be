import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ChannelsError, readOnlyChannel } from '../../../local/only-channel.ts';
import { startLocalService } from '../../../local/service.ts';

/** The service as a deployment of one channel is: played, and asked for the other in every way that somebody may. */
const phone = '+12125550101';
const mailbox = 'ana@quince.example';
const outboxSchema = z.object({
  messages: z.array(
    z.object({ kind: z.string(), to: z.string(), body: z.string().default(''), text: z.string().default('') }),
  ),
});

const running: { stop(): Promise<void> }[] = [];
beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue();
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const start = async (channels: 'smsOnly' | 'emailOnly') => {
  const service = await startLocalService({
    port: 0,
    folder: undefined,
    environment: process.env,
    onlyChannel: readOnlyChannel(channels),
  });
  running.push(service);
  const local = (path: string, body: unknown): Promise<Response> =>
    fetch(`${service.url}/_local/${path}`, { method: 'POST', body: JSON.stringify(body) });
  const sent = async () =>
    outboxSchema.parse(await (await fetch(`${service.url}/_local/outbox?since=0`)).json()).messages;
  const signUp = (address: string): Promise<Response> =>
    fetch(`${service.url}/signup`, {
      method: 'POST',
      body: new URLSearchParams({ address, language: 'en', zone: 'New York', time: '09:00', consent: 'on' }),
    });
  /** What is read of a page. */
  const page = async (path: string): Promise<string> =>
    (await (await fetch(service.url + path)).text()).replace(/^.*<body/s, '');
  const mail = (to: string, words: string): Promise<Response> =>
    fetch(`${service.url}/_local/inbound-email`, {
      method: 'POST',
      body: `From: ${mailbox}\r\nTo: ${to}\r\nSubject: Re\r\nMessage-ID: <${words.replaceAll(' ', '')}@x>\r\n\r\n${words}\r\n`,
    });
  return { ...service, local, sent, signUp, page, mail };
};

describe('texts alone', () => {
  it('JOIN with or without a mailbox, EMAIL and the page: all speak of texts, and tips come by text', async () => {
    const service = await start('smsOnly');
    const say = async (body: string): Promise<string> =>
      z.object({ reply: z.string() }).parse(await (await service.local('inbound-sms', { from: phone, body })).json())
        .reply;
    await service.local('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    const welcome = await say(`JOIN ${mailbox}`);
    expect(welcome).toContain('STOP to end');
    expect(welcome).toContain('by text message only');
    for (const words of [`EMAIL ${mailbox}`, 'EMAIL', 'can I get this by e-mail?', `JOIN ${mailbox}`])
      expect(await say(words), words).toContain('by text message only');
    expect(await say('HELP')).toContain('Msg & data rates');
    expect((await service.signUp(mailbox)).status).toBe(400);
    expect(await (await service.signUp('+1 212 555 0100')).text()).toContain('JOIN');
    for (const path of ['/', '/privacy', '/terms', '/nothing'])
      expect(await service.page(path), path).not.toMatch(/e-?mails?\b|mailbox/i);
    await service.local('clock', { now: '2030-01-07T14:10:00Z' });
    const tips = (await service.sent()).filter(({ kind }) => kind !== 'answer');
    expect(tips).toMatchObject([{ kind: 'tip', to: phone }]);
    expect((await service.mail('reply@backbeat.example', 'STOP')).status).toBe(409);
  });
});

describe('mail alone', () => {
  it('a sign-up, a tip, answers and SMS: all speak of mail, and nothing goes to a phone', async () => {
    const service = await start('emailOnly');
    await service.local('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    const landing = await service.page('/');
    expect(landing).not.toMatch(/sms:|\btext(?:s|ed|ing)?\b (?:JOIN|us)|phone/i);
    for (const path of ['/privacy', '/terms', '/nothing'])
      expect(await service.page(path), path).not.toMatch(/\btexts?\b|phone|Twilio|carrier/i);
    expect((await service.signUp('+1 212 555 0100')).status).toBe(400);
    expect((await service.signUp(mailbox)).status).toBe(200);
    await service.local('clock', { advance: 'PT2M' });
    const [asked] = await service.sent();
    const link = /\/confirm\/\S+/.exec(asked?.text ?? '')?.[0] ?? '';
    expect((await fetch(service.url + link, { method: 'POST' })).status).toBe(200);
    const answerTo = async (words: string): Promise<string> => {
      await service.mail('reply@backbeat.example', words);
      return (await service.sent()).at(-1)?.text ?? '';
    };
    expect(await answerTo('PAIN 6')).toContain('Answer FIX 5');
    expect(await answerTo('SMS')).toContain('by e-mail only');
    expect(await answerTo('HELP')).not.toMatch(/\btext\b|Msg & data/i);
    await service.local('clock', { now: '2030-01-07T15:00:00Z' });
    expect((await service.sent()).filter(({ kind }) => kind === 'tip')).toMatchObject([{ to: mailbox }]);
    for (const path of ['inbound', 'status'])
      expect(
        (await fetch(`${service.url}/webhooks/twilio/${path}`, { method: 'POST', body: 'Body=JOIN' })).status,
      ).toBe(404);
    expect((await service.local('inbound-sms', { from: phone, body: 'JOIN' })).status).toBe(409);
    expect((await service.sent()).filter(({ to }) => to.startsWith('+'))).toEqual([]);
  });
});

it('other channels are refused in a sentence', () => {
  expect(() => readOnlyChannel('rcsOnly')).toThrow(ChannelsError);
  expect(readOnlyChannel('both')).toBeUndefined();
});
