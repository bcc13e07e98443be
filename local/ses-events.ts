import { randomUUID } from 'node:crypto';
import type { EventBridgeEvent } from 'aws-lambda';
import { bareAddress, type SendRequest } from './ses-request.ts';
import { account, region } from './settings.ts';

/** A mail that SES has accepted, as its events name it. */
export interface SentMail {
  readonly messageId: string;
  readonly sentAt: number;
  readonly to: string;
  readonly request: SendRequest;
}

/** An event of SES's on EventBridge. */
export type SesEvent = EventBridgeEvent<string, Record<string, unknown>>;

const mailOf = ({ messageId, sentAt, to, request }: SentMail): Record<string, unknown> => ({
  timestamp: new Date(sentAt).toISOString(),
  messageId,
  source: request.FromEmailAddress,
  sourceArn: `arn:aws:ses:${region}:${account}:identity/${bareAddress(request.FromEmailAddress).replace(/^.*@/, '')}`,
  sendingAccountId: account,
  destination: [to],
  headersTruncated: false,
  headers: request.Content.Simple.Headers.map(({ Name, Value }) => ({ name: Name, value: Value })),
  commonHeaders: {
    from: [request.FromEmailAddress],
    to: [to],
    replyTo: request.ReplyToAddresses,
    messageId,
    subject: request.Content.Simple.Subject.Data,
  },
  tags: {
    'ses:configuration-set': [request.ConfigurationSetName ?? ''],
    'ses:from-domain': [bareAddress(request.FromEmailAddress).replace(/^.*@/, '')],
    ...Object.fromEntries(request.EmailTags.map(({ Name, Value }) => [Name, [Value]])),
  },
});

const eventOf = (
  mail: SentMail,
  at: number,
  detailType: string,
  eventType: string,
  about: Record<string, unknown>,
): SesEvent => ({
  version: '0',
  id: randomUUID(),
  'detail-type': detailType,
  source: 'aws.ses',
  account,
  time: new Date(at).toISOString(),
  region,
  resources: [`arn:aws:ses:${region}:${account}:configuration-set/${mail.request.ConfigurationSetName ?? ''}`],
  detail: { eventType, mail: mailOf(mail), ...about },
});

/** The receiving server's answers: no such mailbox, or one that takes no mail now (full, after SES's own tries). */
const bounces = {
  Permanent: { action: 'failed', status: '5.1.1', diagnosticCode: 'smtp; 550 5.1.1 user unknown' },
  Transient: { action: 'failed', status: '4.2.2', diagnosticCode: 'smtp; 452 4.2.2 mailbox full' },
} as const;
const subTypes = { Permanent: 'General', Transient: 'MailboxFull' } as const;

/** The events of SES on EventBridge (docs/facts.md#b4), one function a detail type. `at` is when it happened (epoch ms). */
export const sesEvents = {
  sent: (mail: SentMail, at: number): SesEvent => eventOf(mail, at, 'Email Sent', 'Send', { send: {} }),
  delivered: (mail: SentMail, at: number): SesEvent =>
    eventOf(mail, at, 'Email Delivered', 'Delivery', {
      delivery: {
        timestamp: new Date(at).toISOString(),
        processingTimeMillis: at - mail.sentAt,
        recipients: [mail.to],
        smtpResponse: '250 2.6.0 Message received',
        reportingMTA: 'mta.example.com',
      },
    }),
  bounced: (mail: SentMail, at: number, bounceType: keyof typeof bounces = 'Permanent'): SesEvent =>
    eventOf(mail, at, 'Email Bounced', 'Bounce', {
      bounce: {
        bounceType,
        bounceSubType: subTypes[bounceType],
        bouncedRecipients: [{ emailAddress: mail.to, ...bounces[bounceType] }],
        timestamp: new Date(at).toISOString(),
        feedbackId: randomUUID(),
        reportingMTA: 'dns; mta.example.com',
      },
    }),
  complained: (mail: SentMail, at: number): SesEvent =>
    eventOf(mail, at, 'Email Complaint Received', 'Complaint', {
      complaint: {
        complainedRecipients: [{ emailAddress: mail.to }],
        timestamp: new Date(at).toISOString(),
        feedbackId: randomUUID(),
        complaintSubType: null,
        complaintFeedbackType: 'abuse',
        userAgent: 'Amazon SES Mailbox Simulator',
        arrivalDate: new Date(at).toISOString(),
      },
    }),
} as const;
