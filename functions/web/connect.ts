import { SQSClient } from '@aws-sdk/client-sqs';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { sesClient } from '../../shared/providers/ses/send-mail.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { readWebSettings, webDeps } from './deps.ts';
import { lambdaAdapter } from './lambda-adapter.ts';
import { createWeb } from './web.ts';

/**
 * Connects the pages to the secrets, the table, the queue of confirmation mails and SES's suppression list.
 * @throws ConfigurationError or SecretsError
 */
export const connectWeb = async (environment: Environment, runtime: Runtime) => {
  const settings = { ...readSettings(environment, ['table', 'secretsParameter']), ...readWebSettings(environment) };
  const secrets = await fetchMailSecrets(settings.secretsParameter, environment);
  const clients = {
    table: connectTable(settings.table),
    secrets,
    sqs: new SQSClient({}),
    ses: sesClient(),
    log: createLog('web'),
  };
  return lambdaAdapter(createWeb(webDeps(clients, settings, runtime)));
};
