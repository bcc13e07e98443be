import { createLog } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
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
  const changes = createProfileChanges(stores, runtime.clock);
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
      changes,
      pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
    }),
  };
};
