import { parsePhoneNumberFromString } from 'libphonenumber-js/mobile';
import { messagesOf } from './read-twiml.ts';
import { rcsSender, smsNumber, twilioAccount } from './settings.ts';
import { newSid } from './twilio-messages.ts';
import type { WebhookCaller } from './twilio-webhook.ts';

/** A text as a phone sends it. */
export interface TextFromPhone {
  /** A number, or an RCS address as Twilio writes it. */
  readonly from: string;
  readonly body: string;
  readonly sid?: string | undefined;
  /** ISO 3166-1 alpha-2; the number's own country unless given. */
  readonly country?: string | undefined;
}

/** The address at which a text from there arrives: our number, or our RCS sender. */
export const addressedTo = (from: string): string => (from.startsWith('rcs:') ? `rcs:${rcsSender}` : smsNumber);

/** Delivers a text to the real webhook as Twilio does; resolves with its status and its reply. */
export const createInboundSms =
  (callWebhook: WebhookCaller, publicBaseUrl: string) =>
  async ({ from, body, sid = newSid(), country }: TextFromPhone): Promise<{ status: number; reply: string }> => {
    const response = await callWebhook(`${publicBaseUrl}/webhooks/twilio/inbound`, {
      MessageSid: sid,
      SmsSid: sid,
      SmsMessageSid: sid,
      AccountSid: twilioAccount,
      From: from,
      To: addressedTo(from),
      Body: body,
      NumMedia: '0',
      NumSegments: '1',
      SmsStatus: 'received',
      ApiVersion: '2010-04-01',
      FromCountry: country ?? parsePhoneNumberFromString(from.replace(/^rcs:/, ''))?.country ?? 'US',
    });
    return { status: response.status, reply: messagesOf(await response.text()).join('\n') };
  };

/** Sends a text to the webhook as Twilio would. */
export type InboundSms = ReturnType<typeof createInboundSms>;
