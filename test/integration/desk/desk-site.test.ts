import { describe, expect } from 'vitest';
import { wayIn } from '../../../functions/desk/only-signed-in.ts';
import { deriveSealKeys, seal } from '../../../functions/desk/sealed-value.ts';
import { sessionMs } from '../../../functions/desk/session.ts';
import { type Operation, operations, refusalOf, roles } from '../../../shared/domain/desk/authorise.ts';
import { pseudonymOf } from '../../../shared/domain/people/pseudonym.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createLeakDetector } from '../../e2e/support/leak-detector.ts';
import { drLee as leeAtDesk, sam as samAtDesk } from '../../support/desk.ts';
import { type DeskBrowser, deskSiteOver } from '../../support/desk-site.ts';
import { it } from '../../support/engine.ts';
import { readingClinic } from '../../support/reading-clinic.ts';
import { ana, contentsOf, createService } from '../../support/replies.ts';
import { pepper, tokenKey } from '../../support/subscribers.ts';

const sam = { ...samAtDesk, name: '5a3e0c1e-0001-4000-8000-00000000005a' };
const lee = { ...leeAtDesk, name: '1ee00000-0002-4000-8000-0000000001ee' };
const idOfAna = pseudonymOf(pepper, 'sms', ana);
const person = `/desk/people/${idOfAna}`;
const word = 'wheelbarrow';
const knee = {
  code: 'knee 7',
  clinic: 'Elm <Street> Physio',
  contact: '+1 212 555 0199',
  language: 'fr',
  time: '18:30',
};

const withAna = async (table: Table) => {
  const service = createService(table, { readers: readingClinic });
  await service.text('JOIN');
  await service.text(`PAIN 7 with the ${word}`);
  const desk = deskSiteOver(table, service, { readers: readingClinic });
  const allow = () => service.changes.change(idOfAna, (subscriber) => ({ ...subscriber, clinic: 'yes' }));
  const trail = async () => (await contentsOf(table)).filter(({ PK }) => String(PK).startsWith('AUDIT#'));
  return { service, desk, allow, trail };
};

/** Of a red flag: of each that is tried, its text is told once. */
const eventOf = async (table: Table): Promise<string> =>
  String((await contentsOf(table)).find(({ PK }) => PK === 'WORKLIST')?.['SK']);

/** How a browser asks for each operation that the page has; the others are the command line's. What ends things comes last. */
const requests: Readonly<Partial<Record<Operation, (browser: DeskBrowser, event: string) => Promise<Response>>>> = {
  status: ({ get }) => get('/desk/today'),
  'who-is-due': ({ get }) => get('/desk/today/missed'),
  find: ({ post }) => post('/desk/find', { who: ana }),
  show: ({ get }) => get(person),
  explain: ({ get }) => get(`${person}?date=2030-01-08`),
  pause: ({ post }) => post(`${person}/pause`, { days: '7' }),
  resume: ({ post }) => post(`${person}/resume`),
  move: ({ post }) => post(`${person}/move`, { time: '18:30', zone: 'Denver', channel: '', language: 'fr' }),
  worklist: ({ get }) => get('/desk'),
  acknowledge: ({ post }, event) => post('/desk/acknowledge', { event }),
  'read-diary': ({ get }) => get(`${person}/diary`),
  export: ({ post }) => post(`${person}/export`),
  'read-audit': ({ get }) => get('/desk/audit'),
  'add-code': ({ post }) => post('/desk/codes', knee),
  'list-codes': ({ get }) => get('/desk/codes/KNEE7/card/en'),
  'end-code': ({ post }) => post('/desk/codes/KNEE7/end'),
  stop: ({ post }) => post(`${person}/stop`),
  erase: ({ post }) => post(`${person}/erase`, { word: 'ERASE' }),
};
const onCommandLineOnly = [
  ...['try-import', 'import', 'restore'],
  ...['list-failed', 'redrive', 'replay-mail', 'preview', 'report', 'research-export'],
];
const showsWords = ['read-diary', 'export'];

