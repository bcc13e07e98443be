import { SQSClient } from '@aws-sdk/client-sqs';
import { loadMailTemplates } from '../../shared/content/mail-templates.ts';
import { mailsFor } from '../../shared/content/mails.ts';
import { textsFor } from '../../shared/content/texts.ts';
import { createLinks } from '../../shared/domain/people/links.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { createLog } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createSesMail, sesClient } from '../../shared/providers/ses/send-mail.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createTwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import { createClaimStore } from '../../shared/store/claim-store.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import { createMailSender } from './mail-sender.ts';
import { createOfferText } from './offer-text.ts';
import type { OutcomeCounts } from './outcome-counts.ts';
import { createPacer } from './pacer.ts';
import { createSendGroup } from './send-group.ts';
import type { SendTipsDeps } from './send-tips.ts';
import { createTextSender } from './text-sender.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** For one request to Twilio: shorter than the function's timeout by far, so that a doubt is recorded as one. */
const twilioTimeoutMs = 10_000;

const textChannel = (environment: Environment, secrets: Secrets) => {
  const settings = readSettings(environment, [
    'twilioAccount',
    'twilioUrl',
    'smsNumber',
    'messagingService',
    'publicBaseUrl',
  ]);
  return createTextSender({
    twilio: createTwilioMessages({
      apiUrl: settings.twilioUrl,
      accountSid: settings.twilioAccount,
      authToken: secrets.twilioAuthToken,
      timeoutMs: twilioTimeoutMs,
    }),
    smsNumber: settings.smsNumber,
    messagingServiceSid: settings.messagingService || undefined,
    publicBaseUrl: settings.publicBaseUrl,
    textsFor,
  });
};

const mailChannel = (environment: Environment, secrets: Secrets, runtime: Runtime) => {
  const settings = readSettings(environment, [
    'publicBaseUrl',
    'mailFrom',
    'replyAddress',
    'configurationSet',
    'contact',
  ]);
  return createMailSender({
    clock: runtime.clock,
    ses: createSesMail({
      client: sesClient(),
      from: settings.mailFrom,
      configurationSet: settings.configurationSet,
    }),
    links: createLinks({ ...settings, tokenKey: secrets.tokenKey }),
    tokenKey: secrets.tokenKey,
    replyAddress: settings.replyAddress,
    setting: async (language) => ({ templates: await loadMailTemplates(), language, contact: settings.contact }),
    tipMail: async (language, tip) => (await mailsFor(language)).find(({ id }) => id === tip),
  });
};

/** Connects a worker of one channel's queue to the table, its provider and both queues. */
export const sendTipsDeps = async (environment: Environment, runtime: Runtime): Promise<SendTipsDeps> => {
  const settings = readSettings(environment, [
    'table',
    'secretsParameter',
    'channel',
    'smsQueue',
    'emailQueue',
    'ratePerSecond',
    'workers',
    'metricsNamespace',
  ]);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const log = createLog(`send-tips-${settings.channel}`);
  const countMessages = createMetrics({ ...runtime, namespace: settings.metricsNamespace });
  const count = (counts: OutcomeCounts): void => {
    if (counts.due > 0) countMessages(settings.channel, { ...counts });
  };
  const table = connectTable(settings.table);
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, runtime.clock);
  const sqs = new SQSClient({});
  const queues = {
    sms: createJobQueue<SendJob>(sqs, settings.smsQueue),
    email: createJobQueue<SendJob>(sqs, settings.emailQueue),
  };
  const perSecond = settings.ratePerSecond / settings.workers;
  const text = settings.channel === 'sms' ? textChannel(environment, secrets) : undefined;
  const mail = settings.channel === 'email' ? mailChannel(environment, secrets, runtime) : undefined;
  const sender = text?.sender ?? mail?.sender;
  if (!sender) throw new TypeError('a worker sends texts or mails');

  return {
    clock: runtime.clock,
    log,
    count,
    sendGroup: createSendGroup({
      clock: runtime.clock,
      log,
      count,
      claims: createClaimStore(table),
      tips: stores.tips,
      sender,
      pacer: createPacer(runtime.clock, perSecond),
      perSecond,
      // Which tip is chosen is the same in every language.
      programme: (await textsFor('en')).tips,
      stop: (id, reason) => changes.stop(id, reason, 'provider'),
      release: changes.release,
      pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
      requeue: (channel, job) => queues[channel].send(job),
      offer: createOfferText({ clock: runtime.clock, log, changes, send: text?.offer }),
    }),
    readSubscriber: stores.persons.readSubscriber,
    confirm: async (subscriber, by) => mail?.confirm(subscriber, by),
    retryLater: queues[settings.channel].retryLater,
  };
};
