import { createMetrics } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { authTokensIn } from '../../shared/providers/twilio/auth-tokens.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import { createReplyHandler, type ReplyClients, type ReplySettings } from '../../shared/use-cases/reply-handler.ts';
import type { SmsInboundDeps } from './sms-inbound.ts';

/** How the text webhook reaches the world. */
export interface SmsInboundClients extends ReplyClients {
  readonly secrets: Secrets;
}

/** Composes the text webhook from its clients, for AWS, a laptop and tests alike. */
export const smsInboundDeps = (
  clients: SmsInboundClients,
  settings: ReplySettings,
  runtime: Runtime,
): SmsInboundDeps => ({
  log: clients.log,
  count: createMetrics({ ...runtime, namespace: settings.metricsNamespace }),
  publicBaseUrl: settings.publicBaseUrl,
  authTokens: authTokensIn(clients.secrets),
  pepper: clients.secrets.pepper,
  handleReply: createReplyHandler(clients, settings, runtime),
});
