import { SESv2Client } from '@aws-sdk/client-sesv2';
import { SQSClient } from '@aws-sdk/client-sqs';
import { homeCountries } from '../shared/domain/people/home-countries.ts';
import { type Environment, readChannelSettings, readSettings } from '../shared/platform/settings.ts';
import { listSuppressed } from '../shared/providers/ses/send-mail.ts';
import { createCountQueues } from '../shared/providers/sqs/count-queues.ts';
import { sendJob } from '../shared/providers/sqs/send-job.ts';
import { connectTable } from '../shared/store/dynamodb-table.ts';
import { createDesk, type Desk } from '../shared/use-cases/desk/desk.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import { spendSettings } from '../shared/use-cases/spend-meter.ts';
import type { Connection } from './connection.ts';
import type { RegistrationPlace } from './printing/registration.ts';

/** Has the SDK of this process read its settings from a connection. */
export const surround = (sdk: Environment): void => {
  for (const [name, value] of Object.entries(sdk)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
};

/** In the place of what a list of people is invited by, where no mail is sent. */
const inviteNobody = async (): Promise<never> => {
  throw new CannotError('this deployment sends no mail, and people of a list are invited by mail: give them a card');
};

/**
 * The desk over a connection: the same for this machine and an account, as the functions are.
 * @throws ConfigurationError if the deployment's settings are not complete
 */
export const openDesk = ({
  environment,
  sdk,
  secrets,
  runtime,
}: Connection): { readonly desk: Desk; readonly place: RegistrationPlace | undefined; close(): void } => {
  const settings = readSettings(environment, [
    'table',
    'erasureQueue',
    'redFlagReaders',
    'publicBaseUrl',
    'contact',
    ...spendSettings,
  ]);
  const { smsNumber, countries, smsQueue, emailQueue } = readChannelSettings(environment, {
    sms: ['smsNumber', 'countries', 'smsQueue'],
    email: ['emailQueue'],
  });
  surround(sdk);
  const table = connectTable(settings.table);
  const sqs = new SQSClient({});
  const ses = new SESv2Client({});
  return {
    desk: createDesk({
      table,
      pepper: secrets.pepper,
      runtime,
      readers: settings.redFlagReaders,
      homes: homeCountries({ smsNumber, countries }),
      eraseLater: (job) => sendJob(sqs, settings.erasureQueue, job),
      mailLater: emailQueue === undefined ? inviteNobody : (job) => sendJob(sqs, emailQueue, job),
      listSuppressed: emailQueue === undefined ? inviteNobody : () => listSuppressed(ses),
      // What happens stands in the audit trail; a log of this process nobody reads.
      log: () => {},
      caps: settings,
      countQueues: createCountQueues(sqs, { sms: smsQueue, email: emailQueue, erasure: settings.erasureQueue }),
    }),
    place: smsNumber === undefined ? undefined : { ...settings, smsNumber },
    close: () => {
      table.client.destroy();
      sqs.destroy();
      ses.destroy();
    },
  };
};
