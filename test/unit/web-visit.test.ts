import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { signToken } from '../../shared/domain/people/token.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, now, reply, today } from './web-people.ts';

const sharing = `/diary/${diaryToken()}/share`;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
type World = ReturnType<typeof fakeWorld>;

const stiff = reply(3, addDays(today, -1), { kind: 'note', note: 'stiff until noon' });
const numb = reply(4, addDays(today, -2), { kind: 'note', note: 'numb between my legs since this morning' });
const despair = reply(5, addDays(today, -3), { kind: 'note', note: 'I want to kill myself' });
const scores = Array.from({ length: 30 }, (_, index) => reply(10 + index, addDays(today, index - 29), { score: 6 }));
const world = (more: Partial<typeof ana> = {}): World =>
  fakeWorld({ ...ana, ...more }, [...scores, stiff, numb, despair]);
const tick = ({ key }: { key: string }): string => `tick-${key.slice(2)}`;

const get = async ({ deps }: World, path: string, method = 'GET') => {
  const answer = await createWeb(deps).request(path, { method });
  return { status: answer.status, html: await answer.text() };
};
const post = async ({ deps }: World, fields: Record<string, string>, path = sharing) => {
  const answer = await createWeb(deps).request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text() };
};
const linkIn = (html: string): string => new URL(html.match(/https:[^"]*\/visit\/[a-z2-7]+/)?.[0] ?? 'none:').pathname;
const hiddenIn = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';

describe('sharing a sheet', () => {
  it('makes a link once, however often the button is pressed', async () => {
    const one = world();
    const nonce = hiddenIn((await get(one, sharing)).html, 'nonce');
    await post(one, { nonce });
    const { html } = await post(one, { nonce });
    expect(html).toContain('The link is ready');
    expect(one.held.shares).toHaveLength(1);
    expect((await get(one, linkIn(html))).html).toContain('Back pain: a summary for the visit');
  });

  it('shows no words unless they were ticked, and never those of despair', async () => {
    const one = world();
    const page = await get(one, sharing);
    expect(page.html).toContain('stiff until noon');
    expect(page.html).not.toMatch(/checkbox"[^>]* checked/);
    expect(page.html).not.toContain('kill');
    const plain = await get(one, linkIn((await post(one, {})).html));
    expect(plain.html).not.toMatch(/stiff|numb between|Warning signs they|Medicines, as/);
    const ticked = await post(one, {
      [tick(stiff)]: 'on',
      [tick(numb)]: 'on',
      [tick(despair)]: 'on',
      nonce: '7'.repeat(16),
    });
    const { html } = await get(one, linkIn(ticked.html));
    expect(html).toMatch(/Warning signs they wrote of.*numb between my legs/s);
    expect(html).toMatch(/In their own words.*stiff until noon/s);
    expect(html).not.toContain('kill');
  });

  it('offers a long note by the words that the sheet will show, with a sign that there are more', async () => {
    const note = `stiff ${'and sore '.repeat(40)}`.trim();
    const one = fakeWorld(ana, [reply(6, today, { kind: 'note', note }), stiff]);
    const offered = (await get(one, sharing)).html.match(/(?<=class="note">)[^<]*/g) ?? [];
    expect(offered[0]).toMatch(/^stiff and sore .* (and|sore)…$/);
    expect(offered[1]).toBe('stiff until noon');
    const ticked = linkIn((await post(one, { [tick(reply(6, today, {}))]: 'on' })).html);
    expect((await get(one, ticked)).html).toContain(offered[0]);
  });

  it('shows what was ticked only while it stands in the diary, and nothing that was written to it since', async () => {
    const one = world();
    const link = linkIn((await post(one, { [tick(stiff)]: 'on' })).html);
    one.held.events.push(reply(90, today, { kind: 'undo', of: stiff.key }));
    expect((await get(one, link)).html).not.toContain('stiff');
  });

  it('takes medicines as they are written, and answers a cry for help among them without keeping it', async () => {
    const one = world();
    const link = linkIn((await post(one, { medicines: 'ibuprofen 400 <b>twice</b>' })).html);
    expect((await get(one, link)).html).toContain('ibuprofen 400 &lt;b&gt;twice&lt;/b&gt;');
    const { html } = await post(one, { medicines: 'I want to kill myself', nonce: 'b'.repeat(16) });
    expect(html).toMatch(/class="alarm"[^<]*>[^<]*988/);
    expect(JSON.stringify(one.held.shares)).not.toContain('kill');
  });

  it('refuses more words than a page has room for, and keeps what was ticked', async () => {
    const many = Array.from({ length: 9 }, (_, index) =>
      reply(60 + index, addDays(today, -index), { kind: 'note', note: `note ${index}` }),
    );
    const one = fakeWorld(ana, many);
    const { status, html } = await post(one, Object.fromEntries(many.map((note) => [tick(note), 'on'])));
    expect(status).toBe(400);
    expect(html.match(/checkbox"[^>]* checked/g)).toHaveLength(9);
    expect(one.held.shares).toEqual([]);
  });

  it('ends a link, and takes that back', async () => {
    const one = world();
    const made = await post(one, {});
    const link = linkIn(made.html);
    const { html } = await post(one, { end: hiddenIn(made.html, 'end') });
    expect(html).toContain('Nobody can open that link any more');
    expect((await get(one, link)).status).toBe(404);
    await post(one, { reopen: hiddenIn(html, 'reopen') });
    expect((await get(one, link)).status).toBe(200);
  });

  it('shows each look, by whoever has the link, and none of its owner at the preview', async () => {
    const one = world();
    const { html } = await post(one, {});
    const see = html.match(/\?see=[a-z2-7]+/)?.[0] ?? '';
    expect((await get(one, sharing + see)).html).toContain('This is what the link shows');
    expect((await get(one, linkIn(html), 'HEAD')).status).toBe(200);
    expect((await get(one, sharing)).html).toContain('Nobody has looked at it yet.');
    await get(one, linkIn(html));
    expect((await get(one, sharing)).html).toMatch(/Looked at once: January 14, 12:30/);
  });

  it('is open to somebody who has left, and closed to a link for another purpose', async () => {
    expect((await get(world({ status: 'stopped' }), sharing)).status).toBe(200);
    expect((await get(world(), `/diary/${diaryToken({ purpose: 'visit' })}/share`)).status).toBe(404);
    expect((await get(world({ status: 'erasing' }), sharing)).status).toBe(404);
  });
});

describe('a link to a sheet', () => {
  const made = async (one: World): Promise<string> => linkIn((await post(one, {})).html);

  it.each([
    ['the diary', '/diary/'],
    ['a score', '/pain/'],
    ['confirming', '/confirm/'],
    ['unsubscribing', '/unsubscribe/'],
  ])('is worth nothing for %s', async (_, page) => {
    const one = world();
    const token = (await made(one)).slice('/visit/'.length);
    expect((await get(one, page + token)).status).toBe(404);
    expect((await get(one, `/diary/${token}/export.json`)).status).toBe(404);
    expect((await get(one, `/diary/${token}/share`)).status).toBe(404);
  });

  it('opens nothing when a letter is another, when it names another share, and when its time was written anew', async () => {
    const one = world();
    const link = await made(one);
    for (let at = '/visit/'.length; at < link.length; at += 1) {
      const other = link[at] === 'a' ? 'b' : 'a';
      expect((await get(one, link.slice(0, at) + other + link.slice(at + 1))).status).toBe(404);
    }
    const claims = { purpose: 'visit', id: ana.id, epoch: 'cccccccc', expiresAt: now + dayMs } as const;
    expect((await get(one, `/visit/${diaryToken(claims)}`)).status).toBe(404);
    expect(
      (
        await get(
          one,
          `/visit/${signToken(['another key of sixteen'], { ...claims, epoch: one.held.shares[0]?.share ?? '' })}`,
        )
      ).status,
    ).toBe(404);
    expect((await get(one, `/visit/${diaryToken()}`)).status).toBe(404);
  });

  it('lives seven days, whatever its token says', async () => {
    const one = world();
    const link = await made(one);
    const longer = `/visit/${diaryToken({ purpose: 'visit', epoch: one.held.shares[0]?.share ?? '', expiresAt: now + 90 * dayMs })}`;
    const later = (ms: number): World => ({
      ...one,
      deps: { ...one.deps, clock: { ...one.deps.clock, now: () => now + ms } },
    });
    expect((await get(later(7 * dayMs - 1), link)).status).toBe(200);
    expect((await get(later(7 * dayMs), longer)).status).toBe(404);
    expect((await get(later(7 * dayMs + hourMs), link)).status).toBe(404);
  });

  it('opens nothing after ERASE, nor for who joins with that number later', async () => {
    const one = world();
    const link = await made(one);
    one.held.subscriber = { ...ana, status: 'erasing' };
    const gone = await get(one, link);
    expect(gone).toEqual(await get(one, '/visit/nothing'));
    one.held.subscriber = { ...ana, epoch: 'dddddddd' };
    expect(await get(one, link)).toEqual(gone);
    one.held.subscriber = { ...ana, status: 'stopped' };
    expect((await get(one, link)).status).toBe(200);
  });

  it('is in French for somebody who reads French, with a decimal comma', async () => {
    const one = fakeWorld({ ...ana, language: 'fr', country: 'FR', zone: 'Europe/Paris' }, [
      reply(1, addDays(today, -1), { score: 5 }),
      reply(2, today, { score: 6 }),
    ]);
    const { html } = await get(one, await made(one));
    expect(html).toMatch(/Mal de dos\s: résumé pour le rendez-vous/);
    expect(html).toContain('5,5');
  });
});
