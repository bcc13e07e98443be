import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { httpClient } from '../../../shared/platform/http-client.ts';
import { createTwilioMessages, TwilioLookupFailed } from '../../../shared/providers/twilio/messages-api.ts';

type Answer = (request: IncomingMessage, response: ServerResponse, body: string) => void;

const running: { close: () => unknown }[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

const account = `AC${'0'.repeat(32)}`;

const connect = async (answer: Answer, timeoutMs = 2_000) => {
  const requests: { method: string; url: string; authorization: string; body: URLSearchParams }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString();
    const { method = '', url = '', headers } = request;
    requests.push({ method, url, authorization: headers.authorization ?? '', body: new URLSearchParams(body) });
    answer(request, response, body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  running.push({ close: () => server.close(() => undefined) && server.closeAllConnections() });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  const apiUrl = `http://127.0.0.1:${address.port}/twilio/`;
  return {
    requests,
    twilio: createTwilioMessages({
      apiUrl,
      accountSid: account,
      authToken: '12345678',
      timeoutMs,
      http: httpClient.send,
    }),
  };
};

const json =
  (status: number, body: unknown, headers = {}): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
  };

const text = {
  to: '+15551230001',
  from: '+15550000000',
  body: 'Tip: walk a little. é €',
  statusCallback: 'https://example.org/webhooks/twilio/status?id=a&date=2026-11-22&kind=tip',
  validityPeriodSeconds: 7200,
};

describe('sending a text', () => {
  it('posts one form with the credentials, and names the SID that Twilio gave', async () => {
    const { twilio, requests } = await connect(json(201, { sid: 'SM1', status: 'queued' }));
    expect(await twilio.send(text)).toEqual({ kind: 'accepted', providerId: 'SM1' });
    expect(requests).toHaveLength(1);
    const [request] = requests;
    expect(request?.method).toBe('POST');
    expect(request?.url).toBe(`/twilio/2010-04-01/Accounts/${account}/Messages.json`);
    expect(request?.authorization).toBe(`Basic ${btoa(`${account}:12345678`)}`);
    expect(Object.fromEntries(request?.body ?? [])).toEqual({
      To: text.to,
      From: text.from,
      Body: text.body,
      StatusCallback: text.statusCallback,
      ValidityPeriod: '7200',
    });
  });

  it('sends by the messaging service where there is one', async () => {
    const { twilio, requests } = await connect(json(201, { sid: 'SM1' }));
    const { from: _, ...rest } = text;
    await twilio.send({ ...rest, messagingServiceSid: 'MG1' });
    expect(requests[0]?.body.get('MessagingServiceSid')).toBe('MG1');
    expect(requests[0]?.body.has('From')).toBe(false);
  });

  it.each([
    [
      'an opt-out at the carrier',
      json(400, { code: 21610 }),
      { kind: 'permanent', code: '21610', stop: 'carrier-opt-out' },
    ],
    ['a full queue', json(400, { code: 21611 }), { kind: 'throttled', code: '21611' }],
    [
      'too many requests',
      json(429, { code: 20429 }, { 'retry-after': '3' }),
      { kind: 'throttled', code: '20429', retryAfterMs: 3000 },
    ],
    ['wrong credentials', json(401, { code: 20003 }), { kind: 'misconfigured', code: '20003' }],
    ['a failure of Twilio', json(503, {}), { kind: 'in-doubt', code: 'http-503' }],
    [
      'a failure that is not JSON',
      ((_, response) => response.writeHead(502).end('<html>')) satisfies Answer,
      { kind: 'in-doubt', code: 'http-502' },
    ],
    ['an answer without a SID', json(201, {}), { kind: 'in-doubt', code: 'unreadable-answer' }],
    ['a redirect', json(302, {}, { location: '/' }), { kind: 'misconfigured', code: 'http-302' }],
  ])('%s', async (_, answer, outcome) => {
    const { twilio, requests } = await connect(answer);
    expect(await twilio.send(text)).toEqual(outcome);
    expect(requests).toHaveLength(1);
  });

  it('is in doubt when Twilio hangs up after it has read the message, and does not try again', async () => {
    const { twilio, requests } = await connect((request) => request.socket.destroy());
    expect(await twilio.send(text)).toMatchObject({ kind: 'in-doubt' });
    expect(requests).toHaveLength(1);
  });

  it('is in doubt when the answer breaks off', async () => {
    const { twilio } = await connect((_, response) => {
      response.writeHead(201, { 'content-length': '1000' }).write('{"sid":"SM');
      setTimeout(() => response.destroy(), 20);
    });
    expect(await twilio.send(text)).toMatchObject({ kind: 'in-doubt' });
  });

  it('is in doubt when no answer comes in time', async () => {
    const { twilio } = await connect(() => undefined, 50);
    expect(await twilio.send(text)).toEqual({ kind: 'in-doubt', code: 'TimeoutError' });
  });

  it('was surely not taken when nobody listens', async () => {
    const { twilio } = await connect(json(201, { sid: 'SM1' }));
    for (const server of running.splice(0)) server.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await twilio.send(text)).toEqual({ kind: 'not-accepted', code: 'ECONNREFUSED' });
  });
});

