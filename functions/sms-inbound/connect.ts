import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { queueOnDemand } from '../../shared/providers/sqs/queue-job.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { readReplySettings } from '../../shared/use-cases/reply-handler.ts';
import { smsInboundDeps } from './deps.ts';
import { createSmsInbound } from './sms-inbound.ts';

/**
 * Connects the text webhook to the secrets, the table and the queues.
 * @throws ConfigurationError or SecretsError
 */
export const connectSmsInbound = async (environment: Environment, runtime: Runtime) => {
  const settings = { ...readSettings(environment, ['table', 'secretsParameter']), ...readReplySettings(environment) };
  // The table's client is made while the secrets are being fetched.
  const secretsToCome = fetchSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const clients = { table, secrets: await secretsToCome, queueJob: queueOnDemand, log: createLog('sms-inbound') };
  return createSmsInbound(smsInboundDeps(clients, settings, runtime));
};
