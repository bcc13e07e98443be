import { SQSClient } from '@aws-sdk/client-sqs';
import { createJobQueue } from '../../shared/channels/job-queue.ts';
import { createSesMail, sesClient } from '../../shared/channels/ses-mail.ts';
import { readSettings } from '../../shared/config.ts';
import type { SendJob } from '../../shared/domain/job.ts';
import { createLog } from '../../shared/log.ts';
import type { Runtime } from '../../shared/runtime.ts';
import { fetchSecrets } from '../../shared/secrets.ts';
import { createEnrolment } from '../../shared/service/enrolment.ts';
import { createProfileChanges } from '../../shared/service/profile-changes.ts';
import { createReplyStores } from '../../shared/service/reply-stores.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
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
  ]);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const stores = createReplyStores(connectTable(settings.table));
  const emailQueue = createJobQueue<SendJob>(new SQSClient({}), settings.emailQueue);
  const ses = createSesMail({
    client: sesClient(),
    from: settings.mailFrom,
    configurationSet: settings.configurationSet,
  });
  const log = createLog('web');
  return {
    clock: runtime.clock,
    log,
    smsNumber: settings.smsNumber,
    contact: settings.contact,
    tokenKey: secrets.tokenKey,
    replyAddress: settings.replyAddress,
    diary: stores.persons,
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
