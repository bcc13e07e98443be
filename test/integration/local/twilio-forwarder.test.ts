import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listen } from '../../../local/http-server.ts';
import { createOutbox } from '../../../local/outbox.ts';
import { createTwilioForwarder } from '../../../local/real/twilio-forwarder.ts';
import { smsNumber, twilioAccount } from '../../../local/settings.ts';
import { httpClient } from '../../../shared/platform/http-client.ts';
import { createTwilioMessages } from '../../../shared/providers/twilio/messages-api.ts';
import { authToken, type Providers, startProviders } from './provider-set-up.ts';

let world: Providers;
let forwarder: Awaited<ReturnType<typeof listen>>;
let outbox: ReturnType<typeof createOutbox>;
const admitted = new Set(['+12125550101', '+12125550102']);

beforeAll(async () => {
  world = await startProviders();
  outbox = createOutbox(world.clock);
  const app = createTwilioForwarder({
    twilio: {
      accountSid: twilioAccount,
      authToken,
      smsNumber,
      messagingService: '',
      apiUrl: `${world.url}/twilio`,
    },
    guests: { admits: (address) => admitted.has(address) },
    outbox,
    report: () => {},
  });
  forwarder = await listen(app.fetch, 0);
});
afterAll(async () => {
  await forwarder.close();
  await world.close();
});

/** As the functions speak with Twilio. */
const twilio = (token = authToken) =>
  createTwilioMessages({
    apiUrl: `http://127.0.0.1:${forwarder.port}`,
    accountSid: twilioAccount,
    authToken: token,
    timeoutMs: 5000,
    http: httpClient.send,
  });
const send = (to: string, token?: string) =>
  twilio(token).send({
    to,
    from: smsNumber,
    body: 'a tip',
    statusCallback: 'https://coach.example/x?kind=tip',
    validityPeriodSeconds: 7200,
  });

describe('a text that is passed on to Twilio', () => {
  it('is taken, and shown', async () => {
    expect(await send('+12125550101')).toMatchObject({ kind: 'accepted' });
    expect(world.outbox.list(0).map(({ to }) => to)).toEqual(['+12125550101']);
    expect(outbox.list(0)).toMatchObject([{ kind: 'tip', to: '+12125550101', body: 'a tip' }]);
  });

  it('comes back with what Twilio says of it', async () => {
    world.faults.add({ channel: 'sms', error: '21610', times: 1 });
    expect(await send('+12125550102')).toMatchObject({ kind: 'permanent', stop: 'carrier-opt-out' });
    expect(await send('+12125550102', 'another token, of nobody')).toMatchObject({ kind: 'misconfigured' });
  });

  it('is in doubt where Twilio hangs up after it took it', async () => {
    world.faults.add({ channel: 'sms', error: 'accept-then-hang-up', times: 1 });
    expect(await send('+12125550102')).toMatchObject({ kind: 'in-doubt' });
  });

  it('never leaves for somebody who is no guest, and neither ends their subscription nor stops the others', async () => {
    const before = world.outbox.count();
    expect(await send('+12125550109')).toMatchObject({ kind: 'refused', code: '21408' });
    expect(world.outbox.count()).toBe(before);
  });
});
