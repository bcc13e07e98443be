import { readSettings } from '../../shared/config.ts';
import { createLog } from '../../shared/log.ts';
import type { Runtime } from '../../shared/runtime.ts';
import { fetchSecrets } from '../../shared/secrets.ts';
import { connectHandleReply, replySettings } from '../../shared/service/connect-handle-reply.ts';
import type { SmsInboundDeps } from './sms-inbound.ts';

/** Connects the text webhook to the secrets, the table and the queues. */
export const smsInboundDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<SmsInboundDeps> => {
  const settings = readSettings(environment, [...replySettings, 'secretsParameter']);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const log = createLog('sms-inbound');
  return {
    log,
    publicBaseUrl: settings.publicBaseUrl,
    authTokens: [secrets.twilioAuthToken, secrets.twilioSecondaryAuthToken].filter((token) => token !== undefined),
    pepper: secrets.pepper,
    handleReply: connectHandleReply(settings, secrets, runtime, log),
  };
};
