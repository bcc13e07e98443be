import { DeleteObjectCommand, GetObjectCommand, NoSuchKey, S3Client } from '@aws-sdk/client-s3';
import {
  DeleteSuppressedDestinationCommand,
  SESv2Client,
  SendEmailCommand,
  type SendEmailCommandInput,
} from '@aws-sdk/client-sesv2';
import {
  ChangeMessageVisibilityCommand,
  QueueDoesNotExist,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { fetchSecrets } from '../../../shared/platform/secrets.ts';
import { authToken, noon, type Providers, startProviders } from './provider-set-up.ts';

// The SDK's own clients, built as the functions build them: only environment variables lead them to the stand-ins.
let providers: Providers;
beforeAll(async () => {
  providers = await startProviders();
});
afterAll(() => providers.close());
beforeEach(() => {
  providers.clear();
  providers.events.length = 0;
});

const urlOf = (queue: string): string => `${providers.url}/sqs/000000000000/${queue}`;

describe('SQS', () => {
  it('takes a message with a delay', async () => {
    const { MessageId } = await new SQSClient({}).send(
      new SendMessageCommand({ QueueUrl: urlOf('erasure'), MessageBody: 'erase é', DelaySeconds: 900 }),
    );
    expect(MessageId).toMatch(/^[\da-f-]{36}$/);
    expect(providers.queues.erasure.nextAt()).toBe(noon + 900_000);
  });

  it('takes a batch, with checksums that the SDK accepts', async () => {
    const { Successful, Failed } = await new SQSClient({}).send(
      new SendMessageBatchCommand({
        QueueUrl: urlOf('sms'),
        Entries: ['a', 'b'].map((Id) => ({ Id, MessageBody: `body of ${Id}` })),
      }),
    );
    expect(Successful?.map((entry) => entry.Id)).toEqual(['a', 'b']);
    expect(Failed ?? []).toEqual([]);
    expect(providers.queues.sms.size()).toBe(2);
  });

  it('changes the visibility of a message in flight', async () => {
    providers.queues.email.send('work');
    const message = providers.queues.email.receive();
    await new SQSClient({}).send(
      new ChangeMessageVisibilityCommand({
        QueueUrl: urlOf('email'),
        ReceiptHandle: message?.receipt,
        VisibilityTimeout: 30,
      }),
    );
    expect(providers.queues.email.nextAt()).toBe(noon + 30_000);
  });

  it('refuses a queue that does not exist, an unknown receipt and a delay beyond 15 minutes', async () => {
    const client = new SQSClient({});
    await expect(client.send(new SendMessageCommand({ QueueUrl: urlOf('fax'), MessageBody: 'x' }))).rejects.toThrow(
      QueueDoesNotExist,
    );
    await expect(
      client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: urlOf('sms'), ReceiptHandle: 'gone', VisibilityTimeout: 1 }),
      ),
    ).rejects.toMatchObject({ name: 'ReceiptHandleIsInvalid' });
    await expect(
      client.send(new SendMessageCommand({ QueueUrl: urlOf('sms'), MessageBody: 'x', DelaySeconds: 901 })),
    ).rejects.toMatchObject({ name: 'InvalidParameterValueException' });
  });
});

