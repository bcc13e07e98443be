import * as z from 'zod';

const key = z.string().regex(/.{16}/s);

/** What the secrets parameter holds, as JSON. */
export const secrets = z.object({
  /** Twilio's Auth Token: signs webhooks, authenticates sends. */
  twilioAuthToken: z.string().regex(/.{8}/s),
  /** The Auth Token before or after a rotation: webhooks signed with either are accepted. */
  twilioSecondaryAuthToken: z.string().optional(),
  /** Key of the pseudonyms. Changing it orphans every subscriber. */
  pepper: key,
  /** Key of the links. Changing it closes every link that was sent. */
  tokenKey: key,
});
export type Secrets = z.output<typeof secrets>;

/** What the parameter extension answers. */
export const parameterAnswer = z.object({ Parameter: z.object({ Value: z.string() }) });
