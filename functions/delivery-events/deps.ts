import type { Log } from '../../shared/platform/log.ts';
import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { authTokensIn } from '../../shared/providers/twilio/auth-tokens.ts';
import type { MailSecrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPauseFailing } from '../../shared/use-cases/pause-failing.ts';
import { createProfileChanges } from '../../shared/use-cases/profile-changes.ts';
import { createReplyStores } from '../../shared/use-cases/reply-stores.ts';
import type { DeliveryEventsDeps } from './delivery-events.ts';
import { createRecordReceipt } from './record-receipt.ts';

/** How delivery-events reaches the world. */
export interface DeliveryEventsClients {
  readonly table: Table;
  readonly secrets: MailSecrets;
  readonly log: Log;
}

/** The settings that the receipts of both providers read. */
export const deliveryEventsSettings = ['publicBaseUrl', 'metricsNamespace'] as const;

/** Composes the receipts of both providers from their clients, for AWS, a laptop and tests alike. */
export const deliveryEventsDeps = (
  { table, secrets, log }: DeliveryEventsClients,
  settings: Pick<Settings, (typeof deliveryEventsSettings)[number]>,
  runtime: Runtime,
): DeliveryEventsDeps => {
  const stores = createReplyStores(table);
  const changes = createProfileChanges(stores, runtime.clock);
  const count = createMetrics({ ...runtime, namespace: settings.metricsNamespace });
  return {
    log,
    count,
    publicBaseUrl: settings.publicBaseUrl,
    authTokens: authTokensIn(secrets),
    recordReceipt: createRecordReceipt({
      clock: runtime.clock,
      log,
      count,
      tips: stores.tips,
      persons: stores.persons,
      changes,
      pauseFailing: createPauseFailing({ log, tips: stores.tips, changes }),
    }),
  };
};
