import type { Settings } from '../../shared/platform/settings.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import { pepper, tokenKey } from './subscribers.ts';

/** What the deployment of the integration tests is told. */
export const settings = {
  publicBaseUrl: 'https://backbeat.example.org',
  smsQueue: 'https://sqs.example.org/sms',
  emailQueue: 'https://sqs.example.org/email',
  erasureQueue: 'https://sqs.example.org/erasure',
  smsNumber: '+15550001111',
  messagingService: '',
  rcsSender: 'clinic_agent',
  twilioAccount: `AC${'0'.repeat(32)}`,
  twilioUrl: 'https://twilio.example.org',
  twilioAnswersOptOut: 'true',
  mailFrom: 'Backbeat <tips@backbeat.example.org>',
  replyAddress: 'reply@backbeat.example.org',
  configurationSet: 'backbeat',
  smsGroupSize: 25,
  smsWorkers: 2,
  emailGroupSize: 25,
  emailWorkers: 2,
  smsPerSecond: Number.POSITIVE_INFINITY,
  emailPerSecond: Number.POSITIVE_INFINITY,
  contact: 'help@backbeat.example.org',
  metricsNamespace: 'Backbeat',
  countries: 'all',
  behindCloudFront: 'false',
  joinsADay: Number.POSITIVE_INFINITY,
  joinsInTotal: Number.POSITIVE_INFINITY,
  smsSegmentsAMonth: Number.POSITIVE_INFINITY,
  emailsAMonth: Number.POSITIVE_INFINITY,
  redFlagReaders: 'nobody',
} as const satisfies Partial<Settings>;

export const secrets: Secrets = { twilioAuthToken: 'a Twilio token for the tests only', pepper, tokenKey };
