import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalService } from '../../../local/service.ts';

let service: Awaited<ReturnType<typeof startLocalService>>;
beforeAll(async () => {
  service = await startLocalService({ port: 0, folder: undefined, environment: process.env });
});
afterAll(() => service.stop());

const form = { 'content-type': 'application/x-www-form-urlencoded' };
const promptly = 2000;

/** What is answered to somebody who says how much is to come, and then sends `body` only, without an end. */
const announce = (path: string, headers: Readonly<Record<string, string>>, body = '') =>
  new Promise<number | undefined>((resolve, reject) => {
    const asked = request(service.url + path, { method: 'POST', headers: { ...form, ...headers } });
    asked.once('response', ({ statusCode }) => {
      resolve(statusCode);
      asked.destroy();
    });
    asked.once('error', reject);
    asked.setTimeout(promptly, () => asked.destroy(new Error('no answer: the rest is waited for')));
    asked.flushHeaders();
    if (body) asked.write(body);
  });

const routes = ['/webhooks/twilio/inbound', '/webhooks/twilio/status', '/signup', '/confirm/x', '/unsubscribe/x', '/x'];

describe('a body larger than any that is meant for us', () => {
  it.each(routes)('is refused at %s by its announced length, before it is sent', async (path) => {
    expect(await announce(path, { 'content-length': '1000000' })).toBe(413);
  });

  it.each(routes)('is refused at %s once too much of it has come, where its length was not announced', async (path) => {
    expect(await announce(path, { 'transfer-encoding': 'chunked' }, 'a'.repeat(40_000))).toBe(413);
  });

  it.each(routes)('is not what Twilio or a form posts: 30 KB go through to %s', async (path) => {
    const answer = await fetch(service.url + path, { method: 'POST', headers: form, body: 'a'.repeat(30_000) });
    const statuses: Record<string, number> = { '/webhooks/twilio/inbound': 403, '/webhooks/twilio/status': 403 };
    // The pages have a bound of their own, and a page that says so.
    expect(answer.status).toBe(statuses[path] ?? 413);
    if (!path.startsWith('/webhooks')) expect(answer.headers.get('content-type')).toContain('text/html');
  });
});
