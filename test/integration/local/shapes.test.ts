import { describe, expect, it } from 'vitest';
import { millisecondsOf } from '../../../local/duration.ts';
import { eventOfRequest, responseOfResult } from '../../../local/http-api-event.ts';
import { messagesOf } from '../../../local/read-twiml.ts';
import { receivedMailEvent } from '../../../local/received-mail-event.ts';

describe('an HTTP request as an HTTP API hands it on', () => {
  it('carries path, query, headers and cookies', async () => {
    const request = new Request('http://127.0.0.1:3000/pain/tok?score=6&a=1&a=2', {
      headers: { 'X-One': 'yes', cookie: 'a=b; c=d' },
    });
    expect(await eventOfRequest(request, Date.parse('2030-01-07T12:00:00Z'))).toMatchObject({
      version: '2.0',
      rawPath: '/pain/tok',
      rawQueryString: 'score=6&a=1&a=2',
      headers: { 'x-one': 'yes' },
      cookies: ['a=b', 'c=d'],
      queryStringParameters: { score: '6', a: '1,2' },
      requestContext: { http: { method: 'GET', path: '/pain/tok' }, timeEpoch: Date.parse('2030-01-07T12:00:00Z') },
      isBase64Encoded: false,
    });
  });

  it.each([
    ['application/x-www-form-urlencoded', true],
    ['multipart/form-data; boundary=x', true],
    ['application/json', false],
    ['text/plain; charset=utf-8', false],
  ])('encodes a %s body: %s', async (type, isBase64Encoded) => {
    const request = new Request('http://x/signup', { method: 'POST', headers: { 'content-type': type }, body: 'a=é' });
    const event = await eventOfRequest(request, 0);
    expect(event.isBase64Encoded).toBe(isBase64Encoded);
    expect(Buffer.from(event.body ?? '', isBase64Encoded ? 'base64' : 'utf8').toString()).toBe('a=é');
  });
});

describe('a result as an HTTP API answers it', () => {
  it('decodes base64 and sets every cookie', async () => {
    const response = responseOfResult({
      statusCode: 201,
      headers: { 'content-type': 'application/pdf' },
      cookies: ['a=1', 'b=2'],
      body: Buffer.from([37, 80, 0, 255]).toString('base64'),
      isBase64Encoded: true,
    });
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([37, 80, 0, 255]));
  });

  it('takes a result without a status for the body', async () => {
    const response = responseOfResult('<Response/>');
    expect([response.status, await response.text()]).toEqual([200, '<Response/>']);
  });

  it('allows a status that has no body', () => {
    expect(responseOfResult({ statusCode: 204, body: '' }).status).toBe(204);
  });
});

describe('a received mail', () => {
  const raw = Buffer.from(
    'From: Ana <ana@example.org>\r\nTo: reply+tok@backbeat.example,\r\n other@backbeat.example\r\nSubject: Re: tip\r\n\r\nPAIN 3\r\nTo: nobody',
  );

  it('comes with its headers and envelope, and passes unless told otherwise', () => {
    const { mail, receipt } = receivedMailEvent('m1', raw, '', 0).Records[0]?.ses ?? {};
    expect(mail).toMatchObject({
      messageId: 'm1',
      source: 'ana@example.org',
      destination: ['reply+tok@backbeat.example', 'other@backbeat.example'],
      commonHeaders: { subject: 'Re: tip', from: ['Ana <ana@example.org>'] },
    });
    expect(mail?.headers).toHaveLength(3);
    expect(receipt).toMatchObject({ dmarcVerdict: { status: 'PASS' }, virusVerdict: { status: 'PASS' } });
    expect(receipt).not.toHaveProperty('dmarcPolicy');
  });

  it('carries the verdicts that were asked for', () => {
    const receipt = receivedMailEvent('m1', raw, 'dmarc=FAIL, spf=gray', 0).Records[0]?.ses.receipt;
    expect(receipt).toMatchObject({
      dmarcVerdict: { status: 'FAIL' },
      dmarcPolicy: 'none',
      spfVerdict: { status: 'GRAY' },
      dkimVerdict: { status: 'PASS' },
    });
  });

  it('has the envelope sender of its Return-Path', () => {
    const bounce = Buffer.from('Return-Path: <>\r\nFrom: mailer-daemon@example.org\r\n\r\n');
    expect(receivedMailEvent('m1', bounce, '', 0).Records[0]?.ses.mail.source).toBe('');
  });
});

it.each([
  ['<Response/>', []],
  ['<?xml version="1.0"?><Response><Message>a &lt; b &#39;c&#x27; &amp;amp;</Message></Response>', ["a < b 'c' &amp;"]],
  [
    '<Response><Message to="+1"><Body>one</Body></Message><Message>two\nlines</Message></Response>',
    ['one', 'two\nlines'],
  ],
])('reads the messages of TwiML %s', (twiml, messages) => {
  expect(messagesOf(twiml)).toEqual(messages);
});

it.each([
  ['PT1M', 60_000],
  ['P1D', 86_400_000],
  ['P1W', 604_800_000],
  ['P1DT2H3M4.5S', 93_784_500],
  ['P1M', undefined],
  ['PT', undefined],
  ['P', undefined],
  ['1D', undefined],
  ['-P1D', undefined],
])('a duration of %s is %s ms', (duration, milliseconds) => {
  expect(millisecondsOf(duration)).toBe(milliseconds);
});
