import { loadReplyReading } from '../../shared/content/reply-reading.ts';
import type { HttpClient } from '../../shared/platform/http-client.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { type Environment, readSettings, type Settings } from '../../shared/platform/settings.ts';
import { createTwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createRecoveredTextStore } from '../../shared/store/recovered-text-store.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createWithdrawalStore } from '../../shared/store/withdrawal-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import {
  createReplyHandler,
  type ReplyClients,
  type ReplySettings,
  readReplySettings,
} from '../../shared/use-cases/reply-handler.ts';
import { createReportRedFlag } from '../../shared/use-cases/report-red-flag.ts';
import type { ReconcileInboundDeps } from './reconcile-inbound.ts';
import { createReconcileSender } from './reconcile-sender.ts';
import { createRecoverText } from './recover-text.ts';
import { createSendAnswers } from './send-answers.ts';

/**
 * How long one request to Twilio may take, in ms: a page of a thousand texts takes seconds, and the function has four
 * minutes.
 */
const twilioTimeoutMs = 20_000;

/** How reconcile-inbound reaches the world: what every reply needs, and Twilio's list of messages. */
export interface ReconcileInboundClients extends ReplyClients {
  readonly secrets: Secrets;
  /** Reaches Twilio. */
  readonly http: HttpClient;
}

const textSettings = ['smsNumber', 'twilioAccount', 'twilioUrl', 'messagingService', 'rcsSender'] as const;
/** What the deployment tells reconcile-inbound. */
export type ReconcileInboundSettings = ReplySettings & Pick<Settings, (typeof textSettings)[number]>;

/** @throws ConfigurationError */
export const readReconcileInboundSettings = (environment: Environment): ReconcileInboundSettings => ({
  ...readReplySettings(environment),
  ...readSettings(environment, textSettings),
});

/** Composes the reconciliation from its clients, for AWS, a laptop and tests alike. */
export const reconcileInboundDeps = (
  clients: ReconcileInboundClients,
  settings: ReconcileInboundSettings,
  runtime: Runtime,
): ReconcileInboundDeps => {
  const { table, secrets, log } = clients;
  const { clock } = runtime;
  const { parse, safetyAnswer } = loadReplyReading();
  const twilio = createTwilioMessages({
    apiUrl: settings.twilioUrl,
    accountSid: settings.twilioAccount,
    authToken: secrets.twilioAuthToken,
    timeoutMs: twilioTimeoutMs,
    http: clients.http,
  });
  const sendAnswers = createSendAnswers({
    clock,
    log,
    twilio,
    smsNumber: settings.smsNumber,
    messagingServiceSid: settings.messagingService || undefined,
    publicBaseUrl: settings.publicBaseUrl,
  });
  return {
    clock,
    log,
    watermark: createWatermarkStore(table, 'texts'),
    twilio,
    addresses: [settings.smsNumber, ...(settings.rcsSender ? [`rcs:${settings.rcsSender}`] : [])],
    reconcileSender: createReconcileSender({
      clock,
      log,
      pepper: secrets.pepper,
      persons: createPersonStore(table),
      parse,
      recoverText: createRecoverText({
        clock,
        log,
        withdrawals: createWithdrawalStore(table),
        recovered: createRecoveredTextStore(table),
        handleReply: createReplyHandler(clients, settings, runtime),
        sendAnswers,
        safetyAnswer,
        reportRedFlag: createReportRedFlag(createWorklistStore(table), settings.redFlagReaders),
      }),
    }),
  };
};
