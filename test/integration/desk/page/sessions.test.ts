import { describe, expect } from 'vitest';
import { publicPaths } from '../../../../functions/desk/only-signed-in.ts';
import { deriveSealKeys, seal } from '../../../../functions/desk/sealed-value.ts';
import { roleMs, sessionMs } from '../../../../functions/desk/session.ts';
import { idOfAna, person, sam, withAna } from '../../../support/ana-at-desk.ts';
import { deskSiteOver } from '../../../support/desk-site.ts';
import { it } from '../../../support/engine.ts';
import { ana, contentsOf } from '../../../support/replies.ts';
import { tokenKey } from '../../../support/subscribers.ts';

describe('without a sign-in', () => {
  it('no route of the desk answers but the way in, and nothing is done', async ({ table }) => {
    const { desk, trail, service } = await withAna(table);
    const before = await contentsOf(table);
    const routes = desk.site.routes.filter(({ method, path }) => method !== 'ALL' && !publicPaths.has(path));
    expect(routes.length).toBeGreaterThan(15);
    const paths = routes.map(({ method, path }) => ({
      method,
      path: path.replace(':id', idOfAna).replace(':code', 'KNEE7'),
    }));
    const odd = [
      { method: 'GET', path: '/desk/' },
      { method: 'GET', path: '/desk/nowhere' },
      { method: 'HEAD', path: person },
      { method: 'PUT', path: person },
      { method: 'DELETE', path: `${person}/erase` },
      { method: 'POST', path: '/desk/sign-in' },
      { method: 'GET', path: '/desk/sign-in/../people' },
      { method: 'GET', path: `/desk/sign-in/people/${idOfAna}` },
    ];
    for (const { method, path } of [...paths, ...odd]) {
      const init = method === 'POST' ? { method, body: new URLSearchParams({ word: 'ERASE', who: ana }) } : { method };
      const response = await desk.site.request(path, init);
      expect(response.status, `${method} ${path}`).toBe(403);
      expect(await response.text()).not.toContain(idOfAna);
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    expect(await trail()).toEqual([]);
    expect(await contentsOf(table)).toEqual(before);
    expect(service.erasures).toEqual([]);
  });

  it('a session that is over, forged or another’s opens nothing', async ({ table }) => {
    const { desk, service, trail } = await withAna(table);
    const browser = desk.browserOf(sam);
    expect((await browser.get('/desk')).status).toBe(200);
    const value = browser.cookie.slice(desk.cookieName.length + 1);
    const [body = '', mac = ''] = value.split('.');
    const clinician = Buffer.from(Buffer.from(body, 'base64url').toString().replace('"staff"', '"clinician"')).toString(
      'base64url',
    );
    const session = JSON.parse(Buffer.from(body, 'base64url').toString());
    const stage = deskSiteOver(table, service, { publicBaseUrl: 'https://test.example.org' });
    const provider = deskSiteOver(table, service, { issuer: 'https://another.example.org' });
    const nowhere = {
      publicBaseUrl: '',
      issuer: '',
      clientId: '',
      groupsClaim: '',
      groups: { staff: '', clinician: '' },
    };
    const forged = {
      'another role': `${clinician}.${mac}`,
      'no seal': `${body}.`,
      'sealed with the key of links': seal(Buffer.from(tokenKey), session),
      'sealed with keys for nowhere': seal(deriveSealKeys(tokenKey, nowhere).session, session),
      'a form': seal(desk.deps.keys.form, session),
      'another stage': stage.browserOf(sam).cookie.split('=')[1] ?? '',
      'another provider': provider.browserOf(sam).cookie.split('=')[1] ?? '',
      nothing: '',
    };
    const lines = (await trail()).length;
    for (const [what, cookie] of Object.entries(forged)) {
      const response = await browser.ask('/desk', { headers: { cookie: `${desk.cookieName}=${cookie}` } });
      expect(response.status, what).toBe(403);
    }
    // By the name that it has over plain HTTP, which a sister site could set.
    expect((await browser.ask('/desk', { headers: { cookie: `desk=${value}` } })).status).toBe(403);
    service.after(roleMs / 60_000 - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    service.after((sessionMs - roleMs) / 60_000 + 1);
    expect((await browser.get('/desk')).status).toBe(403);
    expect((await browser.post(`${person}/stop`)).status).toBe(403);
    expect((await service.profile())?.status).toBe('active');
    expect((await trail()).length).toBe(lines + 1);
  });
});
