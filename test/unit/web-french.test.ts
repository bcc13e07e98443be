import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { consentVersion } from '../../shared/domain/people/consent.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, now, reply, today } from './web-people.ts';

const anne = { ...ana, language: 'fr' as const, country: 'CH' };
const french = { 'Accept-Language': 'fr-CH, fr;q=0.9, en;q=0.8' };
const english = { 'Accept-Language': 'en-GB' };

const get = (path: string, headers: Record<string, string> = {}, world = fakeWorld()) =>
  createWeb(world.deps).request(path, { headers });
const post = (path: string, fields: Readonly<Record<string, string>> = {}, world = fakeWorld(), headers = {}) =>
  createWeb(world.deps).request(path, { method: 'POST', body: new URLSearchParams(fields), headers });

const languageOf = async (answer: Response) => ({
  page: (await answer.clone().text()).match(/<html lang="(\w+)">/)?.[1],
  header: answer.headers.get('content-language'),
});
const inFrench = { page: 'fr', header: 'fr' };
const inEnglish = { page: 'en', header: 'en' };

describe('the language of a page for everybody', () => {
  it.each(['/', '/privacy', '/terms', '/nowhere'])('is the browser’s: %s', async (path) => {
    expect(await languageOf(await get(path, french))).toEqual(inFrench);
    expect(await languageOf(await get(path, english))).toEqual(inEnglish);
    expect(await languageOf(await get(path))).toEqual(inEnglish);
  });

  it.each(['/', '/privacy', '/terms', '/nowhere'])('is that of the address, if it has one: %s', async (path) => {
    expect(await languageOf(await get(`${path}?lang=fr`, english))).toEqual(inFrench);
    expect(await languageOf(await get(`${path}?lang=en`, french))).toEqual(inEnglish);
    expect(await languageOf(await get(`${path}?lang=tlh`, french))).toEqual(inFrench);
  });

  it.each(['/', '/privacy', '/nowhere', `/diary/${diaryToken()}`])(
    'is said to depend on the browser: %s',
    async (path) => {
      expect((await get(path)).headers.get('vary')).toBe('Accept-Language, Accept-Encoding');
    },
  );

  it('is named by the links only if the address named it', async () => {
    const named = await (await get('/?lang=fr', english)).text();
    for (const link of [
      'href="/?lang=fr"',
      'href="/terms?lang=fr"',
      'href="/privacy?lang=fr"',
      'action="/signup?lang=fr"',
    ]) {
      expect(named).toContain(link);
    }
    const asBrowsed = await (await get('/', french)).text();
    for (const link of ['href="/"', 'href="/terms"', 'href="/privacy"', 'action="/signup"']) {
      expect(asBrowsed).toContain(link);
    }
  });

  it.each(['/', '/privacy', '/terms', '/nowhere'])('can be changed on the page: %s', async (path) => {
    const html = await (await get(path, english)).text();
    expect(html).toMatch(/<a href="\?lang=fr" lang="fr" hreflang="fr">\s*Français/);
    expect(html).toMatch(/<span aria-current="true">English/);
    expect(await (await get(path, french)).text()).toMatch(/<a href="\?lang=en" lang="en" hreflang="en">\s*English/);
  });

  it.each(['//thief.example', 'https://thief.example', 'fr"><script>', 'fr&next=//thief.example', '\r\nX: y'])(
    'is no way to put anything into a page or a header: %j',
    async (text) => {
      const answer = await get(`/?lang=${encodeURIComponent(text)}&next=//thief.example`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('location')).toBeNull();
      expect([...answer.headers].flat().join('\n')).not.toMatch(/thief|X: y/);
      expect(await answer.text()).not.toMatch(/thief|fr"><script>/);
    },
  );
});

describe('what does not exist', () => {
  const absent = [
    '/nowhere',
    '/diary/x',
    `/diary/${diaryToken({ expiresAt: now - 3_600_000 })}`,
    `/diary/${diaryToken({ epoch: 'cccccccc' })}`,
    `/confirm/${diaryToken()}`,
    '/unsubscribe/bad',
  ];
  const allOf = async (answer: Response) => [answer.status, Object.fromEntries(answer.headers), await answer.text()];

  it.each([
    { headers: english, language: inEnglish },
    { headers: french, language: inFrench },
  ])(
    'is one page, in the language of who asks, though the person behind the link has another: $language',
    async (one) => {
      for (const subscriber of [ana, anne, { ...anne, status: 'erasing' as const }]) {
        for (const path of absent) {
          const answer = await get(path, one.headers, fakeWorld(subscriber));
          expect(await languageOf(answer)).toEqual(one.language);
          expect(await allOf(answer)).toEqual(await allOf(await get('/diary/x', one.headers)));
        }
      }
    },
  );
});

describe('a page behind a link', () => {
  const confirm = `/confirm/${diaryToken({ purpose: 'confirm' })}`;
  const unsubscribe = `/unsubscribe/${diaryToken({ purpose: 'unsubscribe' })}`;

  it.each([`/diary/${diaryToken()}`, confirm, unsubscribe])('is in its subscriber’s language: %s', async (path) => {
    for (const asked of [path, `${path}?lang=en`]) {
      const answer = await get(asked, english, fakeWorld(anne));
      expect(await languageOf(answer)).toEqual(inFrench);
      const html = await answer.text();
      expect(html).toContain('href="/privacy?lang=fr"');
      expect(html).not.toContain('hreflang');
    }
    expect(await languageOf(await get(path, french))).toEqual(inEnglish);
  });

  it.each([
    { path: confirm, done: 'C’est parti' },
    { path: confirm, done: 'à 9\u00A0h\u00A000, à l’heure de New York' },
    { path: unsubscribe, done: 'plus aucun message' },
  ])('answers its button in that language: $done', async ({ path, done }) => {
    const world = fakeWorld(anne);
    const answer = await post(path, {}, world, english);
    expect(await languageOf(answer)).toEqual(inFrench);
    expect(await answer.text()).toContain(done);
    expect(world.calls).toHaveLength(1);
  });

  it('unsubscribes, and says so, though nobody can say in which language', async () => {
    const world = fakeWorld(anne);
    const diary = { ...world.deps.diary, readEnrolled: () => Promise.reject(new Error('throttled')) };
    const answer = await createWeb({ ...world.deps, diary }).request(unsubscribe, { method: 'POST', headers: french });
    expect(answer.status).toBe(200);
    expect(await languageOf(answer)).toEqual(inFrench);
    expect(world.calls).toMatchObject([{ name: 'unsubscribe' }]);
    expect(world.logged).toEqual([['warn', 'language-unknown', { error: 'Error' }]]);
  });

  it('is in the language of who asks when nobody is behind it any more', async () => {
    expect(await languageOf(await get('/unsubscribe/good', french, fakeWorld(ana)))).toEqual(inFrench);
  });
});

describe('signing up in French', () => {
  const jo = { address: 'jo@example.org', language: 'fr', zone: 'Europe/Paris', time: '09:00', consent: 'on' };

  it('offers French first, to who reads French', async () => {
    expect(await (await get('/?lang=fr')).text()).toMatch(/<option value="fr" selected[^>]*>\s*Français/);
    expect(await (await get('/')).text()).toMatch(/<option value="en" selected[^>]*>\s*English/);
  });

  it('writes the hours as French does', async () => {
    expect(await (await get('/?lang=fr')).text()).toMatch(/<option value="19:30">\s*19\u00A0h\u00A030/);
  });

  it.each(['en', 'fr'])('keeps the language that was chosen: %s', async (language) => {
    const world = fakeWorld();
    const answer = await post('/signup?lang=fr', { ...jo, language }, world);
    expect(await languageOf(answer)).toEqual(inFrench);
    expect(await answer.text()).toContain('Regardez vos courriels');
    expect(world.calls).toMatchObject([{ argument: { language } }]);
  });

  it('writes down that the French wording was agreed to', async () => {
    const world = fakeWorld();
    await post('/signup?lang=fr', { ...jo, language: 'en' }, world);
    expect(world.calls).toMatchObject([{ argument: { consent: { version: `${consentVersion}-fr` } } }]);
  });

  it('says in French what is wrong, and keeps the page in French', async () => {
    const answer = await post('/signup', {}, fakeWorld(), french);
    const html = await answer.text();
    expect(answer.status).toBe(400);
    for (const words of ['Merci d’écrire une adresse', 'entre 8\u00A0h et 20\u00A0h', 'fuseau horaire', 'une langue']) {
      expect(html).toContain(words);
    }
    expect(html).toMatch(/<option value="fr" selected/);
    expect(html).toContain('<a href="/?lang=en" lang="en" hreflang="en">');
  });

  it('tells a bot the same as a person, in French too', async () => {
    const trapped = await post('/signup?lang=fr', { ...jo, website: 'https://spam.example' });
    expect(await trapped.text()).toBe(await (await post('/signup?lang=fr', jo)).text());
  });

  it.each([
    ['fr', 'fr', 'Envoyez INSCRIPTION au +1\u00A0555\u00A0010\u00A00100', 'INSCRIPTION'],
    ['fr', 'en', 'Envoyez JOIN au +1\u00A0555\u00A0010\u00A00100', 'JOIN'],
    ['en', 'fr', 'Text INSCRIPTION to +1\u00A0555\u00A0010\u00A00100', 'INSCRIPTION'],
    ['en', 'en', 'Text JOIN to +1\u00A0555\u00A0010\u00A00100', 'JOIN'],
  ])('from a page in %s by phone, for tips in %s: %s', async (page, language, button, word) => {
    const html = await (await post(`/signup?lang=${page}`, { ...jo, language, address: '+33 6 12 34 56 78' })).text();
    expect(html).toContain(`href="sms:+15550100100?&amp;body=${word}"`);
    expect(html).toContain(button);
  });

  it('begins with INSCRIPTION on the landing page', async () => {
    expect(await (await get('/?lang=fr')).text()).toContain('href="sms:+15550100100?&amp;body=INSCRIPTION"');
  });

  it('refuses in French what is too large', async () => {
    const answer = await post('/signup?lang=fr', { padding: 'x'.repeat(20_000) });
    expect([answer.status, await languageOf(answer)]).toEqual([413, inFrench]);
  });
});

describe('the diary in French', () => {
  const path = `/diary/${diaryToken()}`;

  it('has days, hours and numbers as French writes them', async () => {
    const html = await (await get(`${path}?range=3m`, {}, fakeWorld(anne))).text();
    expect(html).toContain('En date du lundi 14 janvier 2030.');
    expect(html).toMatch(/>lun\. 14 janv\.</);
    expect(html).toContain('12\u00A0h\u00A000, par texto');
    expect(html).toMatch(/class="score">\s*2,5/);
    expect(html).not.toMatch(/class="score">\s*\d+\.\d/);
    expect(html).toMatch(/La plus basse\u00A0: 2, la plus haute\u00A0: [\d,]+, la dernière\u00A0: 3\./);
  });

  it('gives the week and its change with a comma', async () => {
    const events = [
      reply(1, today, { score: 4 }),
      reply(2, '2030-01-13', { score: 5 }),
      reply(3, '2030-01-06', { score: 6 }),
    ];
    const html = await (await get(path, {}, fakeWorld(anne, events))).text();
    expect(html).toMatch(/4,5<\/span> <span>sur 10, en moyenne/);
    expect(html).toMatch(/1,5<\/span> <span>de moins que la semaine d’avant/);
    expect(html).toContain('la plus haute\u00A0: 6, la dernière\u00A0: 4.');
  });

  it('calls the first of a month the 1er', async () => {
    const html = await (await get(path, {}, fakeWorld(anne, [reply(1, '2030-01-01', { score: 4 })]))).text();
    expect(html).toContain('mar. 1er janv.');
  });

  it('exports a table as a French spreadsheet reads it', async () => {
    const csv = await (await get(`${path}/export.csv`, french, fakeWorld(anne))).text();
    expect(csv).toMatch(/^date;heure \(America\/New_York\);douleur;remarque;canal;statut\r\n/);
    expect(csv).toContain(';2,5;');
  });
});
