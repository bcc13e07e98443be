import { httpClient } from '../../shared/platform/http-client.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { readReconcileInboundSettings, reconcileInboundDeps } from './deps.ts';
import { createReconcileInbound } from './reconcile-inbound.ts';

/**
 * Connects the reconciliation to Twilio's message list, the secrets, the table and the queues.
 * @throws ConfigurationError or SecretsError
 */
export const connectReconcileInbound = async (environment: Environment, runtime: Runtime) => {
  const settings = {
    ...readSettings(environment, ['table', 'secretsParameter']),
    ...readReconcileInboundSettings(environment),
  };
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const clients = {
    table: connectTable(settings.table),
    secrets,
    queueJob: queueOnDemand,
    http: httpClient.send,
    log: createLog('reconcile-inbound'),
  };
  return createReconcileInbound(reconcileInboundDeps(clients, settings, runtime));
};
