import { afterEach, describe, expect } from 'vitest';
import { formGraceMs, formTokenOf, openSession, roleMs, sessionMs } from '../../../functions/desk/session.ts';
import { openIdPath } from '../../../local/open-id-stand-in.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { closeProviders, withProvider } from '../../support/desk-provider.ts';
import { it } from '../../support/engine.ts';
import { contentsOf } from '../../support/replies.ts';

afterEach(closeProviders);

const minutes = (ms: number): number => ms / 60_000;

/** Somebody who has signed in, in a browser that keeps the desk's cookies and the provider's, and follows where it is sent. */
const signedIn = async (table: Table, who: 'sam' | 'lee') => {
  const provider = await withProvider(table);
  const { desk, url, service, leave, comeBack, cookiesOf, locationOf } = provider;
  const { asking, back, cookie } = await leave(who);
  const theirs = cookiesOf(await fetch(asking, { redirect: 'manual' }));
  let own = cookiesOf(await comeBack(back, cookie));
  const session = () => openSession(desk.deps.keys, own.slice('desk='.length), service.clock.now());
  const at = async (path: string, init: RequestInit = {}): Promise<Response> =>
    desk.site.request(`${url}${path}`, { ...init, headers: { cookie: own } });
  /** Opens a page by way of the provider, as a browser follows it. */
  const goByProvider = async (path: string): Promise<{ readonly asked: URL; readonly arrived: Response }> => {
    const left = await at(path);
    expect(left.status).toBe(303);
    const asked = locationOf(left);
    const way = locationOf(await fetch(asked, { redirect: 'manual', headers: { cookie: theirs } }));
    const arrived = await comeBack(way, [own, cookiesOf(left)].join('; '));
    const lines = arrived.headers.getSetCookie().filter((line) => line.startsWith('desk='));
    if (lines[0] !== undefined) own = cookiesOf(arrived);
    return { asked, arrived };
  };
  const change = async (groups: readonly string[] | null): Promise<void> => {
    const response = await fetch(`${url}${openIdPath}/people/${who}`, {
      method: 'POST',
      body: JSON.stringify({ groups }),
    });
    expect(response.status).toBe(200);
  };
  const post = (path: string, token: string) => at(path, { method: 'POST', body: new URLSearchParams({ token }) });
  return { ...provider, at, goByProvider, change, session, post };
};

describe('a role', () => {
  it('is asked about every twenty minutes, without a word to whoever has it', async ({ table }) => {
    const { at, goByProvider, service, session } = await signedIn(table, 'lee');
    const before = session();
    service.after(minutes(roleMs) - 1);
    expect((await at('/desk/audit?date=2030-01-05')).status).toBe(200);
    service.after(1);
    const { asked, arrived } = await goByProvider('/desk/audit?date=2030-01-05');
    expect(asked.searchParams.get('prompt')).toBe('none');
    expect([arrived.status, arrived.headers.get('location')]).toEqual([303, '/desk/audit?date=2030-01-05']);
    expect((await at('/desk/audit?date=2030-01-05')).status).toBe(200);
    // The same session: it ends when it would have, and a form that another tab shows is one of its own.
    expect(session()).toMatchObject({ id: before?.id, expiresAt: before?.expiresAt, actor: before?.actor });
    service.after(minutes(sessionMs - roleMs));
    expect((await at('/desk')).status).toBe(403);
  });

  it('is lost by who left the clinic: their account is gone', async ({ table }) => {
    const { at, change, goByProvider, service } = await signedIn(table, 'lee');
    await change(null);
    service.after(minutes(roleMs));
    const { arrived } = await goByProvider('/desk/audit');
    expect(arrived.status).toBe(403);
    expect(arrived.headers.getSetCookie().join()).toContain('desk=; Max-Age=0');
    expect(await arrived.text()).toContain('/desk/sign-in"');
    expect((await at('/desk', { headers: {} })).status).not.toBe(200);
    expect(service.logged.at(-1)).toMatchObject({ event: 'sign-in-refused', fields: { reason: 'login_required' } });
  });

  it('is lost by who works in another group now', async ({ table }) => {
    const { change, goByProvider, service } = await signedIn(table, 'sam');
    await change(['accounting']);
    service.after(minutes(roleMs));
    const { arrived } = await goByProvider('/desk');
    expect(arrived.status).toBe(403);
    expect(arrived.headers.getSetCookie().join()).toContain('desk=; Max-Age=0');
    expect(await arrived.text()).toContain('does not work at the desk');
  });

  it('becomes what it is at the provider: a clinician who is staff now reads nothing more', async ({ table }) => {
    const { at, change, goByProvider, service } = await signedIn(table, 'lee');
    expect((await at('/desk/audit')).status).toBe(200);
    await change(['front-desk']);
    service.after(minutes(roleMs));
    expect((await goByProvider('/desk')).arrived.status).toBe(303);
    expect((await at('/desk/audit')).status).toBe(403);
    expect(await (await at('/desk')).text()).toContain('Sign out (staff)');
  });

  it('lets a form that was open finish for ten minutes more, and then does nothing', async ({ table }) => {
    const { post, service, session, desk } = await signedIn(table, 'sam');
    const form = session();
    if (!form) throw new Error('nobody is signed in');
    const token = formTokenOf(desk.deps.keys, form);
    const code = new URLSearchParams({ token });
    expect(code.get('token')).toBe(token);
    service.after(minutes(roleMs + formGraceMs) - 1);
    expect((await post('/desk/sign-out', token)).status).toBe(200);
    const before = await contentsOf(table);
    service.after(1);
    const late = await post('/desk/sign-out', token);
    expect(late.status).toBe(403);
    expect(await late.text()).toContain('Nothing was done');
    expect(await contentsOf(table)).toEqual(before);
  });

  it('is not believed while the provider cannot be asked', async ({ table }) => {
    const { at, goByProvider, service, desk, url } = await signedIn(table, 'sam');
    service.after(minutes(roleMs));
    const left = await at('/desk');
    expect(left.status).toBe(303);
    // An answer to another attempt, and none at all.
    const strange = await desk.site.request(`${url}/desk/signed-in?code=x&state=y`);
    expect(strange.status).toBe(400);
    expect((await goByProvider('/desk')).arrived.headers.get('location')).toBe('/desk');
  });
});
