import * as oauth from 'oauth4webapi';
import * as z from 'zod/mini';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import { once } from '../../shared/platform/once.ts';
import { reader } from '../../shared/schemas/schema-reader.ts';
import type { SignInAttempt } from './sign-in-attempt.ts';

/** The person who signed in, as the provider names them. */
export interface SignedIn {
  /** The provider's identifier of them. */
  readonly subject: string;
  readonly groups: readonly string[];
  /** What they are called, where the provider says it. */
  readonly calledBy?: string;
}

interface OpenIdProviderDeps {
  readonly issuer: string;
  readonly clientId: string;
  /** Undefined for a public client, which PKCE alone protects. */
  readonly clientSecret: string | undefined;
  readonly scope: string;
  /** The claim of the ID token that lists their groups. */
  readonly groupsClaim: string;
  /** Where the provider sends people back to. */
  readonly redirectUri: string;
  /** Where the desk begins. */
  readonly deskUrl: string;
  readonly clock: Pick<Clock, 'now'>;
}

/**
 * The provider could not be asked, or did not say who it is. `code` is the library's or the provider's, and names
 * nobody.
 */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  readonly code: string;
  constructor(code: string, options?: ErrorOptions) {
    super('the provider did not say who it is', options);
    this.code = code;
  }
}

/** How long a call to the provider may take before somebody is told to try again: API Gateway waits for 30 s. */
const answersWithinMs = 5000;

const cognitoHost = /^cognito-idp\.[a-z0-9-]+\.amazonaws\.com$/;

const readGroups = reader(z.union([z.array(z.string()), z.string()]));
const groupsIn = (claim: unknown): readonly string[] => {
  const read = readGroups(claim);
  return read.success ? [read.data].flat() : [];
};

/** The most characters of a colleague's name that the worklist shows. */
const longestName = 60;
const readName = reader(z.string());
/** A name on one line; undefined where the claim is none, or longer than any name. */
const nameIn = (claim: unknown): string | undefined => {
  const read = readName(claim);
  const name = read.success ? read.data.replace(/[\s\p{C}]+/gu, ' ').trim() : '';
  return name === '' || name.length > longestName ? undefined : name;
};

/** The code of an error, where it has one. The rest of it may quote the answer, and so name somebody. */
const codeOf = (error: unknown): string => {
  if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError)
    return /^[a-z_]{1,60}$/.test(error.error) ? error.error : error.code;
  if (error instanceof oauth.OperationProcessingError) return error.code ?? error.name;
  return nameOf(error);
};

/**
 * Sign-in by OpenID Connect: the code flow with PKCE (RFC 9700, 2.1.1), the ID token's claims and its signature checked.
 * Methods throw SignInError.
 */
export const createOpenIdProvider = (deps: OpenIdProviderDeps) => {
  const { clientId, clientSecret, clock } = deps;
  const issuer = new URL(deps.issuer);
  const requests = () => ({
    [oauth.allowInsecureRequests]: issuer.protocol === 'http:',
    signal: AbortSignal.timeout(answersWithinMs),
  });

  /** The library reads the machine's clock, so our clock is given as a skew against it. */
  const client = (): oauth.Client => ({
    client_id: clientId,
    [oauth.clockSkew]: Math.round((clock.now() - Date.now()) / 1000),
    [oauth.clockTolerance]: 30,
  });

  const discover = once(async () =>
    oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, { algorithm: 'oidc', ...requests() })),
  );

  const authentication = ({ token_endpoint_auth_methods_supported: methods }: oauth.AuthorizationServer) => {
    if (clientSecret === undefined) return oauth.None();
    // A provider that names no method takes Basic (OpenID Connect Discovery 1.0, section 3).
    return methods === undefined || methods.includes('client_secret_basic')
      ? oauth.ClientSecretBasic(clientSecret)
      : oauth.ClientSecretPost(clientSecret);
  };

  const told = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (cause) {
      throw cause instanceof SignInError ? cause : new SignInError(codeOf(cause), { cause });
    }
  };

  return {
    /** The address at the provider at which somebody signs in. */
    addressFor: ({ state, nonce, verifier, to }: SignInAttempt): Promise<string> =>
      told(async () => {
        const { authorization_endpoint: endpoint } = await discover();
        if (endpoint === undefined) throw new SignInError('no_authorization_endpoint');
        const address = new URL(endpoint);
        const parameters = {
          client_id: clientId,
          redirect_uri: deps.redirectUri,
          response_type: 'code',
          scope: deps.scope,
          state,
          nonce,
          code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          // `prompt=none`: the provider answers at once, with an error where it would have to ask (OpenID Connect Core
          // 1.0, 3.1.2.1).
          ...(to === undefined ? {} : { prompt: 'none' }),
        };
        for (const [name, value] of Object.entries(parameters)) address.searchParams.set(name, value);
        return address.href;
      }),

    /** The address at which somebody ends their session at the provider; undefined if it names none. */
    signOutAddress: (): Promise<string | undefined> =>
      told(async () => {
        const { end_session_endpoint: endpoint } = await discover();
        if (endpoint === undefined) return undefined;
        const address = new URL(endpoint);
        address.searchParams.set('client_id', clientId);
        // Cognito ends no session without an address to go on to, which its client has to know; other providers refuse
        // one that they do not know.
        if (cognitoHost.test(issuer.host)) address.searchParams.set('logout_uri', deps.deskUrl);
        return address.href;
      }),

    /** Who came back, from the query of the address that the provider sent them to. */
    whoCameBack: (query: URLSearchParams, { state, nonce, verifier }: SignInAttempt): Promise<SignedIn> =>
      told(async () => {
        const server = await discover();
        const parameters = oauth.validateAuthResponse(server, client(), query, state);
        const response = await oauth.authorizationCodeGrantRequest(
          server,
          client(),
          authentication(server),
          parameters,
          deps.redirectUri,
          verifier,
          requests(),
        );
        const tokens = await oauth.processAuthorizationCodeResponse(server, client(), response, {
          expectedNonce: nonce,
          requireIdToken: true,
        });
        await oauth.validateApplicationLevelSignature(server, response, requests());
        const claims = oauth.getValidatedIdTokenClaims(tokens);
        if (claims === undefined) throw new SignInError('no_id_token');
        const calledBy = nameIn(claims['name']);
        return {
          subject: claims.sub,
          groups: groupsIn(claims[deps.groupsClaim]),
          ...(calledBy === undefined ? {} : { calledBy }),
        };
      }),
  };
};

/** The identity provider with which staff sign in. */
export type OpenIdProvider = ReturnType<typeof createOpenIdProvider>;
