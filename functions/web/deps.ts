import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import {
  type ChannelSettings,
  type Environment,
  readChannelSettings,
  readSettings,
  type Settings,
} from '../../shared/platform/settings.ts';
import { tokenKeysIn } from '../../shared/platform/token-keys.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { sendJob } from '../../shared/providers/sqs/send-job.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../shared/store/person-data-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import { createChangeSettings } from '../../shared/use-cases/change-settings.ts';
import { createEnrolment, type EnrolmentDeps } from '../../shared/use-cases/enrolment.ts';
import { createEraseOnPage } from '../../shared/use-cases/erase-on-page.ts';
import { NoMailHereError } from '../../shared/use-cases/no-mail-here.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import type { WebDeps } from './web-deps.ts';

export interface WebClients {
  readonly table: Table;
  readonly secrets: Pick<Secrets, 'pepper' | 'tokenKey' | 'formerTokenKeys'>;
  /** For confirmation mails. */
  readonly sqs: SQSClient;
  /** For the account's suppression list. */
  readonly ses: SESv2Client;
  readonly log: Log;
}

const webSettings = [
  'erasureQueue',
  'contact',
  'publicBaseUrl',
  'behindCloudFront',
  'redFlagReaders',
  'metricsNamespace',
] as const;

const mailSettings = ['emailQueue', 'replyAddress', 'mailFrom', 'configurationSet'] as const;
export type WebSettings = Pick<Settings, (typeof webSettings)[number]> &
  ChannelSettings<'smsNumber', (typeof mailSettings)[number]>;

/** @throws ConfigurationError */
export const readWebSettings = (environment: Environment): WebSettings => ({
  ...readSettings(environment, webSettings),
  ...readChannelSettings(environment, { sms: ['smsNumber'], email: mailSettings }),
});

/** Confirmation mails and the account's suppression list; of a deployment that sends no mail nobody asks for either. */
const mailing = (
  { sqs, ses, log }: Pick<WebClients, 'sqs' | 'ses' | 'log'>,
  { emailQueue, mailFrom, configurationSet }: WebSettings,
  runtime: Runtime,
): Pick<EnrolmentDeps, 'sendLater' | 'allowMail'> => {
  if (emailQueue === undefined || mailFrom === undefined || configurationSet === undefined) {
    const refuse = async (): Promise<never> => {
      throw new NoMailHereError();
    };
    return { sendLater: refuse, allowMail: refuse };
  }
  const queue = createJobQueue<SendJob>(sqs, emailQueue, jitteredPause(runtime));
  const mail = createSesMail({ client: ses, from: mailFrom, configurationSet });
  return {
    sendLater: (job) => queue.send(job),
    /*
     * In the sandbox SES refuses this to everybody (docs/facts.md#g), and elsewhere it may be asked once a second: whoever
     * pressed the button is confirmed all the same. Whose address stays on the list shows as a bounce of the next mail.
     */
    allowMail: (address) =>
      mail.allowAgain(address).catch((error: unknown) => {
        log('warn', 'suppression-list-not-cleared', { error: error instanceof Error ? error.name : 'unknown' });
      }),
  };
};

/** The pages over what reaches the outside. */
export const webDeps = (
  { table, secrets, sqs, log, ...clients }: WebClients,
  settings: WebSettings,
  runtime: Runtime,
): WebDeps => {
  const stores = createReplyStores(table);
  const count = createMetrics({ ...runtime, namespace: settings.metricsNamespace });
  const actOnPage = once(async () => {
    const { connectActOnPage } = await import('../../shared/use-cases/connect-act-on-page.ts');
    return connectActOnPage(
      { ...settings, tokenKeys: tokenKeysIn(secrets) },
      stores,
      createWorklistStore(table),
      runtime,
      { log, count },
    );
  });
  const changes = createProfileChanges(stores, runtime.clock);
  return {
    clock: runtime.clock,
    log,
    smsNumber: settings.smsNumber,
    onlyChannel: settings.onlyChannel,
    behindCloudFront: settings.behindCloudFront === 'true',
    contact: settings.contact,
    redFlagReaders: settings.redFlagReaders,
    tokenKeys: tokenKeysIn(secrets),
    replyAddress: settings.replyAddress,
    diary: stores.persons,
    held: createPersonDataStore(table),
    visits: stores.visits,
    publicBaseUrl: settings.publicBaseUrl,
    reading: async () => (await import('../../shared/content/reply-reading.ts')).loadReplyReading(),
    tipTeller: async () => (await import('../../shared/use-cases/tell-tips.ts')).tipTeller,
    randomBytes: (length) => runtime.randomBytes(length),
    actOnPage: async (request) => (await actOnPage())(request),
    changeSettings: createChangeSettings(changes, runtime.clock),
    erase: createEraseOnPage(changes, (job) => sendJob(sqs, settings.erasureQueue, job), runtime.clock),
    enrolment: createEnrolment({
      stores,
      changes,
      runtime,
      log,
      count,
      pepper: secrets.pepper,
      tokenKeys: tokenKeysIn(secrets),
      ...mailing({ sqs, ses: clients.ses, log }, settings, runtime),
    }),
  };
};
