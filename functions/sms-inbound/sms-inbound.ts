import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { configuredUrl, readTwilioRequest } from '../../shared/channels/twilio-webhook.ts';
import { twimlOf } from '../../shared/channels/twiml.ts';
import { pseudonymOf } from '../../shared/domain/pseudonym.ts';
import type { Log } from '../../shared/log.ts';
import { readCarrierAct, readInboundText } from '../../shared/schemas/webhooks.ts';
import type { HandleReply } from '../../shared/service/handle-reply.ts';

export interface SmsInboundDeps {
  readonly log: Log;
  readonly publicBaseUrl: string;
  /** The Auth Token, and the secondary one during a rotation. */
  readonly authTokens: readonly string[];
  readonly pepper: string;
  readonly handleReply: HandleReply;
}

const phoneNumber = /^\+[1-9]\d{6,14}$/;

const refuse = (statusCode: number): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body: '',
});

/** Answers a text: verifies, parses, stores, and says what to answer in TwiML. 5xx if it could not be stored: Twilio then tries again. */
export const createSmsInbound = (deps: SmsInboundDeps) => {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const url = configuredUrl(deps.publicBaseUrl, '/webhooks/twilio/inbound', event);
    const fields = readTwilioRequest({ event, url, authTokens: deps.authTokens });
    if (fields === 'forbidden') return refuse(403);
    const text = readInboundText(fields);
    if (!text.success) {
      deps.log('error', 'unreadable-webhook', { count: text.faults.length });
      return refuse(400);
    }
    const { MessageSid, From, Body = '', FromCountry, OptOutType } = text.data;
    // Short codes and alphanumeric senders are robots: no subscription, no answer (facts C6).
    if (!phoneNumber.test(From)) return twimlOf([]);
    const act = readCarrierAct(OptOutType);
    try {
      const { answers } = await deps.handleReply({
        channel: 'sms',
        id: pseudonymOf(deps.pepper, 'sms', From),
        address: From,
        messageId: MessageSid,
        body: Body,
        // With Advanced Opt-Out Twilio has answered STOP, START and HELP itself by now (facts A8).
        carrierAct: act.success ? act.data : undefined,
        ...(FromCountry ? { country: FromCountry } : {}),
      });
      return twimlOf(answers);
    } catch (error) {
      deps.log('error', 'reply-not-stored', { error: error instanceof Error ? error.name : 'unknown' });
      return refuse(503);
    }
  };
};
