import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { reach, reachPages } from '../../infra/smoke/reach-stage.ts';
import { smoke } from '../../infra/smoke/smoke.ts';
import { smokeByMail } from '../../infra/smoke/smoke-by-mail.ts';
import { readOnlyChannel } from '../../local/only-channel.ts';
import { startLocalService } from '../../local/service.ts';
import { httpClient } from '../../shared/platform/http-client.ts';

/*
 * The script for the first real deployment where there is one channel: by mail alone somebody signs up on the page and
 * pastes the link of the mail; by text alone no mailbox is asked for. Its human is played, and the clock is moved.
 */
const mailbox = 'operator@example.org';
const zone = 'America/New_York';
const infoSchema = z.object({
  twilioAuthToken: z.string(),
  smsNumber: z.string().default(''),
  replyAddress: z.string().default(''),
  now: z.iso.datetime(),
});
const outboxSchema = z.object({
  messages: z.array(z.object({ kind: z.string(), to: z.string(), text: z.string().default('') })),
});

beforeAll(() => {
  for (const method of ['info', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {});
});
afterAll(() => vi.restoreAllMocks());
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const start = async (channels: 'smsOnly' | 'emailOnly', startAt: string) => {
  const onlyChannel = readOnlyChannel(channels);
  const service = await startLocalService({ port: 0, folder: undefined, environment: process.env, onlyChannel });
  running.push(service);
  const local = async (path: string, body?: string): Promise<unknown> => {
    const answer = await fetch(`${service.url}/_local/${path}`, body === undefined ? {} : { method: 'POST', body });
    return answer.json();
  };
  await local('clock', JSON.stringify({ now: startAt, jump: true }));
  const told = infoSchema.parse(await local('info'));
  let now = Date.parse(told.now);
  const move = async (milliseconds: number): Promise<void> => {
    now += milliseconds;
    await local('clock', JSON.stringify({ now: new Date(now).toISOString() }));
  };
  const sent = async () => outboxSchema.parse(await local('outbox?since=0')).messages;
  const receive = (words: string) =>
    local(
      'inbound-email',
      `From: ${mailbox}\r\nTo: ${told.replyAddress}\r\nSubject: Re\r\nMessage-ID: <${now}@x>\r\n\r\n${words}\r\n`,
    );
  const time = { wait: () => move(30_000), now: () => now };
  return { url: service.url, told, local, sent, move, receive, time };
};

type Started = Awaited<ReturnType<typeof start>>;
/** The human of the script: pastes the last link to confirm that came, and writes the mail. */
const humanOf =
  ({ sent, move, receive }: Started, paste = (text: string) => text) =>
  async (what: string): Promise<string> => {
    if (what.startsWith('Write a mail')) await receive('PAIN 5');
    else await move(60_000);
    const mail = (await sent()).findLast(({ to, kind }) => to === mailbox && kind === 'confirmation');
    return paste(mail?.text ?? '');
  };
const runByMail = async (started: Started, paste?: (text: string) => string): Promise<string> => {
  const seen: string[] = [];
  const pages = reachPages({
    baseUrl: started.url,
    send: httpClient.send,
    askHuman: humanOf(started, paste),
    ...started.time,
  });
  const operator = { mailbox, replyAddress: started.told.replyAddress };
  await smokeByMail(pages, operator, zone, (sentence) => seen.push(sentence));
  return seen.join('\n');
};

describe('npm run smoke, by mail alone', () => {
  it('goes through every function that there is, and leaves nothing behind', async () => {
    const started = await start('emailOnly', '2030-01-07T15:00:00Z');
    const seen = await runByMail(started);
    for (const name of [
      ...['web', 'schedule-tips', 'send-tips-email', 'delivery-events', 'email-inbound', 'erase-subscriber'],
    ])
      expect(seen, name).toContain(name);
    expect(seen).not.toContain('LEFT OUT');
    expect((await started.sent()).filter(({ kind }) => kind === 'tip')).toHaveLength(1);
  });

  it('says what it leaves out by night', async () => {
    const started = await start('emailOnly', '2030-01-08T04:00:00Z');
    expect(await runByMail(started)).toContain('LEFT OUT, a tip by mail');
    expect((await started.sent()).filter(({ kind }) => kind === 'tip')).toEqual([]);
  });

  it('refuses what is no link to confirm, and says where to look', async () => {
    const started = await start('emailOnly', '2030-01-07T15:00:00Z');
    await expect(runByMail(started, () => 'https://elsewhere.example/')).rejects.toThrow(/send-tips-email/);
  });

  it('refuses a mailbox that has a diary: it would be erased', async () => {
    const started = await start('emailOnly', '2030-01-07T15:00:00Z');
    const kept = runByMail(started, (text) => {
      if (text !== '') throw new Error('the human goes away once the mail is there');
      return text;
    });
    await expect(kept).rejects.toThrow('goes away');
    const text = (await started.sent()).findLast(({ kind }) => kind === 'confirmation')?.text ?? '';
    const [link = ''] = /\/confirm\/[\w.~-]+/.exec(text) ?? [];
    await fetch(`${started.url}${link}`, { method: 'POST', body: new URLSearchParams() });
    await started.receive('PAIN 8');
    await expect(runByMail(started)).rejects.toThrow(/use another mailbox/);
  });
});

describe('npm run smoke, by text alone', () => {
  it('goes through every function that there is, and asks for no mailbox', async () => {
    const started = await start('smsOnly', '2030-01-07T15:00:00Z');
    const { twilioAuthToken: authToken, smsNumber: to } = started.told;
    const seen: string[] = [];
    const askHuman = async (what: string): Promise<string> => {
      throw new Error(`nobody is asked: ${what}`);
    };
    const parts = { baseUrl: started.url, authToken, to, send: httpClient.send, askHuman, ...started.time };
    await smoke(reach({ ...parts, from: '+12125550142' }), undefined, (sentence) => seen.push(sentence));
    for (const name of ['web', 'sms-inbound', 'schedule-tips', 'send-tips-sms', 'delivery-events', 'erase-subscriber'])
      expect(seen.join('\n'), name).toContain(name);
    expect(seen.join('\n')).not.toMatch(/email-inbound|LEFT OUT/);
  });
});
