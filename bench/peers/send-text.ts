import { textsFor } from '../../shared/content/texts.ts';
import { renderMessage } from '../../shared/domain/answering/message.ts';
import { httpClient } from '../../shared/platform/http-client.ts';
import { createTwilioMessages, type TwilioMessages } from '../../shared/providers/twilio/messages-api.ts';
import { createLimit } from './limit-sends.ts';
import { account, authToken, smsNumber } from './people.ts';
import type { WorkerSettings } from './worker-messages.ts';

/** The provider's client, the same for every system, with at most the agreed number of sends in flight. */
export const connectProvider = ({ providerUrl, inFlight }: WorkerSettings): TwilioMessages => {
  const twilio = createTwilioMessages({
    apiUrl: providerUrl,
    accountSid: account,
    authToken,
    timeoutMs: 10_000,
    http: httpClient.send,
  });
  const limit = createLimit(inFlight);
  return { ...twilio, send: (text) => limit(() => twilio.send(text)) };
};

/** The provider did not take a text: the peer's own retry is to send it again. */
class NotSentError extends Error {
  override readonly name = 'NotSentError';
}

const { messages, tips } = await textsFor('en');
const body = renderMessage(messages, 'tip', { tip: tips[3]?.sms ?? '' });

/** Sends one tip for a peer, as Backbeat's text sender would word it. Throws unless the provider took it. */
export const createPeerSend = (settings: WorkerSettings) => {
  const twilio = connectProvider(settings);
  return async (to: string): Promise<string> => {
    const outcome = await twilio.send({
      to,
      from: smsNumber,
      body,
      statusCallback: 'https://backbeat.example/webhooks/twilio/status?id=x&date=2030-01-07&kind=tip',
      validityPeriodSeconds: 4 * 3600,
    });
    if (outcome.kind !== 'accepted') throw new NotSentError(outcome.code);
    return outcome.providerId;
  };
};
