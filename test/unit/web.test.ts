import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, now, reply, today } from './web-people.ts';

const get = (path: string, world = fakeWorld()) => createWeb(world.deps).request(path);
const allOf = async (answer: Response) => [answer.status, Object.fromEntries(answer.headers), await answer.text()];

describe('what does not exist', () => {
  const good = diaryToken();
  const forged = `${good.slice(0, -2)}${good.endsWith('aa') ? 'bb' : 'aa'}`;
  it.each([
    ['an unknown page', '/nowhere'],
    ['a forged token', `/diary/${forged}`],
    ['an expired token', `/diary/${diaryToken({ expiresAt: now - 3_600_000 })}`],
    ['a token for another purpose', `/diary/${diaryToken({ purpose: 'unsubscribe' })}`],
    ['a token of somebody unknown', `/diary/${diaryToken({ id: 'c'.repeat(26) })}`],
    ['a token of an earlier enrolment', `/diary/${diaryToken({ epoch: 'cccccccc' })}`],
    ['an export with a forged token', `/diary/${forged}/export.json`],
    ['an export of another kind', `/diary/${good}/export.xml`],
    ['a confirmation that is not ours', '/confirm/bad'],
    ['an unsubscribe link that is not ours', '/unsubscribe/bad'],
  ])('is the same page, byte for byte: %s', async (_, path) => {
    const reference = await allOf(await get('/diary/x'));
    expect(reference[0]).toBe(404);
    expect(await allOf(await get(path))).toEqual(reference);
  });

  it.each(['/confirm/bad', '/unsubscribe/bad'])('is the same page when posted to: %s', async (path) => {
    const answer = await createWeb(fakeWorld().deps).request(path, { method: 'POST' });
    expect(await allOf(answer)).toEqual(await allOf(await get('/diary/x')));
  });

  it('includes the diary of somebody who is being erased, and not of somebody who stopped', async () => {
    const path = `/diary/${diaryToken()}`;
    expect((await get(path, fakeWorld({ ...ana, status: 'erasing' }))).status).toBe(404);
    expect((await get(path, fakeWorld({ ...ana, status: 'stopped', stopReason: 'opt-out' }))).status).toBe(200);
  });
});

describe('links in mails', () => {
  it.each(['/confirm/good', '/unsubscribe/good'])('GET %s shows a button and changes nothing', async (path) => {
    const world = fakeWorld();
    for (const method of ['GET', 'HEAD']) {
      expect((await createWeb(world.deps).request(path, { method })).status).toBe(200);
    }
    expect(world.calls).toEqual([]);
    expect(await (await get(path)).text()).toMatch(/<form method="post">\s*<button/);
  });

  const multipart = new FormData();
  multipart.set('List-Unsubscribe', 'One-Click');
  it.each([
    ['urlencoded', new URLSearchParams({ 'List-Unsubscribe': 'One-Click' })],
    ['multipart', multipart],
    ['our own button', new URLSearchParams()],
  ])('one click unsubscribes with a 200 and no redirect: %s', async (_, body) => {
    const world = fakeWorld();
    const answer = await createWeb(world.deps).request('/unsubscribe/good', { method: 'POST', body });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('location')).toBeNull();
    expect(world.calls).toEqual([{ name: 'unsubscribe', argument: 'good' }]);
  });

  it('says before the button which phone will read the diary', async () => {
    const html = await (await get('/confirm/phone')).text();
    expect(html).toMatch(/ends in ••01/);
    expect(html).toContain('Yes, start');
    expect(await (await get('/confirm/good')).text()).not.toContain('••');
  });

  it('says on the button itself that a diary will be shared', async () => {
    const html = await (await get('/confirm/share')).text();
    expect(html).toMatch(/ends in ••01/);
    expect(html).toMatch(/<button[^>]*>\s*Yes, that is me: share my diary/);
  });

  it('POST confirms', async () => {
    const world = fakeWorld();
    const answer = await createWeb(world.deps).request('/confirm/good', { method: 'POST' });
    expect([answer.status, world.calls]).toEqual([200, [{ name: 'confirm', argument: 'good' }]]);
    const html = await answer.text();
    expect(html).toContain('You are in');
    expect(html).toMatch(/comes \w+day, [\w ]+ at 9\u00A0am, by the clock of New York/);
    const diary = /class="button" href="(\/diary\/[a-z0-9]+)"/.exec(html)?.[1] ?? '';
    expect(await (await createWeb(world.deps).request(diary)).text()).toContain('Your pain diary');
  });

  it('says so when the link was used before, offers no button, and opens no diary', async () => {
    const world = fakeWorld();
    const answer = await createWeb(world.deps).request('/confirm/used');
    const html = await answer.text();
    expect([answer.status, world.calls]).toEqual([200, []]);
    expect(html).toContain('This link has been used');
    expect(html).toMatch(/at 9\u00A0am, by the clock of New York/);
    expect(html).not.toMatch(/<form|\/diary\//);
  });

  it('says so when phone and mailbox both have a diary', async () => {
    const answer = await createWeb(fakeWorld().deps).request('/confirm/both', { method: 'POST' });
    expect(await answer.text()).toContain('two diaries');
  });
});

