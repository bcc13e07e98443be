import { afterEach, describe, expect, it, vi } from 'vitest';
import { createOpenIdProvider } from '../../../functions/desk/open-id-provider.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Where the sign-out of a provider leads whose discovery document names the place. */
const signOutAt = async (issuer: string): Promise<URLSearchParams> => {
  vi.stubGlobal('fetch', async () =>
    Response.json({ issuer, end_session_endpoint: 'https://elm-street-desk.auth.example.com/logout' }),
  );
  const provider = createOpenIdProvider({
    issuer,
    clientId: 'backbeat-desk',
    clientSecret: undefined,
    scope: 'openid',
    groupsClaim: 'cognito:groups',
    redirectUri: 'https://coach.example.org/desk/signed-in',
    deskUrl: 'https://coach.example.org/desk',
    clock: { now: () => Date.now() },
  });
  return new URL((await provider.signOutAddress()) ?? '').searchParams;
};

describe('the sign-out of the account', () => {
  it('names at Cognito where to go on to: it ends no session without', async () => {
    const asked = await signOutAt('https://cognito-idp.eu-west-3.amazonaws.com/eu-west-3_Ab12');
    expect(Object.fromEntries(asked)).toEqual({
      client_id: 'backbeat-desk',
      logout_uri: 'https://coach.example.org/desk',
    });
  });

  it.each(['https://login.example.org', 'https://cognito-idp.eu-west-3.amazonaws.com.evil.example/x'])(
    'names nothing that %s might refuse',
    async (issuer) => expect(Object.fromEntries(await signOutAt(issuer))).toEqual({ client_id: 'backbeat-desk' }),
  );
});
