import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import * as z from 'zod';
import type { Outbox } from './outbox.ts';

/** SNS's limits: a subject of up to 100 printable ASCII letters, a message of up to 256 KiB. */
const publishSchema = z.object({
  Action: z.literal('Publish'),
  TopicArn: z.string().startsWith('arn:aws:sns:'),
  Subject: z.string().regex(/^[ -~]{1,100}$/),
  Message: z.string().min(1).max(262_144),
  'MessageAttributes.entry.1.Name': z.literal('contact'),
  'MessageAttributes.entry.1.Value.DataType': z.literal('String'),
  'MessageAttributes.entry.1.Value.StringValue': z.string().min(1),
});

/** The mailbox of one of the clinic's contacts, whose subscription takes the messages that carry their name. */
const mailboxOf = (contact: string): string => `${contact.toLowerCase().replace(/[^a-z0-9]+/g, '-')}@clinic.example`;

const xml = (body: string, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/xml' } });

const xmlOf = (code: string, message: string): Response =>
  xml(
    `<ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>${randomUUID()}</RequestId></ErrorResponse>`,
    400,
  );

/** SNS over its Query protocol: Publish to a topic whose subscriptions are the mailboxes of contacts. */
export const createSnsStandIn = (outbox: Outbox) => {
  const app = new Hono();
  app.post('*', async (context) => {
    const said = publishSchema.safeParse(Object.fromEntries(new URLSearchParams(await context.req.text())));
    if (!said.success) return xmlOf('InvalidParameter', 'the stand-in for SNS does not know this request');
    const { Subject, Message } = said.data;
    outbox.add({
      kind: 'alert',
      channel: 'email',
      to: mailboxOf(said.data['MessageAttributes.entry.1.Value.StringValue']),
      from: 'AWS Notifications <no-reply@sns.amazonaws.com>',
      subject: Subject,
      text: Message,
      headers: { 'Message-ID': `<${randomUUID()}@sns.amazonaws.com>` },
    });
    return xml(
      `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/"><PublishResult><MessageId>${randomUUID()}</MessageId></PublishResult><ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></PublishResponse>`,
    );
  });
  return app;
};