describe('the diary', () => {
  const path = `/diary/${diaryToken()}`;

  it('shows what people wrote as text, never as a page', async () => {
    const note = '<script>alert("ouch")</script> & <b>stiff</b>';
    const html = await (await get(path, fakeWorld(ana, [reply(1, today, { score: 6, note })]))).text();
    expect(html).toContain('&lt;script&gt;alert(&quot;ouch&quot;)&lt;/script&gt; &amp; &lt;b&gt;stiff&lt;/b&gt;');
    expect(html).not.toContain('<script>');
  });

  it('has a chart with a description, a table, and links to the exports', async () => {
    const html = await (await get(`${path}?range=3m`)).text();
    // Once: not as its name and as its description both.
    expect(html.match(/Lowest 2, highest [\d.]+, latest 3\./g)).toHaveLength(1);
    expect(html).toMatch(/<svg[^>]+role="img" aria-label="Daily averages from [^"]*, \d+ days noted\./);
    expect(html).toContain('Walked twenty minutes');
    for (const file of ['csv', 'json', 'fhir.json']) expect(html).toContain(`href="${path}/export.${file}"`);
  });

  it('gives the week and its change', async () => {
    const events = [
      reply(1, today, { score: 4 }),
      reply(2, '2030-01-13', { score: 5 }),
      reply(3, '2030-01-06', { score: 6 }),
    ];
    const html = await (await get(path, fakeWorld(ana, events))).text();
    expect(html).toMatch(/4\.5<\/span> <span>average, of 10/);
    expect(html).toMatch(/1\.5<\/span> <span>lower than the week before/);
    expect(html).toMatch(/2<\/span> <span>of the last 7/);
  });

  it('is kind about being empty', async () => {
    const html = await (await get(path, fakeWorld(ana, []))).text();
    expect(html).toContain('Nothing here yet');
    expect(html).not.toMatch(/<svg[^>]*role|<table|class="facts"|export\.csv|FIX 5|\/share/);
    for (const way of ['/settings', '/held', '?add']) expect(html).toContain(way);
  });

  it.each([
    ['csv', 'text/csv; charset=utf-8'],
    ['json', 'application/json; charset=utf-8'],
    ['fhir.json', 'application/fhir+json; charset=utf-8'],
  ])('can be taken along as %s', async (file, type) => {
    const answer = await get(`${path}/export.${file}`);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="diary-2030-01-14.${file}"`);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await answer.text()).length).toBeGreaterThan(500);
  });
});

describe('every answer', () => {
  it.each(['/', '/privacy', '/confirm/good', `/diary/${diaryToken()}`, '/nowhere', '/health'])(
    'is guarded: %s',
    async (path) => {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of ["default-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"]) {
        expect(policy).toContain(rule);
      }
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-robots-tag')).toBe(['/', '/privacy'].includes(path) ? null : 'noindex, nofollow');
    },
  );

  it.each([
    ['/', 'public, max-age=300'],
    ['/privacy', 'public, max-age=300'],
    ['/confirm/good', 'no-store'],
    [`/diary/${diaryToken()}`, 'no-store'],
    ['/nowhere', 'no-store'],
  ])(
    'is kept by a browser if anybody may find it, in their language, and else by nobody: %s',
    async (path, caching) => {
      const { headers } = await get(path);
      expect(headers.get('cache-control')).toBe(caching);
      expect(headers.get('vary') ?? '').toContain(caching.startsWith('public') ? 'Accept-Language' : '');
    },
  );

  it.each(['/', `/diary/${diaryToken()}`])(
    'allows exactly the style and the scripts that stand in the page: %s',
    async (path) => {
      const answer = await get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      const html = await answer.text();
      const inline = [...html.matchAll(/<(style|script)>([\s\S]*?)<\/\1>/g)].map((found) => found[2] ?? '');
      expect(inline.length).toBeGreaterThan(0);
      for (const text of inline)
        expect(policy).toContain(`'sha256-${createHash('sha256').update(text).digest('base64')}'`);
      expect(html).not.toMatch(/\sstyle="|\son\w+="|(src|href)="https?:/);
    },
  );

  it('is a page, and a line in the log without token or words, when the table fails', async () => {
    const world = fakeWorld();
    const failing = {
      ...world.deps,
      diary: { ...world.deps.diary, readEnrolled: () => Promise.reject(new TypeError('+12125550101 is secret')) },
    };
    const answer = await createWeb(failing).request(`/diary/${diaryToken()}`);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain('secret');
    expect(world.logged).toEqual([['error', 'page-failed', { route: '/diary', error: 'TypeError' }]]);
  });
});

describe('the pages for everybody', () => {
  it('privacy says how to reach the operator and that opt-ins are not shared', async () => {
    const html = await (await get('/privacy')).text();
    for (const words of ['help@clinic.example', 'not shared with third parties', 'not encrypted', 'ERASE', 'EXPORT']) {
      expect(html).toContain(words);
    }
  });

  it('terms say what carriers and clinicians want said', async () => {
    const html = await (await get('/terms')).text();
    for (const words of [
      'one message a day',
      'data rates may apply',
      'STOP',
      'HELP',
      'Not an emergency service',
      'Not medical advice',
    ]) {
      expect(html).toContain(words);
    }
    expect(html).not.toMatch(/\{\w+\}/);
  });

  it('health is a word for machines', async () => {
    expect(await (await get('/health')).json()).toEqual({ ok: true });
  });
});
