import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { diaryPdfsAnHour } from '../../shared/domain/people/limits.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, fullDiary, fullShare } from './web-people.ts';

const visit = `/visit/${diaryToken({ purpose: 'visit', epoch: fullShare.share })}`;
const diary = `/diary/${diaryToken()}`;
const pain = `/pain/${diaryToken({ purpose: 'pain' })}`;

/** Every page that there is, as the routes name it, and an address of it that opens. */
const pages: Readonly<Record<string, string>> = {
  '/': '/',
  '/signup': '/signup?code=KNEE7',
  '/privacy': '/privacy',
  '/terms': '/terms',
  '/health': '/health',
  '/confirm/:token': '/confirm/good',
  '/unsubscribe/:token': '/unsubscribe/good',
  '/pain/:token': `${pain}?score=6`,
  '/pain/:token/week': `${pain}/week?reach=all`,
  '/diary/:token': diary,
  '/diary/:token/share': `${diary}/share`,
  '/diary/:token/settings': `${diary}/settings`,
  '/diary/:token/held': `${diary}/held`,
  '/diary/:token/helped': `${diary}/helped`,
  '/diary/:token/export.csv': `${diary}/export.csv`,
  '/diary/:token/export.json': `${diary}/export.json`,
  '/diary/:token/export.xlsx': `${diary}/export.xlsx`,
  '/diary/:token/export.fhir.json': `${diary}/export.fhir.json`,
  '/diary/:token/export.pdf': `${diary}/export.pdf`,
  '/visit/:token': visit,
  '/visit/:file{[^/]+\\.pdf}': `${visit}.pdf`,
};

const world = () => fakeWorld(ana, fullDiary, [fullShare]);
const stateOf = ({ held, calls, counted }: ReturnType<typeof world>): string =>
  JSON.stringify({ held, calls, counted: [...counted] });

/** As browsers ask ahead of a person: by the standard's header, and by the older ones. */
const aheads = [
  { 'Sec-Purpose': 'prefetch' },
  { 'Sec-Purpose': 'prefetch;prerender' },
  { Purpose: 'prefetch' },
  { 'X-Moz': 'prefetch' },
  { 'X-Purpose': 'preview' },
];

describe('asking for a page without looking at it', () => {
  it('is tried on every page that there is', () => {
    const routes = createWeb(world().deps).routes.filter(({ method }) => method === 'GET');
    expect(new Set(routes.map(({ path }) => path))).toEqual(new Set(Object.keys(pages)));
  });

  it.each(Object.values(pages))(
    'a HEAD request of %s opens it, has no body, and counts and changes nothing',
    async (path) => {
      const one = world();
      const before = stateOf(one);
      const answer = await createWeb(one.deps).request(path, { method: 'HEAD' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toBe('');
      expect(stateOf(one)).toBe(before);
    },
  );

  it.each(Object.values(pages))('a browser that asks ahead for %s counts and changes nothing', async (path) => {
    for (const headers of aheads) {
      const one = world();
      const before = stateOf(one);
      await createWeb(one.deps).request(path, { headers });
      expect(stateOf(one)).toBe(before);
    }
  });

  // What was fetched ahead and then shown from a browser's store would be a look that nobody is told of.
  it.each([visit, `${visit}.pdf`])(
    'a sheet is not handed out ahead, so that the look itself is told: %s',
    async (path) => {
      const one = world();
      const web = createWeb(one.deps);
      const ahead = await web.request(path, { headers: { 'Sec-Purpose': 'prefetch' } });
      expect([ahead.status, await ahead.text()]).toEqual([403, '']);
      expect(ahead.headers.get('cache-control')).toBe('no-store');
      const views = () => one.held.shares[0]?.views.length;
      const before = views();
      await web.request(path);
      expect(views()).toBe((before ?? 0) + 1);
    },
  );

  it('takes no PDF of the hour’s from its owner, whose looks count', async () => {
    const one = world();
    const web = createWeb(one.deps);
    for (let n = 0; n < 2 * diaryPdfsAnHour; n += 1) await web.request(`${diary}/export.pdf`, { method: 'HEAD' });
    const head = await web.request(`${diary}/export.pdf`, { method: 'HEAD' });
    const asked = await web.request(`${diary}/export.pdf`);
    expect(asked.status).toBe(200);
    for (const name of ['content-type', 'content-language', 'content-disposition'])
      expect(head.headers.get(name)).toBe(asked.headers.get(name));
    expect([...one.counted.values()]).toEqual([1]);
  });
});