describe("Twilio's message list", () => {
  const listed = (sid: string, date_created: string, direction = 'outbound-api') => ({
    sid,
    status: 'delivered',
    date_created,
    direction,
    from: '+15550000000',
    body: `body of ${sid}`,
  });
  const since = Date.parse('2026-11-22T09:00:00.500Z');

  it('is read to its last page, and holds what our sends made since the instant, to the second', async () => {
    const { twilio, requests } = await connect((request, response, body) => {
      const second = request.url?.includes('Page=1');
      const messages = second
        ? [listed('SM3', 'Sun, 22 Nov 2026 09:00:00 +0000'), listed('SM4', 'Sun, 22 Nov 2026 08:59:50 +0000')]
        : [
            listed('SM1', 'Sun, 22 Nov 2026 09:00:02 +0000'),
            listed('SM2', 'Sun, 22 Nov 2026 09:00:02 +0000', 'outbound-reply'),
          ];
      json(200, { messages, next_page_uri: second ? null : '/2010-04-01/next.json?Page=1' })(request, response, body);
    });
    const found = await twilio.findSince({ to: '+15551230001', since });
    expect(found.map(({ sid }) => sid)).toEqual(['SM1', 'SM3']);
    expect(found[0]).toMatchObject({
      status: 'delivered',
      body: 'body of SM1',
      dateCreated: Date.parse('2026-11-22T09:00:02Z'),
    });
    expect(requests.map(({ url }) => url)).toEqual([
      `/twilio/2010-04-01/Accounts/${account}/Messages.json?To=%2B15551230001&PageSize=1000`,
      '/twilio/2010-04-01/next.json?Page=1',
    ]);
  });

  it('holds the texts that reached us', async () => {
    const { twilio, requests } = await connect(
      json(200, {
        messages: [
          listed('SM1', 'Sun, 22 Nov 2026 09:00:02 +0000', 'inbound'),
          listed('SM2', 'Sun, 22 Nov 2026 09:00:02 +0000'),
        ],
      }),
    );
    expect((await twilio.findReceived({ to: '+15550000000', since })).map(({ sid }) => sid)).toEqual(['SM1']);
    expect(requests[0]?.url).toContain('DateSent%3E=2026-11-22');
  });

  it.each([
    ['an error', json(500, {}), 'http-500'],
    ['a throttled look-up', json(429, { code: 20429 }), 'http-429'],
    ['an answer of another shape', json(200, { hello: 1 }), 'http-200'],
    ['a date that cannot be read', json(200, { messages: [listed('SM1', 'soon')] }), 'unreadable-date'],
    ['a page elsewhere', json(200, { messages: [], next_page_uri: '@example.net/' }), 'foreign-page'],
  ])('is not taken for empty after %s', async (_, answer, code) => {
    const { twilio } = await connect(answer);
    const failed = await twilio.findSince({ to: '+15551230001', since }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(TwilioLookupFailed);
    expect(failed).toMatchObject({ code });
  });

  it('is not taken for empty when the connection breaks', async () => {
    const { twilio } = await connect((request) => request.socket.destroy());
    await expect(twilio.findSince({ to: '+15551230001', since })).rejects.toThrow(TwilioLookupFailed);
  });
});
