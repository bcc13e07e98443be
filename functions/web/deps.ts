import { SQSClient } from '@aws-sdk/client-sqs';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { createLog } from '../../shared/platform/log.ts';
import { once } from '../../shared/platform/once.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createSesMail, sesClient } from '../../shared/providers/ses/send-mail.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createPersonDataStore } from '../../shared/store/person-data-store.ts';
import { createEnrolment } from '../../shared/use-cases/enrolment.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import type { WebDeps } from './web-deps.ts';

/** Connects the pages to the secrets, the table, the queue of confirmation mails and SES's suppression list. */
export const webDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<WebDeps> => {
  const settings = readSettings(environment, [
    'table',
    'secretsParameter',
    'emailQueue',
    'smsNumber',
    'replyAddress',
    'contact',
    'mailFrom',
    'configurationSet',
    'publicBaseUrl',
  ]);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const stores = createReplyStores(table);
  const emailQueue = createJobQueue<SendJob>(new SQSClient({}), settings.emailQueue);
  const ses = createSesMail({
    client: sesClient(),
    from: settings.mailFrom,
    configurationSet: settings.configurationSet,
  });
  const log = createLog('web');
  const actOnPage = once(async () => {
    const { connectActOnPage } = await import('../../shared/use-cases/connect-act-on-page.ts');
    return connectActOnPage({ ...settings, tokenKey: secrets.tokenKey }, stores, runtime, log);
  });
  return {
    clock: runtime.clock,
    log,
    smsNumber: settings.smsNumber,
    contact: settings.contact,
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