describe('who may do what on the page', () => {
  it.for(roles.flatMap((role) => [false, true].map((lets) => ({ role, lets }))))(
    'is as everywhere: $role, CLINIC YES: $lets',
    async ({ role, lets }, { table }) => {
      const { service, desk, allow, trail } = await withAna(table);
      await service.text('chest pain');
      if (lets) await allow();
      const actor = role === 'staff' ? sam : lee;
      const event = await eventOf(table);
      const browser = desk.browserOf(actor);
      const tried: string[] = [];
      for (const operation of operations) {
        const ask = requests[operation];
        if (ask) tried.push(operation);
      }
      expect([...tried, ...onCommandLineOnly].sort()).toEqual([...operations].sort());
      for (const [operation, ask] of Object.entries(requests)) {
        const name = operations.find((one) => one === operation) ?? 'find';
        const refusal = refusalOf(role, name, lets);
        const before = (await trail()).length;
        const response = await ask(browser, event);
        const text = await response.text();
        expect(response.status === 403, operation).toBe(refusal !== undefined);
        expect(response.status < 400, operation).toBe(refusal === undefined);
        expect(text.includes(word), operation).toBe(showsWords.includes(operation) && !refusal);
        const lines = (await trail()).slice(before).filter((line) => line['operation'] === operation);
        expect(lines, operation).toMatchObject([{ who: actor.name, role, ...(refusal ? { refused: refusal } : {}) }]);
      }
    },
  );
});

