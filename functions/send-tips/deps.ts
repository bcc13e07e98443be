import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import { loadMailTemplates } from '../../shared/content/mail-templates.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import { courseOf, markOf } from '../../shared/domain/tips/course.ts';
import { percentOf } from '../../shared/domain/tips/spend.ts';
import { programmeOf } from '../../shared/domain/tips/tip-programme.ts';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { SecretsError } from '../../shared/platform/secrets.ts';
import type { ChannelSettings, Settings } from '../../shared/platform/settings.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { createChannelQueues } from '../../shared/providers/sqs/channel-queues.ts';
import { createTwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import type { MailSecrets } from '../../shared/schemas/secrets.ts';
import { createCodeStore } from '../../shared/store/code-store.ts';
import { createCohortStore } from '../../shared/store/cohort-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { spendSettings } from '../../shared/use-cases/spend-meter.ts';
import { createMailSender } from './mail-sender.ts';
import type { GroupCounts } from './outcome-counts.ts';
import type { SendTipsDeps } from './send-tips.ts';
import { createTextSender } from './text-sender.ts';
import { workerDeps } from './worker-deps.ts';

/**
 * How long one request to Twilio may take, in ms: far less than the function's timeout, so that an unanswered send is
 * recorded as in doubt.
 */
const twilioTimeoutMs = 10_000;

/** How a worker of send-tips reaches the world. */
export interface SendTipsClients {
  readonly table: Table;
  /** The secrets; with Twilio's token where texts are sent. */
  readonly secrets: MailSecrets;
  readonly sqs: SQSClient;
  /** Reaches Twilio. */
  readonly http: HttpClient;
  /** SES's client; only a worker that sends mails asks for it. */
  readonly ses: () => SESv2Client;
  readonly log: Log;
}

/** The settings that a worker of either channel reads. */
export const workerSettings = ['channel', 'ratePerSecond', 'workers', 'metricsNamespace', ...spendSettings] as const;

/** The settings that a worker of texts reads besides. */
export const textSettings = ['twilioAccount', 'twilioUrl', 'smsNumber', 'messagingService', 'publicBaseUrl'] as const;

/** The settings that a worker of mails reads besides. */
export const mailSettings = [
  'publicBaseUrl',
  'mailFrom',
  'replyAddress',
  'configurationSet',
  'contact',
  'redFlagReaders',
] as const;

type TextSettings = Pick<Settings, (typeof textSettings)[number]>;
type MailSettings = Pick<Settings, (typeof mailSettings)[number]>;
/** What the deployment tells a worker; its channel decides which settings there are. */
export type SendTipsSettings = Pick<Settings, (typeof workerSettings)[number]> &
  ChannelSettings<'smsQueue', 'emailQueue'> &
  ((TextSettings & { readonly channel: 'sms' }) | (MailSettings & { readonly channel: 'email' }));

const bestTitles = async (subscriber: Subscriber): Promise<readonly string[]> => {
  const first = firstProgramme();
  const programme = programmeOf(subscriber, first);
  const course = courseOf(subscriber, first);
  const mails = await mailsFor(subscriber.language);
  return programme.tips
    .filter(({ number }) => markOf(course, number) === 'helped')
    .flatMap(({ tip }) => mails.find(({ id }) => id === tip)?.title ?? []);
};

const textChannel = ({ http, secrets }: SendTipsClients, settings: TextSettings) => {
  if (secrets.twilioAuthToken === undefined) throw new SecretsError('the secrets lack twilioAuthToken');
  return createTextSender({
    twilio: createTwilioMessages({
      apiUrl: settings.twilioUrl,
      accountSid: settings.twilioAccount,
      authToken: secrets.twilioAuthToken,
      timeoutMs: twilioTimeoutMs,
      http,
    }),
    smsNumber: settings.smsNumber,
    messagingServiceSid: settings.messagingService || undefined,
    publicBaseUrl: settings.publicBaseUrl,
    textsFor,
  });
};

const mailChannel = (
  { ses, secrets, table }: SendTipsClients,
  settings: MailSettings & Pick<ChannelSettings<never, never>, 'onlyChannel'>,
  { clock }: Runtime,
) =>
  createMailSender({
    clock,
    ses: createSesMail({ client: ses(), from: settings.mailFrom, configurationSet: settings.configurationSet }),
    links: createLinks({ ...settings, tokenKeys: tokenKeysIn(secrets) }),
    tokenKeys: tokenKeysIn(secrets),
    replyAddress: settings.replyAddress,
    textsFor: (language) => textsFor(language, settings.onlyChannel),
    bestTitles,
    askedWith: createCohortStore(table).readAsked,
    findCode: createCodeStore(table).find,
    clinic: settings.redFlagReaders === 'nobody' ? undefined : settings.redFlagReaders.clinic,
    programme: firstProgramme(),
    setting: async (language) => ({ templates: await loadMailTemplates(), language, contact: settings.contact }),
    tipMail: async (language, tip) => (await mailsFor(language)).find(({ id }) => id === tip),
  });

/**
 * Composes a worker of one channel's queue from its clients, for AWS, a laptop and tests alike.
 * @throws SecretsError if texts are sent and the secrets have no token of Twilio's
 */
export const sendTipsDeps = (clients: SendTipsClients, settings: SendTipsSettings, runtime: Runtime): SendTipsDeps => {
  const { table, sqs, log } = clients;
  const countMessages = createMetrics({ ...runtime, namespace: settings.metricsNamespace });
  return workerDeps(
    {
      table,
      log,
      queues: createChannelQueues(sqs, settings, jitteredPause(runtime), log),
      count: ({ skipped, ...counts }: GroupCounts): void => {
        if (counts.due > 0 || counts.behind > 0) countMessages(settings.channel, counts);
        for (const [reason, count] of skipped) countMessages(settings.channel, { skipped: count }, reason);
      },
      countOptOut: () => countMessages(settings.channel, { optOuts: 1 }),
      ...(settings.channel === 'sms' ? textChannel(clients, settings) : mailChannel(clients, settings, runtime)),
      caps: settings,
      tellSpend: (spend) => countMessages(settings.channel, { spent: percentOf(spend) }),
      programme: firstProgramme(),
      perSecond: settings.ratePerSecond / settings.workers,
    },
    runtime,
  );
};
