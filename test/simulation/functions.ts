import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SNSClient } from '@aws-sdk/client-sns';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { createAlertClinic } from '../../functions/alert-clinic/alert-clinic.ts';
import { alertClinicDeps } from '../../functions/alert-clinic/deps.ts';
import { createDeliveryEvents } from '../../functions/delivery-events/delivery-events.ts';
import { deliveryEventsDeps } from '../../functions/delivery-events/deps.ts';
import { emailInboundDeps, loadPrinted } from '../../functions/email-inbound/deps.ts';
import { createEmailInbound } from '../../functions/email-inbound/email-inbound.ts';
import { eraseSubscriberDeps } from '../../functions/erase-subscriber/deps.ts';
import { createEraseSubscriber } from '../../functions/erase-subscriber/erase-subscriber.ts';
import { reconcileInboundDeps } from '../../functions/reconcile-inbound/deps.ts';
import { createReconcileInbound } from '../../functions/reconcile-inbound/reconcile-inbound.ts';
import { scheduleTipsDeps } from '../../functions/schedule-tips/deps.ts';
import { createScheduleTips } from '../../functions/schedule-tips/schedule-tips.ts';
import { sendTipsDeps } from '../../functions/send-tips/deps.ts';
import { createSendTips } from '../../functions/send-tips/send-tips.ts';
import { smsInboundDeps } from '../../functions/sms-inbound/deps.ts';
import { createSmsInbound } from '../../functions/sms-inbound/sms-inbound.ts';
import { webDeps } from '../../functions/web/deps.ts';
import { lambdaAdapter } from '../../functions/web/lambda-adapter.ts';
import { textsIn } from '../../functions/web/pages/texts/texts-in.ts';
import { createWeb } from '../../functions/web/web.ts';
import { loadMailTemplates } from '../../shared/content/mail-templates.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { loadPlaces } from '../../shared/content/places.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { sendJob } from '../../shared/providers/sqs/send-job.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createDesk } from '../../shared/use-cases/desk/desk.ts';

/** The settings of the simulated deployment; a worker's pace and channel are added for each. */
export const settings = {
  publicBaseUrl: 'https://backbeat.example.org',
  smsQueue: 'https://sqs.example.com/sms',
  emailQueue: 'https://sqs.example.com/email',
  erasureQueue: 'https://sqs.example.com/erasure',
  smsNumber: '+15550001111',
  messagingService: '',
  rcsSender: '',
  twilioAccount: `AC${'0'.repeat(32)}`,
  twilioUrl: 'https://api.twilio.com',
  twilioAnswersOptOut: 'true',
  mailFrom: 'Backbeat <tips@backbeat.example.org>',
  replyAddress: 'reply@backbeat.example.org',
  configurationSet: 'backbeat',
  workers: 1,
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
  redFlagReaders: {
    clinic: 'Elm Street Physio',
    zone: 'America/New_York',
    hours: [{ days: [1, 2, 3, 4, 5, 6, 7], from: '08:00', to: '20:00' }],
    contacts: ['front desk', 'duty physio'],
  },
  alertTopic: 'arn:aws:sns:us-east-1:000000000000:alerts',
  joinsADay: Number.POSITIVE_INFINITY,
  joinsInTotal: Number.POSITIVE_INFINITY,
  smsSegmentsAMonth: Number.POSITIVE_INFINITY,
  emailsAMonth: Number.POSITIVE_INFINITY,
} as const satisfies Partial<Settings>;

export const secrets = {
  twilioAuthToken: 'the auth token of the simulation',
  pepper: 'the pepper of the simulation',
  tokenKey: 'the token key of the simulation',
} as const satisfies Secrets;

/** How one process reaches the world. */
export interface Clients {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly http: HttpClient;
  readonly ses: SESv2Client;
  readonly sns: SNSClient;
  readonly readRawMail: (messageId: string) => Promise<Uint8Array | undefined>;
  readonly deleteRawMail: (messageId: string) => Promise<void>;
  readonly log: Log;
}

