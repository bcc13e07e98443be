import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { reachPages } from '../../infra/smoke/reach-stage.ts';
import { smokeByMail } from '../../infra/smoke/smoke-by-mail.ts';
import { readOnlyChannel } from '../../local/only-channel.ts';
import { startLocalService } from '../../local/service.ts';
import { httpClient } from '../../shared/platform/http-client.ts';

/*
 * The script for the first real deployment where there is mail alone: somebody signs up on the page and pastes the link of
 * the mail. Its human is played, and the clock is moved. By texts alone: smoke.test.ts.
 */
const mailbox = 'operator@example.org';
const zone = 'America/New_York';
const infoSchema = z.object({
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

const start = async (startAt: string) => {
  const onlyChannel = readOnlyChannel('emailOnly');
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
  return { url: service.url, told, sent, move, receive, time };
};

type Started = Awaited<ReturnType<typeof start>>;
/** The human of the script: pastes the last link to confirm that came, and writes the mail. */
const humanOf =
  ({ sent, move, receive }: Started) =>
  async (what: string): Promise<string> => {
    if (what.startsWith('Write a mail')) await receive('PAIN 5');
    else await move(60_000);
    const mail = (await sent()).findLast(({ to, kind }) => to === mailbox && kind === 'confirmation');
    return mail?.text ?? '';
  };
const runByMail = async (started: Started): Promise<string> => {
  const seen: string[] = [];
  const pages = reachPages({
    baseUrl: started.url,
    send: httpClient.send,
    askHuman: humanOf(started),
    ...started.time,
  });
  const operator = { mailbox, replyAddress: started.told.replyAddress };
  await smokeByMail(pages, operator, zone, (sentence) => seen.push(sentence));
  return seen.join('\n');
};

describe('npm run smoke, by mail alone', () => {
  it('goes through every function that there is, and leaves nothing behind', async () => {
    const started = await start('2030-01-07T15:00:00Z');
    const seen = await runByMail(started);
    for (const name of [
      ...['web', 'schedule-tips', 'send-tips-email', 'delivery-events', 'email-inbound', 'erase-subscriber'],
    ])
      expect(seen, name).toContain(name);
    expect(seen).not.toContain('LEFT OUT');
    expect((await started.sent()).filter(({ kind }) => kind === 'tip')).toHaveLength(1);
  });
});

/** A deployment that answers as it is told, at three in the afternoon. */
const answering = (pasted: string, diary: object) => {
  const pages: Readonly<Record<string, string>> = {
    '/health': 'ok',
    '/privacy': 'Backbeat',
    '/confirm/abc': '<a href="/diary/xyz">',
    '/diary/xyz/export.json': JSON.stringify(diary),
  };
  const answer = async (path: string) => ({ status: 200, body: pages[path] ?? '' });
  const now = () => Date.parse('2030-01-07T15:00:00Z');
  return { get: answer, submit: answer, askHuman: async () => pasted, wait: async () => {}, now };
};
const empty = { subscription: { zone, status: 'active' }, addresses: { mailbox }, tips: [], entries: [] };
const refusal = (pasted: string, diary: object): Promise<void> =>
  smokeByMail(answering(pasted, diary), { mailbox, replyAddress: 'reply@backbeat.example' }, zone, () => {});

describe('npm run smoke, by mail alone, refuses', () => {
  it('what is no link to confirm, and says where to look', async () => {
    await expect(refusal('https://elsewhere.example/', empty)).rejects.toThrow(/send-tips-email/);
  });

  it('a mailbox that has a diary: it would be erased', async () => {
    const kept = { ...empty, entries: [{ score: 8 }] };
    await expect(refusal('https://coach.example/confirm/abc', kept)).rejects.toThrow(/use another mailbox/);
  });

  it('to wait for ever for a mail that does not arrive', async () => {
    await expect(refusal('https://coach.example/confirm/abc', empty)).rejects.toThrow(/MX record/);
  });
});
