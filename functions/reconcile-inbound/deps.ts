import { loadLexicon } from '../../shared/content/safety.ts';
import { parseReply } from '../../shared/domain/reply/parse-reply.ts';
import { safetyAnswer } from '../../shared/domain/reply/safety-answer.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createTwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createRecoveredTextStore } from '../../shared/store/recovered-text-store.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createWithdrawalStore } from '../../shared/store/withdrawal-store.ts';
import { connectHandleReply, replySettings } from '../../shared/use-cases/connect-handle-reply.ts';
import type { ReconcileInboundDeps } from './reconcile-inbound.ts';
import { createReconcileSender } from './reconcile-sender.ts';
import { createRecoverText } from './recover-text.ts';
import { createSendAnswers } from './send-answers.ts';

/** For one request to Twilio: a page of a thousand texts takes seconds, and the function has four minutes. */
const twilioTimeoutMs = 20_000;

/** Connects the reconciliation to Twilio's message list, the table and the queues. */
export const reconcileInboundDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<ReconcileInboundDeps> => {
  const settings = readSettings(environment, [
    ...replySettings,
    'secretsParameter',
    'twilioAccount',
    'twilioUrl',
    'messagingService',
    'rcsSender',
  ]);
  const secrets = await fetchSecrets(settings.secretsParameter, environment);
  const { clock } = runtime;
  const log = createLog('reconcile-inbound');
  const table = connectTable(settings.table);
  const lexicon = loadLexicon();
  const twilio = createTwilioMessages({
    apiUrl: settings.twilioUrl,
    accountSid: settings.twilioAccount,
    authToken: secrets.twilioAuthToken,
    timeoutMs: twilioTimeoutMs,
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
      parse: (body) => parseReply(body, lexicon),
      recoverText: createRecoverText({
        clock,
        log,
        withdrawals: createWithdrawalStore(table),
        recovered: createRecoveredTextStore(table),
        handleReply: connectHandleReply(settings, table, secrets, runtime, log),
        sendAnswers,
        safetyAnswer: (flag, country, language) => safetyAnswer(flag, country, language, lexicon.safety),
      }),
    }),
  };
};
