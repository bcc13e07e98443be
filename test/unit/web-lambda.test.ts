import { gunzipSync } from 'node:zlib';
import type { LambdaEvent } from 'hono/aws-lambda';
import { describe, expect, it } from 'vitest';
import { lambdaAdapter } from '../../functions/web/lambda-adapter.ts';
import { createWeb } from '../../functions/web/web.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, fullDiary, fullShare } from './web-people.ts';

const host = 'backbeat.example';

/** A request as API Gateway's HTTP API hands it over (payload format 2.0). */
const eventOf = (
  method: 'GET' | 'POST',
  path: string,
  body: string | null = null,
  headers: Readonly<Record<string, string>> = {},
): LambdaEvent => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  headers: { host, 'content-type': 'application/x-www-form-urlencoded', ...headers },
  body: body === null ? null : Buffer.from(body).toString('base64'),
  isBase64Encoded: body !== null,
  requestContext: {
    accountId: '1',
    apiId: 'a',
    authentication: null,
    authorizer: {},
    domainName: host,
    domainPrefix: 'backbeat',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'test' },
    requestId: 'r',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
});

describe('behind API Gateway', () => {
  it('a CSV keeps its byte order mark', async () => {
    const answer = await lambdaAdapter(createWeb(fakeWorld().deps))(
      eventOf('GET', `/diary/${diaryToken()}/export.csv`),
    );
    expect(answer.isBase64Encoded).toBe(true);
    expect(Buffer.from(answer.body, 'base64').subarray(0, 7).toString('hex')).toBe('efbbbf64617465');
  });

  it.each([
    ['workbook', `/diary/${diaryToken()}/export.xlsx`, 'PK'],
    ['PDF', `/visit/${diaryToken({ purpose: 'visit', epoch: fullShare.share })}.pdf`, '%P'],
  ])('a %s comes as the bytes that it is', async (_, path, start) => {
    const answer = await lambdaAdapter(createWeb(fakeWorld(ana, fullDiary, [fullShare]).deps))(eventOf('GET', path));
    expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, true]);
    expect(Buffer.from(answer.body, 'base64').toString('latin1', 0, 2)).toBe(start);
  });

  it('a page is text', async () => {
    const answer = await lambdaAdapter(createWeb(fakeWorld().deps))(eventOf('GET', '/privacy'));
    expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, false]);
    expect(answer.body).toMatch(/^<!doctype html>/);
  });

  const packing = { 'accept-encoding': 'br, gzip;q=0.8' };
  const get = (path: string, headers = {}) =>
    lambdaAdapter(createWeb(fakeWorld(ana, fullDiary, [fullShare]).deps))(eventOf('GET', path, null, headers));

  it.each([
    ['page', `/diary/${diaryToken()}`],
    ['page that is not there', '/diary/nobody'],
    ['CSV, its byte order mark kept,', `/diary/${diaryToken()}/export.csv`],
    ['JSON', `/diary/${diaryToken()}/export.json`],
    ['FHIR', `/diary/${diaryToken()}/export.fhir.json`],
  ])('a %s is packed for who reads gzip, and the same unpacked', async (_, path) => {
    const [plain, packed] = [await get(path), await get(path, packing)];
    expect(packed.statusCode).toBe(plain.statusCode);
    expect(packed.isBase64Encoded).toBe(true);
    expect(packed.headers).toMatchObject({ 'content-encoding': 'gzip' });
    const bytes = Buffer.from(packed.body, 'base64');
    const whole = Buffer.from(plain.body, plain.isBase64Encoded ? 'base64' : 'utf8');
    expect(gunzipSync(bytes).equals(whole)).toBe(true);
    expect(bytes.length).toBeLessThan(whole.length / 2);
  });

  it('nothing is packed for who reads only brotli, or says no to gzip', async () => {
    for (const encoding of ['br', 'gzip;q=0', 'identity'])
      expect((await get('/privacy', { 'accept-encoding': encoding })).body).toMatch(/^<!doctype html>/);
  });

  it.each([
    `/diary/${diaryToken()}/export.xlsx`,
    `/visit/${diaryToken({ purpose: 'visit', epoch: fullShare.share })}.pdf`,
  ])('what is packed already is not packed again: %s', async (path) => {
    const { headers } = await get(path, packing);
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('a one-click post unsubscribes', async () => {
    const world = fakeWorld();
    const answer = await lambdaAdapter(createWeb(world.deps))(
      eventOf('POST', '/unsubscribe/good', 'List-Unsubscribe=One-Click'),
    );
    expect(answer.statusCode).toBe(200);
    expect(world.calls).toEqual([{ name: 'unsubscribe', argument: 'good' }]);
  });

  it('a form that came in base64 is read', async () => {
    const fields = new URLSearchParams({
      address: 'jo@example.org',
      language: 'fr',
      zone: 'Europe/Paris',
      time: '19:30',
      consent: 'on',
    });
    const world = fakeWorld();
    await lambdaAdapter(createWeb(world.deps))(eventOf('POST', '/signup', String(fields)));
    expect(world.calls).toMatchObject([{ argument: { zone: 'Europe/Paris', time: '19:30', language: 'fr' } }]);
  });
});
