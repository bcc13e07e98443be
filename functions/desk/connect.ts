import { SQSClient } from '@aws-sdk/client-sqs';
import { handle } from 'hono/aws-lambda';
import { httpClient } from '../../shared/platform/http-client.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { type DeskClients, deskDeps, readDeskSettings } from './deps.ts';
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

/** So it is by the first look at a tip as a mail. */
const openMail: DeskClients['openMail'] = async (from, configurationSet) => {
  const { createSesMail, sesClient } = await import('../../shared/providers/ses/send-mail.ts');
  return createSesMail({ client: sesClient(), from, configurationSet });
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
    http: httpClient.send,
    openMail,
    log: createLog('desk'),
  };
  return handle(createDeskSite(deskDeps(clients, settings, runtime)));
};
