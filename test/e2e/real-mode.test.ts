import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createLocalClock } from '../../local/clock.ts';
import { freePort } from '../../local/free-port.ts';
import { createProviders } from '../../local/providers.ts';
import { messagesOf } from '../../local/read-twiml.ts';
import { readRealMode } from '../../local/real/real-mode.ts';
import { startLocalService } from '../../local/service.ts';
import { smsNumber, twilioAccount } from '../../local/settings.ts';
import { newSid } from '../../local/twilio-messages.ts';
import { pathOfLink } from './support/service-client.ts';

/*
 * `npm start -- --real`, with the stand-ins of another process's worth in the place of Twilio's and AWS's endpoints: they
 * want a signature of their own account and know nothing of the service but its address.
 */
const publicBaseUrl = 'https://coach.example';
const authToken = 'the token of the account that pays';
const awsSession = 'the session of the account that sends';
const ana = '+12125550101';

let world: Awaited<ReturnType<typeof createProviders>>;
let service: Awaited<ReturnType<typeof startLocalService>>;
let tunnel: string;

beforeAll(async () => {
  for (const method of ['info', 'warn', 'error'] as const) vi.spyOn(console, method).mockImplementation(() => {});
  const tunnelPort = await freePort();
  tunnel = `http://127.0.0.1:${tunnelPort}`;
  world = await createProviders({
    clock: createLocalClock(),
    startSecret: awsSession,
    engine: { call: async () => ({ kind: 'error', code: 'NotHere', message: '' }), stop: async () => {} },
    secrets: { twilioAuthToken: authToken, pepper: 'p'.repeat(16), tokenKey: 'k'.repeat(16) },
    publicBaseUrl,
    localBaseUrl: tunnel,
    emit: async () => {},
    handInMail: async () => undefined,
    report: () => {},
  });
  const environment = {
    TWILIO_ACCOUNT_SID: twilioAccount,
    TWILIO_AUTH_TOKEN: authToken,
    TWILIO_API_URL: `${world.url}/twilio`,
    SMS_NUMBER: smsNumber,
    AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
    AWS_SECRET_ACCESS_KEY: 'a secret that pays',
    AWS_SESSION_TOKEN: awsSession,
    AWS_REGION: 'eu-west-1',
    AWS_ENDPOINT_URL_SESV2: `${world.url}/ses`,
    MAIL_FROM: 'Coach <tips@coach.example>',
    PUBLIC_BASE_URL: publicBaseUrl,
    PROGRAMME_CONTACT: 'help@coach.example',
  };
  service = await startLocalService({
    port: 0,
    folder: undefined,
    environment: process.env,
    real: { ...readRealMode(environment, '2'), tunnelPort },
  });
});
afterAll(async () => {
  await service.stop();
  await world.close();
  vi.restoreAllMocks();
});

const say = async (from: string, words: string): Promise<string> => {
  const form = { MessageSid: newSid(), AccountSid: twilioAccount, From: from, To: smsNumber, Body: words };
  const response = await world.callWebhook(`${publicBaseUrl}/webhooks/twilio/inbound`, form);
  return messagesOf(await response.text()).join('\n');
};
const signUp = (address: string): Promise<Response> =>
  fetch(`${tunnel}/signup`, {
    method: 'POST',
    body: new URLSearchParams({ address, language: 'en', zone: 'Europe/Paris', time: '09:00', consent: 'on' }),
  });
const mailsTo = (address: string) => world.outbox.list(0).filter(({ to }) => to === address);
const local = (path: string, body?: object): Promise<Response> =>
  fetch(`${service.url}/_local/${path}`, body ? { method: 'POST', body: JSON.stringify(body) } : {});

describe('what comes through the tunnel', () => {
  it('is a text that Twilio signed, and it is answered', async () => {
    expect(await say(ana, 'JOIN')).toContain('Backbeat');
    expect(await say(ana, 'HELP')).toContain('help@coach.example');
  });

  it('is nothing that Twilio did not sign', async () => {
    const body = new URLSearchParams({ MessageSid: newSid(), From: ana, Body: 'STOP' });
    const { status } = await fetch(`${tunnel}/webhooks/twilio/inbound`, { method: 'POST', body });
    expect(status).toBe(403);
  });

  it('is a page, but never one of this machine’s own', async () => {
    expect((await fetch(`${tunnel}/`)).status).toBe(200);
    for (const path of [
      '_local',
      '_local/',
      '_local/info',
      '_local/operator',
      '_local/outbox',
      '_local/../_local/info',
    ])
      expect((await fetch(`${tunnel}/${path}`)).status, path).toBe(404);
    for (const path of ['clock', 'reset', 'inbound-sms', 'inbound-email', 'faults', 'queues'])
      expect((await fetch(`${tunnel}/_local/${path}`, { method: 'POST', body: '{}' })).status, path).toBe(404);
  });
});

describe('a mail to somebody', () => {
  it('goes through SES itself, from the sender that it knows, with links that lead through the tunnel', async () => {
    await signUp('jo@example.org');
    await vi.waitFor(() => expect(mailsTo('jo@example.org')).toHaveLength(1), { timeout: 10_000 });
    const [mail] = mailsTo('jo@example.org');
    expect(mail).toMatchObject({ kind: 'confirmation', from: 'Coach <tips@coach.example>' });
    const confirm = pathOfLink(mail?.text ?? '', 'confirm');
    expect((await fetch(`${tunnel}${confirm}`, { method: 'POST', body: '' })).status).toBe(200);
  });

  it('goes to as many people as were said, and to nobody after them', async () => {
    await signUp('two@example.org');
    await vi.waitFor(() => expect(mailsTo('two@example.org')).toHaveLength(1), { timeout: 10_000 });
    await signUp('three@example.org');
    await local('queues', {});
    await local('queues', {});
    expect(mailsTo('three@example.org')).toEqual([]);
  });
});

describe('strangers by text', () => {
  it('may join as many as were said', async () => {
    expect(await say('+12125550102', 'JOIN')).toContain('Backbeat');
    await say('+12125550103', 'JOIN');
    expect(await say('+12125550103', 'PAIN 6')).not.toContain('6');
  });
});

describe('the simulator', () => {
  it('says what is real, and no token', async () => {
    const info = await (await local('info')).text();
    expect(JSON.parse(info)).toMatchObject({
      smsNumber,
      publicBaseUrl,
      frozen: false,
      real: { texts: true, mails: true, people: 2 },
    });
    expect(info).not.toContain(authToken);
  });

  it.each([
    ['clock', { advance: 'P1D' }],
    ['reset', {}],
    ['demo', {}],
    ['faults', { channel: 'sms', error: '20003' }],
    ['inbound-sms', { from: ana, body: 'STOP' }],
    ['inbound-email', {}],
  ])('neither moves the clock nor speaks for anybody (%s)', async (path, body) => {
    const response = await local(path, body);
    expect(response.status).toBe(409);
    expect(await response.json()).toEqual({ error: 'not with real providers (npm start -- --real)' });
  });
});
