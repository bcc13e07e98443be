import { SQSClient } from '@aws-sdk/client-sqs';
import { handle } from 'hono/aws-lambda';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { deskDeps, readDeskSettings } from './deps.ts';
import { createDeskSite } from './desk-site.ts';

/** Lists the addresses that SES suppresses. Its client is loaded when the first list of people is brought. */
const listSuppressed = async (): Promise<ReadonlySet<string>> => {
  const { sesClient, listSuppressed: list } = await import('../../shared/providers/ses/send-mail.ts');
  const client = sesClient();
  try {
    return await list(client);
  } finally {
    client.destroy();
  }
};

/**
 * Connects the staff page to the secrets, the table and the queues. The sign-in's provider is first asked when somebody
 * signs in.
 * @throws ConfigurationError or SecretsError
 */
export const connectDesk = async (environment: Environment, runtime: Runtime) => {
  const settings = { ...readSettings(environment, ['table', 'secretsParameter']), ...readDeskSettings(environment) };
  const secrets = await fetchMailSecrets(settings.secretsParameter, environment);
  const clients = {
    table: connectTable(settings.table),
    secrets,
    sqs: new SQSClient({}),
    listSuppressed,
    log: createLog('desk'),
  };
  return handle(createDeskSite(deskDeps(clients, settings, runtime)));
};
