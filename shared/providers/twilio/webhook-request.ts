import type { APIGatewayProxyEventV2 } from 'aws-lambda';
// Deep import: the package's root drags in 3.7 MB of REST resources, this file is 4 KB.
import { validateRequest } from 'twilio/lib/webhooks/webhooks.js';
import { readFormFields } from '../../platform/form-fields.ts';

/** The fields of a webhook. */
export type TwilioFields = Readonly<Record<string, string>>;

/**
 * The longest form that Twilio may post, in bytes. A body of 1,600 characters (docs/facts.md#a1), percent-encoded at 12
 * bytes for an emoji: 19,200. Ten pictures, each with an address and a type: 2,400. Some forty short fields: 3,000. The
 * remaining 8 KB are for AddOns, the one long field that an account may switch on, and for RCS, whose texts may be
 * longer.
 */
export const largestForm = 32 * 1024;
const largestBase64 = Math.ceil(largestForm / 3) * 4;

/**
 * The shape of a signature, an HMAC-SHA1 in base64 (docs/facts.md#a2); anything else is refused before anything is
 * read.
 */
const signatureShape = /^[A-Za-z0-9+/]{27}=$/;

/** The parts of an HTTP API's event with which the signature is checked. */
type SignedEvent = Pick<APIGatewayProxyEventV2, 'headers' | 'body' | 'isBase64Encoded'> & {
  readonly rawQueryString?: string;
};

/**
 * Reads the fields of a webhook that Twilio signed, or returns `forbidden`. `url` is the address configured at Twilio,
 * to which the event's query belongs (docs/facts.md#a2), never the Host header, which the sender chooses. Every
 * received field is signed, whether we know it or not. During a rotation either of the account's two Auth Tokens may
 * have signed.
 */
export const readTwilioRequest = ({
  event,
  url: configured,
  authTokens,
}: {
  readonly event: SignedEvent;
  readonly url: string;
  readonly authTokens: readonly string[];
}): TwilioFields | 'forbidden' => {
  const url = event.rawQueryString ? `${configured}?${event.rawQueryString}` : configured;
  const signature = event.headers['x-twilio-signature'];
  const { body: received = '', isBase64Encoded } = event;
  if (signature === undefined || !signatureShape.test(signature)) return 'forbidden';
  if (received.length > (isBase64Encoded ? largestBase64 : largestForm)) return 'forbidden';
  const fields = readFormFields(Buffer.from(received, isBase64Encoded ? 'base64' : 'utf8'));
  if (fields === undefined) return 'forbidden';

  const signed = Object.fromEntries(
    [...fields].map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
  // An empty token would be an HMAC key that anybody has.
  if (!authTokens.some((token) => token !== '' && validateRequest(token, signature, url, signed))) return 'forbidden';
  return Object.fromEntries([...fields].map(([name, [value = '']]) => [name, value]));
};
