import { SQSClient } from '@aws-sdk/client-sqs';
import { type Environment, readSettings } from '../shared/platform/settings.ts';
import { sendJob } from '../shared/providers/sqs/send-job.ts';
import { connectTable } from '../shared/store/dynamodb-table.ts';
import { createDesk, type Desk } from '../shared/use-cases/desk/desk.ts';
import type { Connection } from './connection.ts';

const surround = (sdk: Environment): void => {
  for (const [name, value] of Object.entries(sdk)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
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
}: Connection): { readonly desk: Desk; close(): void } => {
  const settings = readSettings(environment, ['table', 'erasureQueue', 'redFlagReaders']);
  surround(sdk);
  const table = connectTable(settings.table);
  const sqs = new SQSClient({});
  return {
    desk: createDesk({
      table,
      pepper: secrets.pepper,
      runtime,
      readers: settings.redFlagReaders,
      eraseLater: (job) => sendJob(sqs, settings.erasureQueue, job),
    }),
    close: () => {
      table.client.destroy();
      sqs.destroy();
    },
  };
};
