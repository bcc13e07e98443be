import type { SESv2Client } from '@aws-sdk/client-sesv2';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { createSesMail } from '../../shared/providers/ses/send-mail.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../shared/store/person-data-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import { createEnrolment } from '../../shared/use-cases/enrolment.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import type { WebDeps } from './web-deps.ts';

export interface WebClients {
  readonly table: Table;
  readonly secrets: Pick<Secrets, 'pepper' | 'tokenKey'>;
  /** For confirmation mails. */
  readonly sqs: SQSClient;
  /** For the account's suppression list. */
  readonly ses: SESv2Client;
  readonly log: Log;
}

export const webSettings = [
  'emailQueue',
  'smsNumber',
  'replyAddress',
  'contact',
  'mailFrom',
  'configurationSet',
  'publicBaseUrl',
  'redFlagReaders',
] as const;

/** The pages over what reaches the outside. */
export const webDeps = (
  { table, secrets, sqs, log, ...clients }: WebClients,
  settings: Pick<Settings, (typeof webSettings)[number]>,
  runtime: Runtime,
): WebDeps => {
  const stores = createReplyStores(table);
  const actOnPage = once(async () => {
    const { connectActOnPage } = await import('../../shared/use-cases/connect-act-on-page.ts');
    return connectActOnPage(
      { ...settings, tokenKey: secrets.tokenKey },
      stores,
      createWorklistStore(table),
      runtime,
      log,
    );
  });
  const emailQueue = createJobQueue<SendJob>(sqs, settings.emailQueue, jitteredPause(runtime));
  const ses = createSesMail({
    client: clients.ses,
    from: settings.mailFrom,
    configurationSet: settings.configurationSet,
  });
  return {
    clock: runtime.clock,
    log,
    smsNumber: settings.smsNumber,
    contact: settings.contact,
    redFlagReaders: settings.redFlagReaders,
    tokenKey: secrets.tokenKey,
    replyAddress: settings.replyAddress,
    diary: stores.persons,
    held: createPersonDataStore(table),
    randomBytes: (length) => runtime.randomBytes(length),
    actOnPage: async (request) => (await actOnPage())(request),
    enrolment: createEnrolment({
      stores,
      changes: createProfileChanges(stores, runtime.clock),
      runtime,
      log,
      pepper: secrets.pepper,
      tokenKey: secrets.tokenKey,
      sendLater: (job) => emailQueue.send(job),
      allowMail: (address) => ses.allowAgain(address),
    }),
  };
};
