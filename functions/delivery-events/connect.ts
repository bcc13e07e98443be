import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchMailSecrets, fetchSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createDeliveryEvents } from './delivery-events.ts';
import { deliveryEventsDeps, deliveryEventsSettings } from './deps.ts';

/**
 * Connects the receipts of both providers to the secrets and the table.
 * @throws ConfigurationError or SecretsError
 */
export const connectDeliveryEvents = async (environment: Environment, runtime: Runtime) => {
  const settings = readSettings(environment, ['table', 'secretsParameter', 'onlyChannel', ...deliveryEventsSettings]);
  const secrets = await (settings.onlyChannel === 'email' ? fetchMailSecrets : fetchSecrets)(
    settings.secretsParameter,
    environment,
  );
  const clients = { table: connectTable(settings.table), secrets, log: createLog('delivery-events') };
  return createDeliveryEvents(deliveryEventsDeps(clients, settings, runtime));
};
