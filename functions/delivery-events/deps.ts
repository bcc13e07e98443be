import { readSettings } from '../../shared/config.ts';
import { createLog } from '../../shared/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/runtime.ts';
import { fetchSecrets } from '../../shared/secrets.ts';
import { createProfileChanges } from '../../shared/service/profile-changes.ts';
import { createReplyStores } from '../../shared/service/reply-stores.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import type { DeliveryEventsDeps } from './delivery-events.ts';
import { createRecordReceipt } from './record-receipt.ts';

/** Connects the receipts of both providers to the table. */
export const deliveryEventsDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<DeliveryEventsDeps> => {
  const settings = readSettings(environment, ['table', 'publicBaseUrl', 'secretsParameter', 'metricsNamespace']);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const stores = createReplyStores(connectTable(settings.table));
  const log = createLog('delivery-events');
  return {
    log,
    publicBaseUrl: settings.publicBaseUrl,
    authTokens: [secrets.twilioAuthToken, secrets.twilioSecondaryAuthToken].filter((token) => token !== undefined),
    recordReceipt: createRecordReceipt({
      clock: runtime.clock,
      log,
      count: createMetrics({ ...runtime, namespace: settings.metricsNamespace }),
      tips: stores.tips,
      persons: stores.persons,
      changes: createProfileChanges(stores, runtime.clock),
    }),
  };
};
