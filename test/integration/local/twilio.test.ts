import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { twilioAccount } from '../../../local/settings.ts';
import { twilioSignature } from '../../../local/twilio-signature.ts';
import { authToken, noon, type Providers, startProviders } from './provider-set-up.ts';

const ana = '+12125550101';
const callback = 'https://coach.example/webhooks/twilio/status?kind=tip&id=abc&date=2030-01-07';
const path = `/twilio/2010-04-01/Accounts/${twilioAccount}/Messages.json`;

let providers: Providers;
beforeAll(async () => {
  providers = await startProviders();
});
afterAll(() => providers.close());
beforeEach(() => {
  providers.clear();
  providers.webhooks.length = 0;
  providers.reports.length = 0;
  providers.clock.set(noon);
});

const headersFor = (token: string) => ({
  authorization: `Basic ${Buffer.from(`${twilioAccount}:${token}`).toString('base64')}`,
});
const send = (fields: Record<string, string> = {}, token = authToken): Promise<Response> =>
  fetch(providers.url + path, {
    method: 'POST',
    headers: headersFor(token),
    body: new URLSearchParams({
      To: ana,
      From: '+15005550006',
      Body: 'Stand up once.',
      StatusCallback: callback,
      ...fields,
    }),
  });

const listSchema = z.object({
  messages: z.array(z.object({ sid: z.string(), to: z.string(), status: z.string(), direction: z.string() }).loose()),
  next_page_uri: z.string().nullable(),
});
const list = async (query: string) => {
  const response = await fetch(`${providers.url}${path}?${query}`, { headers: headersFor(authToken) });
  return listSchema.parse(await response.json());
};
const errorOf = async (response: Response) => ({
  status: response.status,
  ...z.object({ code: z.number(), more_info: z.string() }).parse(await response.json()),
});

describe('creating a message', () => {
  it('answers as Twilio does and keeps it in the outbox under its kind', async () => {
    const response = await send();
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      sid: expect.stringMatching(/^SM[\da-f]{32}$/),
      status: 'queued',
      date_created: 'Mon, 07 Jan 2030 12:00:00 +0000',
      date_sent: null,
      direction: 'outbound-api',
      error_code: null,
      num_segments: '1',
      to: ana,
    });
    expect(providers.outbox.list(0)).toMatchObject([
      { n: 1, kind: 'tip', channel: 'sms', to: ana, from: '+15005550006', body: 'Stand up once.', status: 'accepted' },
    ]);
  });

  it('refuses a wrong auth token', async () => {
    expect(await errorOf(await send({}, 'guessed'))).toMatchObject({ status: 401, code: 20003 });
    expect(providers.outbox.count()).toBe(0);
  });

  it.each([
    [{ To: '12125550101' }, 21211],
    [{ Body: '' }, 21602],
    [{ Body: 'x'.repeat(1601) }, 21617],
    [{ From: '+15550001111' }, 21606],
    [{ To: '+15005550009' }, 21614],
  ])('refuses %o with %i', async (fields, code) => {
    expect(await errorOf(await send(fields))).toMatchObject({
      status: 400,
      code,
      more_info: `https://www.twilio.com/docs/errors/${code}`,
    });
  });

  it('sends signed callbacks as service time passes', async () => {
    await send();
    await providers.pass(999);
    expect(providers.webhooks).toEqual([]);
    await providers.pass(2_001);
    expect(providers.webhooks.map(({ form }) => form['MessageStatus'])).toEqual(['sent', 'delivered']);
    const [first] = providers.webhooks;
    expect(first?.path).toBe('/webhooks/twilio/status?kind=tip&id=abc&date=2030-01-07');
    expect(first?.signature).toBe(twilioSignature(authToken, callback, first?.form ?? {}));
    expect(providers.outbox.list(0)[0]?.status).toBe('delivered');
  });

  it('tries a callback again after a 5xx, and gives up loudly', async () => {
    await send();
    providers.statuses.push(503, 500);
    await providers.pass(1_000);
    expect(providers.webhooks).toHaveLength(3);
    providers.statuses.push(400);
    await providers.pass(2_000);
    expect(providers.reports).toEqual(['a receipt could not be delivered']);
  });
});

