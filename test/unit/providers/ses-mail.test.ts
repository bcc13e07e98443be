import {
  DeleteSuppressedDestinationCommand,
  MessageRejected,
  NotFoundException,
  SESv2Client,
  SendEmailCommand,
  TooManyRequestsException,
} from '@aws-sdk/client-sesv2';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createSesMail, sesClient } from '../../../shared/providers/ses/send-mail.ts';

const ses = mockClient(SESv2Client);
beforeEach(() => ses.reset());

const mail = {
  to: 'jo@example.org',
  subject: 'À midi : respirez',
  text: 'Respirez.',
  html: '<p>Respirez.</p>',
  replyTo: 'reply+abc@backbeat.example',
  headers: { 'List-Id': '<tips.backbeat.example>' },
  tags: { kind: 'tip', id: 'abcdefghijklmnopqrstuvwxyz', date: '2026-11-22' },
} as const;

const connect = () =>
  createSesMail({
    client: new SESv2Client({ region: 'us-east-1' }),
    from: 'Backbeat <tips@backbeat.example>',
    configurationSet: 'backbeat',
  });

describe('sending a mail', () => {
  it('asks SES once, for one recipient, with headers and tags', async () => {
    ses.on(SendEmailCommand).resolves({ MessageId: '0100-1' });
    expect(await connect().send(mail)).toEqual({ kind: 'accepted', providerId: '0100-1' });
    expect(ses.commandCalls(SendEmailCommand).map(({ args }) => args[0].input)).toEqual([
      {
        FromEmailAddress: 'Backbeat <tips@backbeat.example>',
        Destination: { ToAddresses: ['jo@example.org'] },
        ReplyToAddresses: ['reply+abc@backbeat.example'],
        ConfigurationSetName: 'backbeat',
        EmailTags: [
          { Name: 'kind', Value: 'tip' },
          { Name: 'id', Value: 'abcdefghijklmnopqrstuvwxyz' },
          { Name: 'date', Value: '2026-11-22' },
        ],
        Content: {
          Simple: {
            Subject: { Data: 'À midi : respirez', Charset: 'UTF-8' },
            Body: {
              Text: { Data: 'Respirez.', Charset: 'UTF-8' },
              Html: { Data: '<p>Respirez.</p>', Charset: 'UTF-8' },
            },
            Headers: [{ Name: 'List-Id', Value: '<tips.backbeat.example>' }],
          },
        },
      },
    ]);
  });

  const failure = (properties: object) => Object.assign(new Error('it failed for jo@example.org'), properties);
  it.each([
    [
      new TooManyRequestsException({ message: '', $metadata: { httpStatusCode: 429 } }),
      { kind: 'throttled', code: 'TooManyRequestsException' },
    ],
    [
      new MessageRejected({ message: 'no', $metadata: { httpStatusCode: 400 } }),
      { kind: 'permanent', code: 'MessageRejected', stop: undefined },
    ],
    [
      failure({ name: 'InternalFailure', $metadata: { httpStatusCode: 500 } }),
      { kind: 'not-accepted', code: 'InternalFailure' },
    ],
    [failure({ name: 'TimeoutError' }), { kind: 'in-doubt', code: 'TimeoutError' }],
    [failure({ code: 'ECONNRESET' }), { kind: 'in-doubt', code: 'ECONNRESET' }],
    [failure({ code: 'ECONNREFUSED' }), { kind: 'not-accepted', code: 'ECONNREFUSED' }],
    [failure({ code: 'ENOTFOUND' }), { kind: 'not-accepted', code: 'ENOTFOUND' }],
  ])('that fails with %s', async (error, outcome) => {
    ses.on(SendEmailCommand).rejects(error);
    expect(await connect().send(mail)).toEqual(outcome);
    expect(ses.commandCalls(SendEmailCommand)).toHaveLength(1);
  });

  it('is in doubt when SES answers without an id', async () => {
    ses.on(SendEmailCommand).resolves({});
    expect(await connect().send(mail)).toEqual({ kind: 'in-doubt', code: 'no-message-id' });
  });

  it('is never tried again by the SDK itself', async () => {
    expect(await sesClient().config.maxAttempts()).toBe(1);
  });
});

describe('a mailbox that subscribes again', () => {
  it('is taken off the suppression list', async () => {
    ses.on(DeleteSuppressedDestinationCommand).resolves({});
    await connect().allowAgain('jo@example.org');
    expect(ses.commandCalls(DeleteSuppressedDestinationCommand)[0]?.args[0].input).toEqual({
      EmailAddress: 'jo@example.org',
    });
  });

  it('need not be on it', async () => {
    ses.on(DeleteSuppressedDestinationCommand).rejects(new NotFoundException({ message: '', $metadata: {} }));
    await expect(connect().allowAgain('jo@example.org')).resolves.toBeUndefined();
  });

  it('says so if SES fails', async () => {
    ses.on(DeleteSuppressedDestinationCommand).rejects(new TooManyRequestsException({ message: '', $metadata: {} }));
    await expect(connect().allowAgain('jo@example.org')).rejects.toThrow(TooManyRequestsException);
  });
});