describe('without a sign-in', () => {
  it('no route of the desk answers but the way in, and nothing is done', async ({ table }) => {
    const { desk, trail, service } = await withAna(table);
    const before = await contentsOf(table);
    const routes = desk.site.routes.filter(({ method, path }) => method !== 'ALL' && !wayIn.has(path));
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
    const forged = {
      'another role': `${clinician}.${mac}`,
      'no seal': `${body}.`,
      'sealed with the key of links': seal(Buffer.from(tokenKey), session),
      'sealed with keys for nowhere': seal(deriveSealKeys(tokenKey, []).session, session),
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
    service.after(sessionMs / 60_000 - 1);
    expect((await browser.get('/desk')).status).toBe(200);
    service.after(1);
    expect((await browser.get('/desk')).status).toBe(403);
    expect((await browser.post(`${person}/stop`)).status).toBe(403);
    expect((await service.profile())?.status).toBe('active');
    expect((await trail()).length).toBe(lines + 1);
  });
});

describe('a form', () => {
  it('of no page of this session does nothing', async ({ table }) => {
    const { desk, service, trail } = await withAna(table);
    const browser = desk.browserOf(sam);
    const other = desk.browserOf(lee);
    const stop = (body: Record<string, string>, headers: Record<string, string> = {}) =>
      browser.ask(`${person}/stop`, { method: 'POST', body: new URLSearchParams(body), headers });
    const { token, cookie } = browser;
    for (const [what, response] of [
      ['no token', await stop({})],
      ['an empty one', await stop({ token: '' })],
      ['another session’s', await stop({ token: other.token })],
      ['from another site', await stop({ token }, { origin: 'https://evil.example' })],
      ['from nowhere', await stop({ token }, { origin: 'null' })],
      ['from a sister site', await stop({ token }, { 'sec-fetch-site': 'same-site' })],
      ['by another site', await stop({ token }, { 'sec-fetch-site': 'cross-site' })],
      [
        'as text',
        await browser.ask(`${person}/stop`, {
          method: 'POST',
          body: `token=${token}`,
          headers: { cookie, 'content-type': 'text/plain' },
        }),
      ],
      ['in the address', await browser.ask(`${person}/stop?token=${token}`, { method: 'POST' })],
    ] as const)
      expect(response.status, what).toBe(403);
    expect((await service.profile())?.status).toBe('active');
    expect(await trail()).toEqual([]);
    const headers = { origin: desk.deps.publicBaseUrl, 'sec-fetch-site': 'same-origin' };
    expect((await stop({ token }, headers)).status).toBe(303);
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('that is too long is not read', async ({ table }) => {
    const { desk } = await withAna(table);
    expect((await desk.browserOf(sam).post('/desk/find', { who: 'x'.repeat(20_000) })).status).toBe(413);
  });
});

describe('acting for somebody who phones', () => {
  it('finds them without their number in any address, and says what was done', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    const found = await post('/desk/find', { who: '+1 (212) 555-0101' });
    expect([found.status, found.headers.get('location')]).toEqual([303, person]);
    const does = async (act: string, fields: Record<string, string> = {}): Promise<string> => {
      const { status, headers } = await post(`${person}/${act}`, fields);
      expect([status, headers.get('location')]).toEqual([303, `${person}?done=${act}`]);
      return (await get(headers.get('location') ?? '')).text();
    };
    expect(await does('pause', { days: '7' })).toContain('Done: no tips up to and including 2030-01-13.');
    expect(await does('resume')).toContain('Done: the next tip comes on 2030-01-07.');
    expect(await does('move', { time: '18:30', zone: 'Denver', channel: '', language: 'fr' })).toContain('Done:');
    expect(await service.profile()).toMatchObject({
      time: '18:30',
      zone: 'America/Denver',
      language: 'fr',
      tipsBy: 'sms',
    });
    expect(await does('stop')).toContain('Done: nothing more is sent to them.');
    expect((await service.profile())?.status).toBe('stopped');
  });

  it('says why what cannot be done is not', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post, get } = desk.browserOf(sam);
    const before = await service.profile();
    for (const [act, fields, why] of [
      ['pause', { days: '0' }, 'from 1 to 90 days'],
      ['pause', { days: 'some' }, 'from 1 to 90 days'],
      ['move', {}, 'Say what is to be moved'],
      ['move', { time: '3:00' }, 'like 18:30'],
      ['move', { time: '03:00' }, 'between 08:00 and 20:00'],
      ['move', { zone: 'Springfield' }, 'give one of them|no time zone'],
      ['move', { channel: 'email' }, 'No mailbox of theirs'],
      ['move', { channel: 'fax' }, 'by sms or email'],
    ] as const) {
      const response = await post(`${person}/${act}`, fields);
      expect(response.status, why).toBe(400);
      expect(await response.text()).toMatch(new RegExp(why));
    }
    expect(await service.profile()).toEqual(before);
    for (const who of ['555 0101', '+1 212 555 0199', '']) {
      const response = await post('/desk/find', { who });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.headers.get('location')).toBeNull();
    }
    expect((await get('/desk/audit?date=yesterday')).status).toBe(400);
  });

  it('asks again before it destroys', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post, get } = desk.browserOf(sam);
    expect(await (await get(`${person}/erase`)).text()).toContain('There is no way back');
    for (const wrong of ['', 'erase', 'ERASE!', 'STOP']) {
      const response = await post(`${person}/erase`, { word: wrong });
      expect([response.status, service.erasures]).toEqual([400, []]);
    }
    const response = await post(`${person}/erase`, { word: 'ERASE' });
    expect(response.headers.get('location')).toBe('/desk?done=erased');
    expect(service.erasures).toMatchObject([{ kind: 'erase', id: idOfAna }]);
    expect((await get(person)).status).toBe(404);
  });

  it('takes a red flag, and shows the number of whoever asked to be called', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk')).text()).toContain('Nothing waits.');
    await service.text(`my ${word} and chest pain`);
    const event = await eventOf(table);
    const waiting = await (await get('/desk')).text();
    expect(waiting).toContain('may need help now');
    expect(waiting).not.toContain(word);
    expect(waiting).not.toContain(ana);
    await service.text('CALL ME');
    expect(await (await get('/desk')).text()).toContain(`href="tel:${ana}"`);
    expect((await post('/desk/acknowledge', { event })).status).toBe(303);
    expect(await (await get('/desk?all')).text()).toContain(sam.name);
    const late = await desk.browserOf(lee).post('/desk/acknowledge', { event });
    expect([late.status, (await late.text()).includes('has it already')]).toEqual([400, true]);
  });
});