describe('faults', () => {
  it.each([
    [21610, 400],
    [20429, 429],
    [20003, 401],
  ])('refuses with %i', async (code, status) => {
    providers.faults.add({ channel: 'sms', to: ana, times: 1, error: String(code) });
    expect(await errorOf(await send())).toMatchObject({ status, code });
    expect((await send()).status).toBe(201);
  });

  it.each([
    ['30005', 'undelivered', ['sent', 'undelivered']],
    ['30034', 'failed', ['failed']],
  ])('accepts and reports %s in the receipt', async (code, status, callbacks) => {
    providers.faults.add({ channel: 'sms', times: 1, error: code });
    expect((await send()).status).toBe(201);
    await providers.pass(3_000);
    expect(providers.webhooks.map(({ form }) => form['MessageStatus'])).toEqual(callbacks);
    expect(providers.webhooks.at(-1)?.form['ErrorCode']).toBe(code);
    expect(providers.outbox.list(0)[0]?.status).toBe(status);
  });

  it('takes the message and hangs up; the list shows it, the receipt comes a minute later', async () => {
    providers.faults.add({ channel: 'sms', times: 1, error: 'accept-then-hang-up' });
    await expect(send()).rejects.toThrow();
    expect((await list(`To=${encodeURIComponent(ana)}`)).messages).toHaveLength(1);
    expect(providers.outbox.count()).toBe(1);
    await providers.pass(60_000);
    expect(providers.webhooks).toEqual([]);
    await providers.pass(3_000);
    expect(providers.webhooks).toHaveLength(2);
  });

  it('counts sends to that address only, and no look-ups', async () => {
    providers.faults.add({ channel: 'sms', to: ana, times: 2, http: 503 });
    expect((await send({ To: '+12125550199' })).status).toBe(201);
    await list(`To=${encodeURIComponent(ana)}`);
    expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([503, 503, 201]);
  });

  it('lets a new fault replace the old one', async () => {
    providers.faults.add({ channel: 'sms', to: ana, times: 5, http: 503 });
    providers.faults.add({ channel: 'sms', to: ana, times: 1, error: '21610' });
    expect([(await send()).status, (await send()).status]).toEqual([400, 201]);
  });

  it('drops the receipt', async () => {
    providers.faults.add({ channel: 'sms', times: 1, dropReceipt: true });
    await send();
    await providers.pass(3_600_000);
    expect(providers.webhooks).toEqual([]);
  });

  it('holds the answer back', async () => {
    providers.faults.add({ channel: 'sms', times: 1, delayMs: 60 });
    const before = performance.now();
    expect((await send()).status).toBe(201);
    expect(performance.now() - before).toBeGreaterThanOrEqual(55);
  });
});

describe('the message list', () => {
  it('is newest first, filtered by receiver and date, in pages', async () => {
    await send({ Body: 'old' });
    await providers.pass(86_400_000);
    await send({ Body: 'new' });
    await providers.pass(1_000);
    await send({ Body: 'newest' });
    await send({ Body: 'other', To: '+12125550199' });
    await providers.pass(1_000);
    await send({ Body: 'still queued, so without a date of sending' });
    const query = `To=${encodeURIComponent(ana)}&DateSent%3E=2030-01-08T00:00:00Z&PageSize=1`;
    const first = await list(query);
    expect(first.messages).toMatchObject([{ body: 'newest', direction: 'outbound-api' }]);
    const second = await list(new URL(first.next_page_uri ?? '', 'http://x').search.slice(1));
    expect(second.messages).toMatchObject([{ body: 'new' }]);
    expect(second.next_page_uri).toBeNull();
  });

  it('takes a bare date for the whole day', async () => {
    await send();
    await providers.pass(86_400_000);
    await send();
    await providers.pass(1_000);
    expect((await list('DateSent=2030-01-07')).messages).toHaveLength(1);
    expect((await list('DateSent%3C=2030-01-08')).messages).toHaveLength(2);
  });
});

describe('opting out at the carrier', () => {
  const say = (
    body: string,
    status = 200,
    sid = `SM${body}`,
    answer = '<Response><Message>Hi &amp; bye</Message></Response>',
  ) =>
    providers.inboundTexts.observe(
      new URLSearchParams({ MessageSid: sid, From: ana, To: '+15005550006', Body: body }),
      status,
      answer,
    );

  it.each(['STOP', ' stop ', 'OptOut', 'revoke'])('%j blocks sends and answers until START', async (word) => {
    say(word);
    expect(await errorOf(await send())).toMatchObject({ status: 400, code: 21610 });
    expect(providers.outbox.count()).toBe(0);
    say('START');
    expect((await send()).status).toBe(201);
  });

  it.each(['STOP PLEASE', 'stop.', 'help'])('%j does not', async (words) => {
    say(words);
    expect((await send()).status).toBe(201);
  });

  it('believes nobody with a wrong signature', async () => {
    say('STOP', 403);
    expect((await send()).status).toBe(201);
    expect((await list('')).messages).toHaveLength(1);
  });

  it('sends what the TwiML says, once a message', () => {
    say('JOIN', 200, 'SM1');
    say('JOIN', 200, 'SM1');
    expect(providers.outbox.list(0)).toMatchObject([
      { kind: 'answer', to: ana, from: '+15005550006', body: 'Hi & bye' },
    ]);
  });

  it('sends nothing for a webhook that failed, but keeps the text in the list', async () => {
    say('PAIN 6', 503, 'SM2');
    expect(providers.outbox.count()).toBe(0);
    expect((await list('')).messages).toMatchObject([{ sid: 'SM2', direction: 'inbound', status: 'received' }]);
  });
});

it('signs as in the test vector of docs/facts.md#a2', () => {
  const form = {
    CallSid: 'CA1234567890ABCDE',
    Caller: '+14158675309',
    Digits: '1234',
    From: '+14158675309',
    To: '+18005551212',
  };
  expect(twilioSignature('12345', 'https://mycompany.com/myapp.php?foo=1&bar=2#rc=2', form)).toBe(
    'RSOYDt4T1cUTdK1PDd93/VVr8B8=',
  );
});
