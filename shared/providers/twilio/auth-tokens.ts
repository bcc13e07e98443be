import type { MailSecrets } from '../../schemas/secrets.ts';

/** The tokens a webhook may be signed with: one, two during a rotation, none where there are no texts. */
export const authTokensIn = ({ twilioAuthToken, twilioSecondaryAuthToken }: MailSecrets): readonly string[] =>
  [twilioAuthToken, twilioSecondaryAuthToken].filter((token) => token !== undefined);
