import { createHash, generateKeyPairSync, randomBytes, sign, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import * as z from 'zod';

/** Its path below the service's own address. */
export const openIdPath = '/_local/openid';
/** The one client it knows, and the groups of its two people. */
export const openIdClient = {
  clientId: 'backbeat-desk',
  staffGroup: 'front-desk',
  clinicianGroup: 'clinicians',
} as const;

/** The staff of the clinic of fiction. The audit trail shows their identifiers. */
const people = [
  { key: 'sam', name: 'Sam, front desk', subject: '5a3e0c1e-0001-4000-8000-00000000005a', groups: ['front-desk'] },
  { key: 'lee', name: 'Dr Lee, clinician', subject: '1ee00000-0002-4000-8000-0000000001ee', groups: ['clinicians'] },
  {
    key: 'pat',
    name: 'Pat, accounting (does not work at the desk)',
    subject: '9a700000-0003-4000-8000-0000000009a7',
    groups: ['accounting'],
  },
] as const;

type Person = (typeof people)[number];

/** The groups that somebody is in from now on; null if they no longer work there. */
const changeSchema = z.object({ groups: z.array(z.string()).nullable() });
const cookieName = 'open-id';

interface StandInDeps {
  /** The service's own address, without a slash at the end. */
  readonly serviceUrl: string;
  readonly now: () => number;
}

const authorizeSchema = z.object({
  client_id: z.literal(openIdClient.clientId),
  redirect_uri: z.string(),
  response_type: z.literal('code'),
  scope: z.string().regex(/(^| )openid( |$)/),
  state: z.string().min(1),
  nonce: z.string().min(1),
  code_challenge: z.string().regex(/^[\w-]{43}$/),
  code_challenge_method: z.literal('S256'),
  as: z.string().optional(),
  prompt: z.literal('none').optional(),
});
type Authorize = z.infer<typeof authorizeSchema>;

const tokenSchema = z.object({
  grant_type: z.literal('authorization_code'),
  client_id: z.literal(openIdClient.clientId),
  redirect_uri: z.string(),
  code: z.string(),
  code_verifier: z.string(),
});

/** How long a code is valid, in ms: the service redeems it at once. */
const codeMs = 60_000;

const base64url = (value: string | Buffer): string => Buffer.from(value).toString('base64url');
const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
const isSame = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

/** The page has no script and no form, only links. */
const headers = {
  'Content-Security-Policy': "default-src 'none'; base-uri 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

/**
 * A provider of OpenID Connect for `npm start`: whoever uses this machine chooses who they are. It is stricter than
 * most (PKCE with S256, a nonce, each code once), so that what works with it works elsewhere.
 */
export const createOpenIdStandIn = ({ serviceUrl, now }: StandInDeps): Hono => {
  const issuer = `${serviceUrl}${openIdPath}`;
  const redirectUri = `${serviceUrl}/desk/signed-in`;
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const codes = new Map<string, { readonly request: Authorize; readonly person: Person; readonly until: number }>();

  /** The people who were put into other groups, or have left (null). */
  const changed = new Map<string, readonly string[] | null>();
  const groupsOf = ({ key, groups }: Person): readonly string[] | null =>
    changed.get(key) ?? (changed.has(key) ? null : groups);
  const personOf = (key: string | undefined): Person | undefined =>
    people.find((person) => person.key === key && groupsOf(person) !== null);

  /** RFC 7515 and 7518: ES256 wants the signature as two plain numbers. */
  const signed = (claims: object): string => {
    const body = `${base64url(JSON.stringify({ alg: 'ES256', kid: 'local', typ: 'JWT' }))}.${base64url(JSON.stringify(claims))}`;
    return `${body}.${base64url(sign('sha256', Buffer.from(body), { key: privateKey, dsaEncoding: 'ieee-p1363' }))}`;
  };

  const choice = ({ prompt: _, ...request }: Authorize) => {
    const linkOf = ({ key }: Person): string => `authorize?${new URLSearchParams({ ...request, as: key })}`;
    return html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>Who are you? · stand-in for a clinic's sign-in</title>
        </head>
        <body>
          <main>
            <h1>Who are you?</h1>
            <p>This stands in for the clinic's own sign-in, on this machine only. There is no password.</p>
            <ul>
              ${people.filter((person) => groupsOf(person) !== null).map((person) => html`<li><p><a href="${linkOf(person)}">${person.name}</a></p></li>`)}
            </ul>
          </main>
        </body>
      </html>`;
  };

  return (
    new Hono()
      .get('/.well-known/openid-configuration', (context) =>
        context.json({
          issuer,
          authorization_endpoint: `${issuer}/authorize`,
          token_endpoint: `${issuer}/token`,
          jwks_uri: `${issuer}/keys`,
          response_types_supported: ['code'],
          subject_types_supported: ['public'],
          id_token_signing_alg_values_supported: ['ES256'],
          code_challenge_methods_supported: ['S256'],
          token_endpoint_auth_methods_supported: ['none'],
        }),
      )
      .get('/keys', (context) =>
        context.json({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'local', use: 'sig', alg: 'ES256' }] }),
      )
      .get('/authorize', (context) => {
        const read = authorizeSchema.safeParse(context.req.query());
        // Nobody is redirected to an unregistered address (RFC 6749, 4.1.2.1).
        if (!read.success || read.data.redirect_uri !== redirectUri)
          return context.text('not a request of the desk of this service', 400, headers);
        const { prompt, state } = read.data;
        const person = personOf(prompt === 'none' ? getCookie(context, cookieName) : read.data.as);
        // OpenID Connect Core 1.0, 3.1.2.6.
        if (!person && prompt === 'none')
          return context.redirect(`${redirectUri}?${new URLSearchParams({ error: 'login_required', state })}`, 303);
        if (!person) return context.html(choice(read.data), 200, headers);
        const code = randomBytes(24).toString('base64url');
        setCookie(context, cookieName, person.key, { path: openIdPath, httpOnly: true, sameSite: 'Lax' });
        codes.set(code, { request: read.data, person, until: now() + codeMs });
        return context.redirect(`${redirectUri}?${new URLSearchParams({ code, state })}`, 303);
      })
      // Plays the clinic's administrator: puts somebody into other groups, or takes their account away.
      .post('/people/:key', async (context) => {
        const read = changeSchema.safeParse(await context.req.json());
        const key = people.find((person) => person.key === context.req.param('key'))?.key;
        if (!read.success || key === undefined) return context.json({ error: 'groups, or null, of one of them' }, 400);
        changed.set(key, read.data.groups);
        return context.json({ key, groups: read.data.groups });
      })
      .post('/token', async (context) => {
        const read = tokenSchema.safeParse(await context.req.parseBody());
        const kept = read.success ? codes.get(read.data.code) : undefined;
        if (read.success) codes.delete(read.data.code);
        if (
          !read.success ||
          !kept ||
          now() > kept.until ||
          read.data.redirect_uri !== kept.request.redirect_uri ||
          !isSame(challengeOf(read.data.code_verifier), kept.request.code_challenge)
        )
          return context.json({ error: 'invalid_grant' }, 400);
        const { person, request } = kept;
        const iat = Math.floor(now() / 1000);
        const id_token = signed({
          iss: issuer,
          sub: person.subject,
          name: person.name,
          aud: openIdClient.clientId,
          iat,
          exp: iat + 300,
          nonce: request.nonce,
          groups: groupsOf(person) ?? [],
        });
        return context.json({ access_token: randomBytes(24).toString('base64url'), token_type: 'Bearer', id_token });
      })
  );
};
