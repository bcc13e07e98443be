import { twilioSignature } from './twilio-signature.ts';

interface Parts {
  readonly authToken: string;
  readonly publicBaseUrl: string;
  /** Where this process listens; the public address may be a tunnel that does not lead here from inside. */
  readonly localBaseUrl: string;
}

/** Posts a form to one of the service's webhooks as Twilio does: signed for the public address. */
export const createWebhookCaller =
  ({ authToken, publicBaseUrl, localBaseUrl }: Parts) =>
  (url: string, form: Readonly<Record<string, string>>): Promise<Response> => {
    const target = url.startsWith(publicBaseUrl) ? localBaseUrl + url.slice(publicBaseUrl.length) : url;
    return fetch(target.replace(/#.*$/, ''), {
      method: 'POST',
      headers: { 'x-twilio-signature': twilioSignature(authToken, url, form), 'user-agent': 'TwilioProxy/1.1' },
      body: new URLSearchParams(form),
    });
  };

/** Calls the service's webhook with Twilio's signature. */
export type WebhookCaller = ReturnType<typeof createWebhookCaller>;