const mail = (change: Partial<SendEmailCommandInput> = {}): SendEmailCommand =>
  new SendEmailCommand({
    FromEmailAddress: 'Backbeat <tips@backbeat.example>',
    Destination: { ToAddresses: ['ana@example.org'] },
    ReplyToAddresses: ['reply+token@backbeat.example'],
    ConfigurationSetName: 'backbeat',
    EmailTags: [
      { Name: 'kind', Value: 'tip' },
      { Name: 'id', Value: 'abc' },
    ],
    Content: {
      Simple: {
        Subject: { Data: 'Marche à pied', Charset: 'UTF-8' },
        Body: { Text: { Data: 'text' }, Html: { Data: '<p>html</p>' } },
        Headers: [{ Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' }],
      },
    },
    ...change,
  });
// As the functions do: a retry after a lost answer is a second mail.
const sesClient = (): SESv2Client => new SESv2Client({ maxAttempts: 1 });

describe('SES', () => {
  it('puts an accepted mail into the outbox and tells what became of it', async () => {
    const { MessageId } = await sesClient().send(mail());
    expect(providers.outbox.list(0)).toEqual([
      {
        n: 1,
        at: '2030-01-07T12:00:00.000Z',
        kind: 'tip',
        channel: 'email',
        to: 'ana@example.org',
        from: 'Backbeat <tips@backbeat.example>',
        subject: 'Marche à pied',
        text: 'text',
        html: '<p>html</p>',
        headers: {
          'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          'Reply-To': 'reply+token@backbeat.example',
          'Message-ID': `<${MessageId}@email.amazonses.com>`,
        },
        status: 'accepted',
      },
    ]);
    await providers.pass(2_000);
    expect(providers.events.map((event) => event['detail-type'])).toEqual(['Email Sent', 'Email Delivered']);
    expect(providers.events[1]?.detail).toMatchObject({
      eventType: 'Delivery',
      mail: { messageId: MessageId, destination: ['ana@example.org'], tags: { kind: ['tip'], id: ['abc'] } },
    });
    expect(providers.outbox.list(0)[0]?.status).toBe('delivered');
  });

  it.each([
    ['bounce@simulator.amazonses.com', ['Email Sent', 'Email Bounced'], 'bounced'],
    ['complaint+1@simulator.amazonses.com', ['Email Sent', 'Email Delivered', 'Email Complaint Received'], 'delivered'],
  ])('plays the mailbox simulator for %s', async (address, types, status) => {
    await sesClient().send(mail({ Destination: { ToAddresses: [address] } }));
    await providers.pass(3_000);
    expect(providers.events.map((event) => event['detail-type'])).toEqual(types);
    expect(providers.outbox.list(0)[0]?.status).toBe(status);
  });

  it.each([
    [{ error: 'TooManyRequestsException' }, 'TooManyRequestsException', 429],
    [{ error: 'MessageRejected' }, 'MessageRejected', 400],
    [{ error: 'ThrottlingException' }, 'ThrottlingException', 400],
  ])('answers with the fault %o', async (fault, name, status) => {
    providers.faults.add({ channel: 'email', times: 1, ...fault });
    await expect(sesClient().send(mail())).rejects.toMatchObject({ name, $metadata: { httpStatusCode: status } });
    expect(providers.outbox.count()).toBe(0);
    await sesClient().send(mail());
    expect(providers.outbox.count()).toBe(1);
  });

  it('answers with a bare status', async () => {
    providers.faults.add({ channel: 'email', times: 1, http: 503 });
    await expect(sesClient().send(mail())).rejects.toMatchObject({ $metadata: { httpStatusCode: 503 } });
  });

  it('takes the mail and hangs up; the events come a minute later', async () => {
    providers.faults.add({ channel: 'email', times: 1, error: 'accept-then-hang-up' });
    await expect(sesClient().send(mail())).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(providers.outbox.count()).toBe(1);
    await providers.pass(60_000);
    expect(providers.events).toEqual([]);
    await providers.pass(2_000);
    expect(providers.events).toHaveLength(2);
  });

  it('keeps the events of a dropped receipt to itself', async () => {
    providers.faults.add({ channel: 'email', times: 1, dropReceipt: true });
    await sesClient().send(mail());
    await providers.pass(3_600_000);
    expect(providers.events).toEqual([]);
  });

  it.each([
    ['a tag value with an at sign', { EmailTags: [{ Name: 'to', Value: 'a@b' }] }],
    ['two recipients', { Destination: { ToAddresses: ['a@example.org', 'b@example.org'] } }],
  ])('refuses %s', async (_, change) => {
    await expect(sesClient().send(mail(change))).rejects.toMatchObject({ name: 'BadRequestException' });
  });

  it('takes an address off the suppression list', async () => {
    const answer = await sesClient().send(new DeleteSuppressedDestinationCommand({ EmailAddress: 'ana@example.org' }));
    expect(answer.$metadata.httpStatusCode).toBe(200);
  });
});

describe('S3 and the parameter extension', () => {
  it('hands out a stored mail byte for byte', async () => {
    const bytes = new Uint8Array([0, 255, 13, 10, 195, 40]);
    providers.mails.put('backbeat-inbound', 'some/key', bytes);
    const { Body } = await new S3Client({}).send(new GetObjectCommand({ Bucket: 'backbeat-inbound', Key: 'some/key' }));
    expect(new Uint8Array((await Body?.transformToByteArray()) ?? [])).toEqual(bytes);
  });

  it('hands out the beginning of a mail, if that is all that is asked for', async () => {
    providers.mails.put('backbeat-inbound', 'key', new TextEncoder().encode('From: ana'));
    const begin = async (Range: string) => {
      const { Body } = await new S3Client({}).send(
        new GetObjectCommand({ Bucket: 'backbeat-inbound', Key: 'key', Range }),
      );
      return Body?.transformToString();
    };
    expect(await begin('bytes=0-3')).toBe('From');
    expect(await begin('bytes=0-9999')).toBe('From: ana');
  });

  it('forgets a mail that is deleted, and deletes it twice without complaint', async () => {
    const s3 = new S3Client({});
    const mail = { Bucket: 'backbeat-inbound', Key: 'handled' };
    providers.mails.put(mail.Bucket, mail.Key, new TextEncoder().encode('From: ana'));
    await s3.send(new DeleteObjectCommand(mail));
    await s3.send(new DeleteObjectCommand(mail));
    await expect(s3.send(new GetObjectCommand(mail))).rejects.toThrow(NoSuchKey);
  });

  it('has no other objects', async () => {
    await expect(
      new S3Client({}).send(new GetObjectCommand({ Bucket: 'backbeat-inbound', Key: 'nothing' })),
    ).rejects.toThrow(NoSuchKey);
  });

  it('hands out the secrets', async () => {
    expect(await fetchSecrets('/backbeat/secrets', process.env)).toMatchObject({ twilioAuthToken: authToken });
  });
});
