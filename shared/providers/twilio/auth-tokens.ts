import type { Secrets } from '../../schemas/secrets.ts';

/** The tokens a webhook may be signed with: one, or two during a rotation. */
export const authTokensIn = ({ twilioAuthToken, twilioSecondaryAuthToken }: Secrets): readonly string[] =>
  [twilioAuthToken, twilioSecondaryAuthToken].filter((token) => token !== undefined);
