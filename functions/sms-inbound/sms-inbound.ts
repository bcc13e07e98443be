import type { APIGatewayProxyEventV2, APIGatewayProxyStructuredResultV2 } from 'aws-lambda';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log, LogReason } from '../../shared/platform/log.ts';
import type { CountMessages } from '../../shared/platform/metrics.ts';
import { readTextSender } from '../../shared/providers/twilio/text-sender-address.ts';
import { twimlOf } from '../../shared/providers/twilio/twiml.ts';
import { readTwilioRequest } from '../../shared/providers/twilio/webhook-request.ts';
import { readCarrierAct, readInboundText } from '../../shared/schemas/webhooks.ts';
import type { HandleReply } from '../../shared/use-cases/handle-reply.ts';

export interface SmsInboundDeps {
  readonly log: Log;
  readonly count: CountMessages;
  readonly publicBaseUrl: string;
  /** The tokens that may have signed a request: the Auth Token, and during a rotation the secondary one. */
  readonly authTokens: readonly string[];
  readonly pepper: string;
  readonly handleReply: HandleReply;
}

const refuse = (statusCode: number): APIGatewayProxyStructuredResultV2 => ({
  statusCode,
  headers: { 'content-type': 'text/plain' },
  body: '',
});

/**
 * Answers a text: verifies its signature, parses it, stores it, and answers in TwiML. Answers 5xx if it could not be
 * stored, upon which Twilio tries again.
 */
export const createSmsInbound = (deps: SmsInboundDeps) => {
  return async (event: APIGatewayProxyEventV2): Promise<APIGatewayProxyStructuredResultV2> => {
    const drop = (reason: LogReason): void => deps.log('warn', 'inbound-dropped', { channel: 'sms', reason, count: 1 });
    const url = `${deps.publicBaseUrl}/webhooks/twilio/inbound`;
    const fields = readTwilioRequest({ event, url, authTokens: deps.authTokens });
    if (fields === 'forbidden') {
      // Either somebody else called, or our secret is no longer Twilio's; in that case every text is refused.
      drop('unsigned');
      deps.count('sms', { refused: 1 });
      return refuse(403);
    }
    const text = readInboundText(fields);
    if (!text.success) {
      deps.log('error', 'unreadable-webhook', { count: text.faults.length });
      return refuse(400);
    }
    const { MessageSid, From, Body = '', FromCountry, OptOutType } = text.data;
    const sender = readTextSender(From);
    if (typeof sender === 'string') {
      drop(sender);
      return twimlOf([]);
    }
    const act = readCarrierAct(OptOutType);
    try {
      const { answers } = await deps.handleReply({
        channel: 'sms',
        // TwiML answers on the channel by which the text came. Only the number is stored, which is the same on every
        // channel.
        id: pseudonymOf(deps.pepper, 'sms', sender.phone),
        address: sender.phone,
        messageId: MessageSid,
        body: Body,
        // With Advanced Opt-Out, Twilio has already answered STOP, START and HELP itself (docs/facts.md#a8).
        carrierAct: act.success ? act.data : undefined,
        ...(sender.carrierIsSilent ? { carrierIsSilent: true } : {}),
        ...(FromCountry ? { country: FromCountry } : {}),
      });
      return twimlOf(answers);
    } catch (error) {
      deps.log('error', 'reply-not-stored', { error: nameOf(error) });
      return refuse(503);
    }
  };
};
