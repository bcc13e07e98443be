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
  /** Keys that links were made with before: they open them still. */
  formerTokenKeys: z.optional(z.array(key)),
  /** What the staff page proves itself with to the provider of the sign-in, where that gave it a secret. */
  deskClientSecret: z.optional(z.string().check(z.regex(/./s))),
};
/** Twilio's Auth Token: signs webhooks, authenticates sends. */
const twilioAuthToken = z.string().check(z.regex(/.{8}/s));

/** What the secrets parameter holds, as JSON. */
export const readSecrets = reader(z.object({ twilioAuthToken, ...others }));
export type Secrets = DataOf<typeof readSecrets>;

/** The same for whoever has nothing to do with Twilio: a deployment that sends mail alone has no token of its. */
export const readMailSecrets = reader(z.object({ twilioAuthToken: z.optional(twilioAuthToken), ...others }));
export type MailSecrets = DataOf<typeof readMailSecrets>;

/** What the parameter extension answers. */
export const readParameterAnswer = reader(z.object({ Parameter: z.object({ Value: z.string() }) }));
