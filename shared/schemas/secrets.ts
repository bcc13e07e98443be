import * as z from 'zod/mini';
import { type DataOf, reader } from './schema-reader.ts';

const key = z.string().check(z.regex(/.{16}/s));

const others = {
  /** The Auth Token before or after a rotation: webhooks signed with either are accepted. */
  twilioSecondaryAuthToken: z.optional(z.string()),
  /** Key of the pseudonyms. Changing it orphans every subscriber. */
  pepper: key,
  /** Key of the links. Changing it closes every link that was sent, unless the former one stands below. */
  tokenKey: key,
  /** Former keys of links, which still open them. */
  formerTokenKeys: z.optional(z.array(key)),
  /** The staff page's secret at the sign-in's provider, where that gave it one. */
  deskClientSecret: z.optional(z.string().check(z.regex(/./s))),
};
/** Twilio's Auth Token: signs webhooks, authenticates sends. */
const twilioAuthToken = z.string().check(z.regex(/.{8}/s));

/** Reads the JSON of the secrets parameter. */
export const readSecrets = reader(z.object({ twilioAuthToken, ...others }));

/** The secrets of a function that needs Twilio. */
export type Secrets = DataOf<typeof readSecrets>;

/**
 * Reads the secrets of a function that does not need Twilio; a deployment that sends only mail has no token of
 * Twilio's.
 */
export const readMailSecrets = reader(z.object({ twilioAuthToken: z.optional(twilioAuthToken), ...others }));

/** The secrets of a function that does not need Twilio. */
export type MailSecrets = DataOf<typeof readMailSecrets>;

/** What the parameter extension answers. */
export const readParameterAnswer = reader(z.object({ Parameter: z.object({ Value: z.string() }) }));