/** What a process of a function is made of: production's composition, over simulated clients. */
export interface Parts {
  readonly clients: Clients;
  readonly runtime: Runtime;
  /** Messages a second of one worker. */
  readonly ratePerSecond: number;
}

// French and the places are loaded before the world begins: how long a file takes to read is not decided by the seed.
await Promise.all([
  loadMailTemplates(),
  loadPlaces(),
  loadPrinted(),
  ...languages.flatMap((language) => [textsFor(language), mailsFor(language), textsIn(language)]),
]);

/** The clients of functions that queue only a few jobs. */
const withQueueJob = ({ sqs, ...clients }: Clients) => ({
  ...clients,
  secrets,
  queueJob: (url: string, job: Parameters<typeof sendJob>[2]) => sendJob(sqs, url, job),
});

const sendTips =
  (channel: 'sms' | 'email') =>
  async ({ clients: { ses, ...clients }, runtime, ratePerSecond }: Parts) =>
    createSendTips(
      sendTipsDeps({ ...clients, secrets, ses: () => ses }, { ...settings, ratePerSecond, channel }, runtime),
    );

/**
 * Every deployed function, composed by its own deps.ts, with its timeout in seconds (infra/constructs); and the desk, which
 * staff run on a machine of their own.
 */
export const functions = {
  'schedule-tips': {
    create: async ({ clients, runtime }: Parts) => createScheduleTips(scheduleTipsDeps(clients, settings, runtime)),
    timeoutSeconds: 240,
  },
  'send-tips-sms': { create: sendTips('sms'), timeoutSeconds: 60 },
  'send-tips-email': { create: sendTips('email'), timeoutSeconds: 60 },
  'sms-inbound': {
    create: async ({ clients, runtime }: Parts) =>
      createSmsInbound(smsInboundDeps(withQueueJob(clients), settings, runtime)),
    timeoutSeconds: 10,
  },
  'email-inbound': {
    create: async ({ clients, runtime }: Parts) =>
      createEmailInbound(emailInboundDeps(withQueueJob(clients), settings, runtime)),
    timeoutSeconds: 30,
  },
  'delivery-events': {
    create: async ({ clients, runtime }: Parts) =>
      createDeliveryEvents(deliveryEventsDeps({ ...clients, secrets }, settings, runtime)),
    timeoutSeconds: 10,
  },
  'erase-subscriber': {
    create: async ({ clients, runtime }: Parts) =>
      createEraseSubscriber(eraseSubscriberDeps({ ...clients, secrets }, settings, runtime)),
    timeoutSeconds: 60,
  },
  'reconcile-inbound': {
    create: async ({ clients, runtime }: Parts) =>
      createReconcileInbound(reconcileInboundDeps(withQueueJob(clients), settings, runtime)),
    timeoutSeconds: 240,
  },
  'alert-clinic': {
    create: async ({ clients, runtime }: Parts) =>
      createAlertClinic(alertClinicDeps(clients, settings, settings.redFlagReaders, runtime)),
    timeoutSeconds: 60,
  },
  desk: {
    create: async ({ clients: { table, sqs, log }, runtime }: Parts) =>
      createDesk({
        table,
        pepper: secrets.pepper,
        runtime,
        readers: settings.redFlagReaders,
        homes: ['US'],
        eraseLater: (job) => sendJob(sqs, settings.erasureQueue, job),
        mailLater: (job) => sendJob(sqs, settings.emailQueue, job),
        listSuppressed: async () => new Set(),
        log,
        caps: settings,
        countQueues: async () => [],
      }),
    timeoutSeconds: 60,
  },
  web: {
    create: async ({ clients, runtime }: Parts) => {
      const { allowAgain } = createSesMail({
        client: clients.ses,
        from: settings.mailFrom,
        configurationSet: 'backbeat',
      });
      return lambdaAdapter(createWeb(webDeps({ ...withQueueJob(clients), allowAgain }, settings, runtime)));
    },
    timeoutSeconds: 15,
  },
} as const;

export type FunctionName = keyof typeof functions;
export type FunctionOf<Name extends FunctionName> = Awaited<ReturnType<(typeof functions)[Name]['create']>>;
