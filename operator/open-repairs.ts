import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';
import { httpClient } from '../shared/platform/http-client.ts';
import { readChannelSettings, readSettings } from '../shared/platform/settings.ts';
import { tokenKeysIn } from '../shared/platform/token-keys.ts';
import { createGivenUpMails } from '../shared/providers/s3/given-up-mails.ts';
import { createSesMail, sesClient } from '../shared/providers/ses/send-mail.ts';
import { createDeadLetters } from '../shared/providers/sqs/dead-letters.ts';
import { createLostTicks } from '../shared/providers/sqs/lost-ticks.ts';
import { createAuditStore } from '../shared/store/audit-store.ts';
import { connectTable } from '../shared/store/dynamodb-table.ts';
import { createGuard } from '../shared/use-cases/desk/guard.ts';
import { createMendFailures, type MendFailures } from '../shared/use-cases/desk/mend-failures.ts';
import { createPreviewDesk } from '../shared/use-cases/desk/preview-desk.ts';
import { previewSettings } from '../shared/use-cases/desk/preview-settings.ts';
import type { PreviewTip } from '../shared/use-cases/desk/preview-tip.ts';
import { createReplayMail, type ReplayMail } from '../shared/use-cases/desk/replay-mail.ts';
import { spendSettings } from '../shared/use-cases/spend-meter.ts';
import type { Connection } from './connection.ts';
import { createHandInMail } from './hand-in-mail.ts';
import { surround } from './open-desk.ts';

/** The URL of another queue of the same account and Region. */
const beside = (queueUrl: string, name: string): string => `${queueUrl.slice(0, queueUrl.lastIndexOf('/') + 1)}${name}`;

/**
 * What whoever runs the service does besides the desk's work: gives what failed another try, and looks at a tip.
 * @throws ConfigurationError if the deployment's settings are not complete
 */
export const openRepairs = (connection: Connection): MendFailures & ReplayMail & PreviewTip & { close(): void } => {
  const { environment, sdk, secrets, runtime, mailFunction, lostTicksQueue } = connection;
  const settings = {
    ...readSettings(environment, ['table', 'erasureQueue', 'publicBaseUrl', 'contact', ...spendSettings]),
    ...readChannelSettings(environment, {
      sms: ['smsQueue', ...previewSettings.sms],
      email: ['emailQueue', 'inboundBucket', ...previewSettings.email],
    }),
  };
  surround(sdk);
  const table = connectTable(settings.table);
  const [sqs, s3, ses, mails] = [new SQSClient({}), new S3Client({}), sesClient(), createHandInMail(mailFunction)];
  const guard = createGuard({ audit: createAuditStore(table), runtime });
  const { inboundBucket, mailFrom = '', configurationSet = '' } = settings;
  const givenUp = inboundBucket === undefined ? undefined : createGivenUpMails(s3, inboundBucket);
  return {
    ...createMendFailures({
      guard,
      queueUrls: { sms: settings.smsQueue, email: settings.emailQueue, erasure: settings.erasureQueue },
      deadLetters: createDeadLetters(sqs),
      lostTicks:
        lostTicksQueue === undefined ? undefined : createLostTicks(sqs, beside(settings.erasureQueue, lostTicksQueue)),
      mails: givenUp,
    }),
    ...createReplayMail({ guard, mails: givenUp, handInMail: mails.handInMail }),
    ...createPreviewDesk({
      table,
      pepper: secrets.pepper,
      tokenKeys: tokenKeysIn(secrets),
      twilioAuthToken: secrets.twilioAuthToken,
      http: httpClient.send,
      sendMail: createSesMail({ client: ses, from: mailFrom, configurationSet }).send,
      runtime,
      settings,
    }),
    close: () => {
      for (const client of [table.client, sqs, s3, ses]) client.destroy();
      mails.close();
    },
  };
};
