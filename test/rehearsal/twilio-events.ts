import { twilioSignature } from '../../local/twilio-signature.ts';
import { stubSecrets } from '../support/accepting-providers.ts';
import { httpApiEvent } from './documented-events.ts';
import { cast } from './people.ts';

/** Where Twilio says that a text has come. */
export const inbound = '/webhooks/twilio/inbound';

/** What Twilio posts to a deployment, as API Gateway hands it on. */
export const createTwilioEvents = (baseUrl: string) => ({
  /** A form that Twilio has signed. */
  signed: (path: string, form: Readonly<Record<string, string>>, base64: boolean) =>
    httpApiEvent({
      baseUrl,
      method: 'POST',
      path,
      headers: { 'x-twilio-signature': twilioSignature(stubSecrets.twilioAuthToken, `${baseUrl}${path}`, form) },
      body: new URLSearchParams(form).toString(),
      base64,
    }),
  /** The form of a text of somebody who writes. */
  textSaying: (Body: string, id: number) => ({
    MessageSid: `SM${String(id).padStart(32, '0')}`,
    SmsStatus: 'received',
    AccountSid: 'AC00000000000000000000000000000000',
    From: cast.phones.writes,
    To: '+15555550100',
    Body,
    NumMedia: '0',
    NumSegments: '1',
    FromCountry: 'US',
  }),
});
