import { generateKeyPairSync, sign } from 'node:crypto';
import { afterEach, describe, expect } from 'vitest';
import * as z from 'zod';
import { attemptMs } from '../../../functions/desk/sign-in-attempt.ts';
import { openIdClient } from '../../../local/open-id-stand-in.ts';
import { closeProviders, type Tamper, withProvider } from '../../support/desk-provider.ts';
import { deskSiteOver } from '../../support/desk-site.ts';
import { it } from '../../support/engine.ts';
import { contentsOf, createService } from '../../support/replies.ts';

const fieldsSchema = z.record(z.string(), z.unknown());
afterEach(closeProviders);

describe('signing in', () => {
  it('leads to the provider with a challenge, and back to the worklist, for eight hours', async ({ table }) => {
    const { desk, url, leave, comeBack, cookiesOf } = await withProvider(table);
    const { left, asking, choice, back, cookie } = await leave();
    expect(left.status).toBe(303);
    expect(Object.fromEntries(asking.searchParams)).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      scope: 'openid',
      redirect_uri: `${url}/desk/signed-in`,
    });
    expect(choice).toContain('Dr Lee, clinician');
    const [attempt = ''] = left.headers.getSetCookie();
    expect(attempt).toMatch(/^desk-sign-in=[\w.-]+; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const arrived = await comeBack(back, cookie);
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/desk']);
    expect(arrived.headers.getSetCookie()).toEqual([
      'desk-sign-in=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax',
      expect.stringMatching(/^desk=[\w.-]+; Max-Age=28800; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
    const home = await desk.site.request(`${url}/desk`, { headers: { cookie: cookiesOf(arrived) } });
    expect(home.status).toBe(200);
    expect(await home.text()).toContain('Sign out (staff)');
  });

  it('sets cookies for this host alone where the pages come by TLS', async ({ table }) => {
    const desk = deskSiteOver(table, createService(table));
    const { cookie } = desk.browserOf({ name: 'b7e1', role: 'staff' });
    expect(cookie).toMatch(/^__Host-desk=/);
    const out = await desk.site.request('https://backbeat.example.org/desk/signed-in');
    expect(out.headers.getSetCookie()).toEqual([
      '__Host-desk-sign-in=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Lax',
    ]);
  });

  it('makes a clinician of who is in that group, under the provider’s name for them', async ({ table }) => {
    const { desk, url, leave, comeBack, cookiesOf } = await withProvider(table);
    const { back, cookie } = await leave('lee');
    const session = cookiesOf(await comeBack(back, cookie));
    const audit = await desk.site.request(`${url}/desk/audit`, { headers: { cookie: session } });
    expect(audit.status).toBe(200);
    expect(await audit.text()).toContain('1ee00000-0002-4000-8000-0000000001ee');
  });

  it('gives the worklist the colleague’s name, and the audit trail none', async ({ table }) => {
    const { desk, service, url, leave, comeBack, cookiesOf } = await withProvider(table);
    const { back, cookie } = await leave('sam');
    const session = cookiesOf(await comeBack(back, cookie));
    const [, sealed = ''] = /desk=([\w-]+)/.exec(session) ?? [];
    expect(Buffer.from(sealed, 'base64url').toString()).toContain('"calledBy":"Sam, front desk"');
    await desk.site.request(`${url}/desk/today`, { headers: { cookie: session } });
    expect(JSON.stringify((await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('AUDIT#')))).not.toContain(
      'Sam',
    );
    expect(service.logged.map(({ fields }) => JSON.stringify(fields)).join()).not.toContain('Sam,');
  });

  it('takes groups from the claim that the settings name, and from no other', async ({ table }) => {
    const { leave, comeBack } = await withProvider(table, { groupsClaim: 'cognito:groups' });
    const { back, cookie } = await leave('lee');
    expect((await comeBack(back, cookie)).status).toBe(403);
  });

  it('lets nobody in who is in neither group', async ({ table }) => {
    const { service, leave, comeBack, cookiesOf } = await withProvider(table);
    const { back, cookie } = await leave('pat');
    const arrived = await comeBack(back, cookie);
    expect(arrived.status).toBe(403);
    expect(await arrived.text()).toContain('neither of the two groups');
    expect(cookiesOf(arrived)).toBe('');
    expect(service.logged.at(-1)).toEqual({ event: 'sign-in-refused', fields: { reason: 'no-group' } });
  });

  it('is the way back of the same browser only, once, within ten minutes', async ({ table }) => {
    const { service, leave, comeBack, cookiesOf } = await withProvider(table);
    const mine = await leave();
    const theirs = await leave();
    const refused = async (back: URL, cookie: string): Promise<void> => {
      const arrived = await comeBack(back, cookie);
      expect(arrived.status).toBe(400);
      expect(cookiesOf(arrived)).toBe('');
    };
    await refused(mine.back, '');
    await refused(mine.back, theirs.cookie);
    await refused(
      mine.back,
      mine.cookie.replace(/.$/, (letter) => (letter === 'A' ? 'B' : 'A')),
    );
    for (const [name, value] of [
      ['state', 'another'],
      ['code', 'another'],
    ] as const) {
      const changed = new URL(mine.back);
      changed.searchParams.set(name, value);
      await refused(changed, mine.cookie);
    }
    const denied = new URL(mine.back);
    denied.searchParams.delete('code');
    denied.searchParams.set('error', 'access_denied');
    denied.searchParams.set('error_description', 'sam@clinic.example may not');
    await refused(denied, mine.cookie);
    expect(service.logged.at(-1)).toEqual({ event: 'sign-in-refused', fields: { reason: 'access_denied' } });
    expect((await comeBack(mine.back, mine.cookie)).status).toBe(303);
    await refused(mine.back, mine.cookie);
    const late = await leave();
    service.after(attemptMs / 60_000);
    await refused(late.back, late.cookie);
  });
});

/** An ID token with its claims or its signature changed. */
const withToken = (change: (token: string) => string): Tamper => {
  return async (path, answer) => {
    if (path !== '/token') return answer;
    const tokens = fieldsSchema.parse(await answer.json());
    return Response.json({ ...tokens, id_token: change(String(tokens['id_token'])) });
  };
};
const claiming = (more: object) => (token: string) => {
  const [head = '', claims = '', signature = ''] = token.split('.');
  const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), ...more };
  return [head, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
};
const unsigned = (token: string) => {
  const [, claims = ''] = token.split('.');
  return `${Buffer.from('{"alg":"none"}').toString('base64url')}.${claims}.`;
};
/** A provider that signs such claims itself: its signature is good, so that only the claim can give it away. */
const signing = (more: object): Tamper => {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const key = { ...publicKey.export({ format: 'jwk' }), kid: 'local', use: 'sig', alg: 'ES256' };
  const retold = withToken((token) => {
    const [head, claims] = claiming(more)(token).split('.');
    const signature = sign('sha256', Buffer.from(`${head}.${claims}`), { key: privateKey, dsaEncoding: 'ieee-p1363' });
    return [head, claims, signature.toString('base64url')].join('.');
  });
  return (path, answer, request) => (path === '/keys' ? Response.json({ keys: [key] }) : retold(path, answer, request));
};

describe('what the provider says', () => {
  const tampered: readonly (readonly [string, Tamper])[] = [
    ['is not signed', withToken(unsigned)],
    ['was changed after it was signed', withToken(claiming({ groups: ['clinicians'] }))],
    ['is for another client', signing({ aud: 'another' })],
    ['is another provider’s', signing({ iss: 'https://evil.example' })],
    ['answers another request', signing({ nonce: 'another' })],
    ['is over', signing({ exp: 1 })],
    ['is no token', withToken(() => 'no.token')],
    ['is no JSON', (path, answer) => (path === '/token' ? new Response('sorry') : answer)],
    [
      'is an error',
      (path, answer) => (path === '/token' ? Response.json({ error: 'server_error' }, { status: 500 }) : answer),
    ],
  ];
  it('counts if nothing but its key is another', async ({ table }) => {
    const { leave, comeBack } = await withProvider(table, { tamper: signing({}) });
    const { back, cookie } = await leave('lee');
    expect((await comeBack(back, cookie)).status).toBe(303);
  });

  it.for(tampered)('counts for nothing if it %s', async ([, tamper], { table }) => {
    const { service, leave, comeBack, cookiesOf } = await withProvider(table, { tamper });
    const { back, cookie } = await leave('pat');
    const arrived = await comeBack(back, cookie);
    expect(arrived.status).toBe(400);
    expect(cookiesOf(arrived)).toBe('');
    expect(service.logged.at(-1)?.event).toBe('sign-in-refused');
  });

  it('is asked for again when it could not be asked', async ({ table }) => {
    let isDown = true;
    const { service, desk, url } = await withProvider(table, {
      tamper: (_path, answer) => (isDown ? new Response('', { status: 503 }) : answer),
    });
    expect((await desk.site.request(`${url}/desk/sign-in`)).status).toBe(502);
    expect(service.logged.at(-1)?.event).toBe('sign-in-refused');
    isDown = false;
    expect((await desk.site.request(`${url}/desk/sign-in`)).status).toBe(303);
  });

  it('is asked for with the client’s secret where there is one, by the way that the provider takes', async ({
    table,
  }) => {
    for (const methods of [undefined, ['client_secret_basic'], ['client_secret_post']]) {
      const { asked, leave, comeBack } = await withProvider(table, {
        clientSecret: 'a secret of a test',
        tamper: async (path, answer) =>
          path === '/.well-known/openid-configuration'
            ? Response.json({
                ...fieldsSchema.parse(await answer.json()),
                token_endpoint_auth_methods_supported: methods,
              })
            : answer,
      });
      const { back, cookie } = await leave();
      await comeBack(back, cookie);
      const request = asked.find(({ url }) => url.endsWith('/token'));
      const form = new URLSearchParams(await request?.text());
      const isPosted = methods?.[0] === 'client_secret_post';
      expect(form.get('client_secret')).toBe(isPosted ? 'a secret of a test' : null);
      expect(request?.headers.get('authorization')?.startsWith('Basic ') ?? false).toBe(!isPosted);
      expect(form.get('code_verifier')).toMatch(/^[\w-]{43}$/);
    }
  });
});

describe('signing out', () => {
  it('takes the cookie away, and says where the account’s own sign-out is', async ({ table }) => {
    const { desk } = await withProvider(table, {
      tamper: async (path, answer) =>
        path === '/.well-known/openid-configuration'
          ? Response.json({
              ...fieldsSchema.parse(await answer.json()),
              end_session_endpoint: 'https://login.example.org/out',
            })
          : answer,
    });
    const out = await desk.browserOf({ name: 'b7e1', role: 'staff' }).post('/desk/sign-out');
    expect(out.status).toBe(200);
    expect(out.headers.getSetCookie()).toEqual(['desk=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax']);
    expect(await out.text()).toContain(`https://login.example.org/out?client_id=${openIdClient.clientId}`);
  });

  it('works though the provider does not answer', async ({ table }) => {
    const { service, desk } = await withProvider(table, { tamper: () => new Response('', { status: 503 }) });
    const out = await desk.browserOf({ name: 'b7e1', role: 'staff' }).post('/desk/sign-out');
    expect(out.status).toBe(200);
    expect(await out.text()).not.toContain('Sign out of the account');
    expect(service.logged.at(-1)).toMatchObject({ event: 'sign-out-address-unknown' });
  });
});
