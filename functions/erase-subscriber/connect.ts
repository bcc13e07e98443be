import { SQSClient } from '@aws-sdk/client-sqs';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { eraseSubscriberDeps, eraseSubscriberSettings } from './deps.ts';
import { createEraseSubscriber } from './erase-subscriber.ts';

/**
 * Connects the deletion of people to the secrets, the table and its queue.
 * @throws ConfigurationError or SecretsError
 */
export const connectEraseSubscriber = async (environment: Environment, runtime: Runtime) => {
  const settings = readSettings(environment, ['table', 'secretsParameter', ...eraseSubscriberSettings]);
  const secrets = await fetchMailSecrets(settings.secretsParameter, environment);
  const clients = {
    table: connectTable(settings.table),
    secrets,
    sqs: new SQSClient({}),
    log: createLog('erase-subscriber'),
  };
  return createEraseSubscriber(eraseSubscriberDeps(clients, settings, runtime));
};
