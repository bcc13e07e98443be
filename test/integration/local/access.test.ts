import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startLocalService } from '../../../local/service.ts';

let service: Awaited<ReturnType<typeof startLocalService>>;
const environment: Record<string, string | undefined> = { ...process.env };
let stores: string;

beforeAll(async () => {
  service = await startLocalService({ port: 0, folder: undefined, environment: process.env });
  Object.assign(environment, process.env);
  stores = new URL(environment['AWS_ENDPOINT_URL_DYNAMODB'] ?? '').origin;
});
afterAll(() => service.stop());

/** What a request is answered with; `fetch` would not send a Host header of ours. */
const ask = (url: string, headers: Readonly<Record<string, string>>, method = 'GET', body = '') =>
  new Promise<{ status: number | undefined; text: string }>((resolve, reject) => {
    const asked = request(url, { method, headers }, async (response) => {
      const chunks: Buffer[] = await response.toArray();
      resolve({ status: response.statusCode, text: Buffer.concat(chunks).toString() });
    });
    asked.once('error', reject);
    asked.end(body);
  });

const secretWords = ['pepper', 'tokenKey', 'TableNames', 'twilioAuthToken'];
const calls = [
  ['the secrets', '/systemsmanager/parameters/get?name=x', {}, 'GET'],
  ['the table', '/dynamodb', { 'x-amz-target': 'DynamoDB_20120810.ListTables' }, 'POST'],
  ['the table, as it was asked for before', '/dynamodb/', { 'x-amz-target': 'DynamoDB_20120810.Scan' }, 'POST'],
  ['a queue', '/sqs', { 'x-amz-target': 'AmazonSQS.SendMessage' }, 'POST'],
  ['mail', '/ses/v2/email/outbound-emails', {}, 'POST'],
  ['a received mail', '/s3/backbeat-inbound/x', {}, 'GET'],
] as const;

describe('the stand-ins and the engine', () => {
  it.each(calls)('give %s to nobody without the secret of this start', async (_, path, headers, method) => {
    const page = { origin: 'https://evil.example', host: 'evil.example' };
    const guessed = {
      'x-amz-security-token': 'local',
      authorization: 'AWS4-HMAC-SHA256 Credential=local/20300101/us-east-1/dynamodb/aws4_request',
    };
    for (const more of [{}, page, guessed, { 'x-aws-parameters-secrets-token': '' }]) {
      const { status, text } = await ask(stores + path, { ...headers, ...more }, method, method === 'POST' ? '{}' : '');
      expect(status).toBe(403);
      for (const word of secretWords) expect(text).not.toContain(word);
    }
  });

  it('do not allow a page to ask', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-method': 'POST' };
    const { status } = await ask(`${stores}/dynamodb`, asked, 'OPTIONS');
    expect(status).toBe(403);
  });

  it('answer the functions', async () => {
    const token = environment['AWS_SESSION_TOKEN'] ?? '';
    expect(token.length).toBeGreaterThanOrEqual(32);
    const headers = { 'x-amz-security-token': token, 'x-amz-target': 'DynamoDB_20120810.ListTables' };
    expect((await ask(`${stores}/dynamodb`, headers, 'POST', '{}')).text).toContain('backbeat');
  });

  it('have another secret the next time', async () => {
    const first = process.env['AWS_SESSION_TOKEN'];
    const again = await startLocalService({ port: 0, folder: undefined, environment: process.env });
    expect(process.env['AWS_SESSION_TOKEN']).not.toBe(first);
    await again.stop();
  });
});

describe('the local routes', () => {
  const port = (): string => new URL(service.url).port;
  it.each([
    ['a name that leads here', () => ({ host: `evil.example:${port()}` })],
    ['a name that begins like ours', () => ({ host: `localhost.evil.example:${port()}` })],
    ['a foreign page', () => ({ origin: 'https://evil.example' })],
    ['a sandboxed page', () => ({ origin: 'null' })],
    ['another page of this machine', () => ({ origin: 'http://localhost:5173' })],
    ['our own page by another name', () => ({ origin: `http://localhost:${port()}` })],
    ['a foreign link', () => ({ 'sec-fetch-site': 'cross-site' })],
    ['a page on another port', () => ({ 'sec-fetch-site': 'same-site' })],
  ])('refuse %s', async (_, headers) => {
    for (const path of ['info', 'outbox', '', 'simulator.js']) {
      const { status, text } = await ask(`${service.url}/_local/${path}`, headers());
      expect([status, text.includes('twilioAuthToken')]).toEqual([403, false]);
    }
    expect((await ask(`${service.url}/_local/reset`, headers(), 'POST', '{}')).status).toBe(403);
  });

  it.each([
    ['a program', () => ({})],
    ['localhost', () => ({ host: `localhost:${port()}` })],
    ['IPv6', () => ({ host: `[::1]:${port()}` })],
    ['the simulator', () => ({ origin: service.url, 'sec-fetch-site': 'same-origin' })],
    ['somebody who types the address', () => ({ 'sec-fetch-site': 'none' })],
  ])('answer %s', async (_, headers) => {
    expect((await ask(`${service.url}/_local/info`, headers())).status).toBe(200);
  });
});
