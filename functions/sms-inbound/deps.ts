import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { connectHandleReply, replySettings } from '../../shared/use-cases/connect-handle-reply.ts';
import type { SmsInboundDeps } from './sms-inbound.ts';

/** Connects the text webhook to the secrets, the table and the queues. */
export const smsInboundDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<SmsInboundDeps> => {
  const settings = readSettings(environment, [...replySettings, 'secretsParameter']);
  // The client of the table is made while the secrets are on their way.
  const secretsToCome = fetchSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const secrets = await secretsToCome;
  const log = createLog('sms-inbound');
  return {
    log,
    publicBaseUrl: settings.publicBaseUrl,
    authTokens: [secrets.twilioAuthToken, secrets.twilioSecondaryAuthToken].filter((token) => token !== undefined),
    pepper: secrets.pepper,
    handleReply: connectHandleReply(settings, table, secrets, runtime, log),
  };
};
