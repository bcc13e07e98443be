import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ListenError } from '../../../local/http-server.ts';
import { startLocalService } from '../../../local/service.ts';

const ana = '+12125550101';
const infoSchema = z.object({ now: z.string(), twilioAuthToken: z.string(), publicBaseUrl: z.string() }).loose();
const outboxSchema = z.object({
  messages: z.array(z.object({ n: z.number(), at: z.string(), kind: z.string() }).loose()),
});

const running: { stop(): Promise<void> }[] = [];
// The functions log a line a tick.
beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue();
});
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const start = async (folder?: string, port = 0) => {
  const service = await startLocalService({ port, folder, environment: process.env });
  running.push(service);
  const call = (path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(
      `${service.url}/_local/${path}`,
      body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) },
    );
  return {
    ...service,
    call,
    info: async () => infoSchema.parse(await (await call('info')).json()),
    outbox: async () => outboxSchema.parse(await (await call('outbox?since=0')).json()).messages,
  };
};

describe('the whole service on one machine', () => {
  it('answers a text by the real webhook and sends the tip when its time comes', async () => {
    const { call, outbox } = await start();
    await call('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    const answer = await (await call('inbound-sms', { from: ana, body: 'JOIN' })).json();
    expect(answer).toMatchObject({ status: 200, reply: expect.stringContaining('STOP') });
    const moved = await (await call('clock', { now: '2030-01-07T14:00:00Z' })).json();
    expect(moved).toEqual({ now: '2030-01-07T14:00:00.000Z', sent: 1 });
    expect(await outbox()).toMatchObject([
      { n: 1, kind: 'answer', to: ana, status: 'accepted' },
      { n: 2, kind: 'tip', to: ana, at: '2030-01-07T14:00:00.000Z' },
    ]);
  });

  it('explains of any day why its tip was, will or will not be sent, and keeps to it', async () => {
    const { call, outbox } = await start();
    const explained = async (date: string, who = ana) =>
      (await call(`explain?who=${encodeURIComponent(who)}&date=${date}`)).json();
    await call('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    expect(await explained('2030-01-07')).toMatchObject({
      decision: 'none',
      reason: expect.stringContaining('nobody'),
    });
    await call('inbound-sms', { from: ana, body: 'JOIN' });
    await call('inbound-sms', { from: ana, body: 'LESS' });
    const promised = await explained('2030-01-09');
    expect(promised).toMatchObject({
      decision: 'to-come',
      at: Date.parse('2030-01-09T14:00:00Z'),
      tip: '08-cardio',
      reason: expect.stringContaining('four tips'),
    });
    expect(await explained('2030-01-08')).toMatchObject({ decision: 'none', reason: expect.stringContaining('fewer') });
    await call('clock', { now: '2030-01-09T14:01:00Z' });
    expect((await outbox()).filter(({ kind }) => kind === 'tip')).toHaveLength(2);
    expect(await explained('2030-01-09')).toMatchObject({ tip: '08-cardio', reason: expect.stringContaining('next') });
    expect(await explained('2030-01-08')).toMatchObject({
      decision: 'skipped',
      reason: expect.stringContaining('fewer'),
    });
  });

  it.each([
    ['a move to the past', 'clock', { now: '2030-01-07T11:59:00Z' }, 400],
    ['a month, which has no length', 'clock', { advance: 'P1M' }, 400],
    ['neither instant nor duration', 'clock', {}, 400],
    ['a fault on a channel that does not exist', 'faults', { channel: 'fax' }, 400],
    ['a number without its country code', 'inbound-sms', { from: '2125550101', body: 'x' }, 400],
  ])('refuses %s', async (_, path, body, status) => {
    const { call } = await start();
    await call('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    expect((await call(path, body)).status).toBe(status);
  });

  it('serves its local routes to this machine only', async () => {
    const { call, url } = await start();
    expect((await call('info', undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const page = await fetch(`${url}/_local/`);
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  });

  it('forgets everybody on reset and goes back to real time', async () => {
    const { call, info, outbox } = await start();
    await call('clock', { now: '2030-01-07T12:00:00Z', jump: true });
    await call('inbound-sms', { from: ana, body: 'JOIN' });
    await call('reset', {});
    expect(await outbox()).toEqual([]);
    expect(Math.abs(Date.parse((await info()).now) - Date.now())).toBeLessThan(60_000);
    await call('clock', { now: '2029-06-01T12:00:00Z', jump: true });
    await call('clock', { advance: 'P2D' });
    expect(await outbox()).toEqual([]);
  });

  it('keeps people, secrets and the clock over a restart', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'backbeat-service-'));
    try {
      const first = await start(folder);
      await first.call('clock', { now: '2030-01-07T12:00:00Z', jump: true });
      await first.call('inbound-sms', { from: ana, body: 'JOIN' });
      const before = await first.info();
      await first.stop();
      const second = await start(folder);
      expect(await second.info()).toMatchObject({ now: before.now, twilioAuthToken: before.twilioAuthToken });
      await second.call('clock', { now: '2030-01-07T14:00:00Z' });
      expect((await second.outbox()).map((message) => message.kind)).toEqual(['tip']);
      await second.stop();
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('says so when its port is taken', async () => {
    const { url } = await start();
    const taken = start(undefined, Number(new URL(url).port));
    await expect(taken).rejects.toThrow(ListenError);
    await expect(taken).rejects.toThrow(/PORT=\d+ npm start/);
  });
});
