import { createHmac } from 'node:crypto';
import type { APIGatewayProxyEventV2 } from 'aws-lambda';
import { describe, expect, it } from 'vitest';
import { createSmsInbound } from '../../../functions/sms-inbound/sms-inbound.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { InboundReply } from '../../../shared/use-cases/handle-reply.ts';

const authToken = 'an auth token of the tests';
const publicBaseUrl = 'https://backbeat.example';
const path = '/webhooks/twilio/inbound';

const eventOf = (fields: Readonly<Record<string, string>>): APIGatewayProxyEventV2 => {
  const signed = Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
  const signature = createHmac('sha1', authToken)
    .update(`${publicBaseUrl}${path}${signed.map(([name, value]) => name + value).join('')}`)
    .digest('base64');
  return {
    version: '2.0',
    routeKey: `POST ${path}`,
    rawPath: path,
    rawQueryString: '',
    headers: { 'x-twilio-signature': signature },
    requestContext: {
      accountId: '0',
      apiId: '0',
      domainName: 'backbeat.example',
      domainPrefix: 'backbeat',
      http: { method: 'POST', path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'TwilioProxy/1.1' },
      requestId: '0',
      routeKey: `POST ${path}`,
      stage: '$default',
      time: '',
      timeEpoch: 0,
    },
    body: new URLSearchParams(fields).toString(),
    isBase64Encoded: false,
  };
};

/** Hands in a text as Twilio does; says what was handled and what was answered. */
const receive = async (more: Readonly<Record<string, string>>, answers: readonly string[] = ['an answer']) => {
  const handled: InboundReply[] = [];
  const logged: unknown[] = [];
  const smsInbound = createSmsInbound({
    log: (level, event, fields) => logged.push([level, event, fields]),
    count: () => {},
    publicBaseUrl,
    authTokens: [authToken],
    pepper: 'a pepper of the tests',
    handleReply: async (message) => {
      handled.push(message);
      return { answers, language: 'en', isNew: true };
    },
  });
  const { body } = await smsInbound(
    eventOf({ MessageSid: `SM${'0'.repeat(32)}`, From: '+12125550101', Body: 'CANCELAR', ...more }),
  );
  return { handled, body, logged };
};

describe('what Twilio says it did by itself', () => {
  it.each(['STOP', 'START', 'HELP'])('%s is handed on with the text', async (OptOutType) => {
    expect((await receive({ OptOutType })).handled).toMatchObject([{ body: 'CANCELAR', carrierAct: OptOutType }]);
  });

  it.each([{}, { OptOutType: 'SOMETHING' }])('is nothing where it is not said, or not known: %j', async (fields) => {
    expect((await receive(fields)).handled[0]?.carrierAct).toBeUndefined();
  });

  it('does not silence what is still to be answered', async () => {
    expect((await receive({ OptOutType: 'STOP' }, ['Call 988.'])).body).toContain('Call 988.');
  });
});

describe('who a text is from', () => {
  const phone = '+12125550101';
  const id = pseudonymOf('a pepper of the tests', 'sms', phone);

  it.each([phone, `rcs:${phone}`, `RCS:${phone}`, `whatsapp:${phone}`])('%s is that phone', async (From) => {
    const { handled, body, logged } = await receive({ From, Body: 'STOP' });
    expect(handled).toMatchObject([{ channel: 'sms', address: phone, id, body: 'STOP' }]);
    expect(body).toContain('<Message>an answer</Message>');
    expect(logged).toEqual([]);
  });

  it('Twilio answers an opt-out on SMS and RCS, and leaves it to us on WhatsApp', async () => {
    const who = async (From: string) => (await receive({ From, Body: 'STOP' })).handled[0]?.carrierIsSilent;
    expect([await who(phone), await who(`rcs:${phone}`), await who(`whatsapp:${phone}`)]).toEqual([
      undefined,
      undefined,
      true,
    ]);
  });

  it.each([
    ['36180', 'short-code'],
    ['+36180', 'short-code'],
    ['CLINIC', 'name'],
    ['My Bank 1', 'name'],
    ['rcs:clinic_agent', 'no-phone'],
    ['rcs:', 'no-phone'],
    ['whatsapp:36180', 'no-phone'],
    ['messenger:1234567890', 'other-channel'],
    ['rcs:rcs:+12125550101', 'no-phone'],
  ])('%s is nobody’s phone: not answered, and logged as %s without it', async (From, reason) => {
    const { handled, body, logged } = await receive({ From });
    expect(handled).toEqual([]);
    expect(body).toContain('<Response/>');
    expect(logged).toEqual([['warn', 'inbound-dropped', { channel: 'sms', reason, count: 1 }]]);
  });
});

describe('what is refused at the door', () => {
  it('is logged and counted: a wrong Auth Token would refuse everybody', async () => {
    const logged: unknown[] = [];
    const counted: unknown[] = [];
    const smsInbound = createSmsInbound({
      log: (level, event, fields) => logged.push([level, event, fields]),
      count: (channel, counts) => counted.push([channel, counts]),
      publicBaseUrl,
      authTokens: ['another token'],
      pepper: 'a pepper of the tests',
      handleReply: async () => ({ answers: [], language: 'en', isNew: true }),
    });
    const { statusCode } = await smsInbound(eventOf({ MessageSid: `SM${'0'.repeat(32)}`, From: '+12125550101' }));
    expect(statusCode).toBe(403);
    expect(logged).toEqual([['warn', 'inbound-dropped', { channel: 'sms', reason: 'unsigned', count: 1 }]]);
    expect(counted).toEqual([['sms', { refused: 1 }]]);
  });
});