describe('codes', () => {
  it('are made, printed, counted and ended', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    expect(await (await get('/desk/codes')).text()).toContain('There are none yet.');
    expect((await post('/desk/codes', knee)).headers.get('location')).toBe('/desk/codes?done=added');
    expect(await service.answerTo('JOIN KNEE7', { from: '+12125550144' })).toContain('Elm <Street> Physio');
    const listed = await (await get('/desk/codes?done=added')).text();
    expect(listed).toMatch(/KNEE7[\s\S]*Elm &lt;Street&gt; Physio[\s\S]*French, tips at 18:30[\s\S]*1 today/);
    const card = await get('/desk/codes/KNEE7/poster/fr');
    expect(await card.text()).toContain('INSCRIPTION KNEE7');
    expect(card.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base/);
    expect((await post('/desk/codes/KNEE7/end')).status).toBe(303);
    expect((await get('/desk/codes/KNEE7/card/en')).status).toBe(400);
    expect(await (await get('/desk/codes')).text()).toContain('Ended on 2030-01-0');
  });

  it('are shared as an address where there is no number to text', async ({ table }) => {
    const { service } = await withAna(table);
    const { get, post } = deskSiteOver(table, service, { onlyChannel: 'email' }).browserOf(sam);
    await post('/desk/codes', knee);
    const listed = await (await get('/desk/codes?done=added')).text();
    expect(listed).toContain('https://backbeat.example.org/signup?code=KNEE7');
    expect(listed).not.toMatch(/texts JOIN|to print/);
    expect((await get('/desk/codes/KNEE7/card/en')).status).toBe(404);
  });

  it('that are refused leave what was typed in the form, and say why', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get, post } = desk.browserOf(sam);
    for (const [fields, why] of [
      [{ code: 'PAIN6' }, 'a code is 4 to 12'],
      [{ arm: 'A' }, 'leave the code out'],
      [{ clinic: '' }, 'the clinic is named'],
      [{ time: '03:00' }, 'between 08:00 and 20:00'],
    ] as const) {
      const response = await post('/desk/codes', { ...knee, ...fields });
      const page = await response.text();
      expect([response.status, page.includes(why)], why).toEqual([400, true]);
      expect(page).toContain('value="+1 212 555 0199"');
    }
    expect(await (await get('/desk/codes')).text()).toContain('There are none yet.');
    for (const path of ['KNEE7/card/de', 'KNEE7/banner/en'])
      expect((await get(`/desk/codes/${path}`)).status).toBe(404);
    expect((await get('/desk/codes/NONE7/card/en')).status).toBe(400);
  });
});

describe('nobody is named', () => {
  it('by an address, a log line, a header or the audit trail', async ({ table }) => {
    const { desk, service, allow, trail } = await withAna(table);
    await allow();
    await service.text('chest pain');
    const leaksIn = createLeakDetector({ number: ana, word, mailbox: 'ana.kestrel@example.org' });
    const event = await eventOf(table);
    const seen: string[] = [];
    for (const browser of [desk.browserOf(sam), desk.browserOf(lee)]) {
      for (const [operation, ask] of Object.entries(requests)) {
        if (operation === 'erase' || operation === 'stop') continue;
        seen.push(JSON.stringify([...(await ask(browser, event)).headers]));
      }
      for (const who of [ana, 'ana.kestrel@example.org', word])
        seen.push(JSON.stringify([...(await browser.post('/desk/find', { who })).headers]));
      // A number that somebody puts into an address is nobody's name there.
      for (const path of [ana, encodeURIComponent(ana), '+1%20212%20555%200101', 'ana@example.org'])
        expect((await browser.get(`/desk/people/${path}`)).status).toBe(404);
    }
    const logged = service.logged.map((line) => JSON.stringify(line));
    const lines = (await trail()).map((line) => JSON.stringify(line));
    expect(lines.length).toBeGreaterThan(20);
    expect([...seen, ...logged, ...lines].flatMap((text) => leaksIn(text).map((name) => `${name}: ${text}`))).toEqual(
      [],
    );
  });

  it('by what is logged when the table fails', async ({ table }) => {
    const { desk, service } = await withAna(table);
    const { post } = desk.browserOf(sam);
    table.client.middlewareStack.add(
      () => async () => {
        throw new Error(`cannot write ${ana} ${word}`);
      },
      { step: 'initialize', name: 'failing' },
    );
    const response = await post('/desk/find', { who: ana });
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain(word);
    expect(service.logged.at(-1)).toEqual({ event: 'page-failed', fields: { route: '/desk', error: 'Error' } });
  });
});

describe('every page', () => {
  it('forbids what it does not need, and keeps out of caches', async ({ table }) => {
    const { desk } = await withAna(table);
    const { get } = desk.browserOf(lee);
    for (const path of ['/desk', '/desk/today', person, '/desk/audit', '/desk/nowhere']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'; img-src data:; form-action 'self'/);
      expect(policy).not.toContain('script-src');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('x-robots-tag')).toBe('noindex, nofollow');
    }
  });
});
