import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, tip, today } from './web-people.ts';

const path = `/diary/${diaryToken()}`;
type World = ReturnType<typeof fakeWorld>;

const six = reply(2, '2030-01-12', { score: 6, note: 'after gardening' });
const stiff = reply(3, '2030-01-13', { kind: 'note', note: 'stiff' });
const world = (more: Partial<typeof ana> = {}): World => fakeWorld({ ...ana, ...more }, [six, stiff]);
const keyOf = ({ key }: { key: string }): string => key.slice(2);

const get = async ({ deps }: World, query = ''): Promise<string> =>
  (await createWeb(deps).request(path + query)).text();
const post = async ({ deps }: World, fields: Record<string, string>) => {
  const answer = await createWeb(deps).request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text() };
};
const hiddenIn = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
const read = ({ held }: World) => foldDiary(held.events).entries.map(({ date, score, note }) => [date, score, note]);
const asItWas = [
  ['2030-01-12', 6, 'after gardening'],
  ['2030-01-13', null, 'stiff'],
];

describe('changing the diary on its page', () => {
  it('shows an entry with its score chosen, and changes nothing by looking', async () => {
    const one = world();
    const html = await get(one, `?entry=${keyOf(six)}`);
    expect(html).toContain('Your entry of Saturday, January 12');
    expect(html).toMatch(/<option value="6" selected/);
    expect(await get(one)).toContain(`href="${path}?entry=${keyOf(six)}"`);
    expect(one.held.events).toHaveLength(2);
  });

  it('corrects a score once, says to what, and takes that back', async () => {
    const one = world();
    const nonce = hiddenIn(await get(one, `?entry=${keyOf(six)}`), 'nonce');
    const fields = { entry: keyOf(six), score: '4.5', nonce };
    await post(one, fields);
    const { html } = await post(one, fields);
    expect(html).toMatch(/The score of Saturday, January 12 is now 4\.5/);
    expect(read(one)).toEqual([['2030-01-12', 4.5, 'after gardening'], asItWas[1]]);
    expect(one.held.events).toHaveLength(3);
    await post(one, { undo: hiddenIn(html, 'undo'), nonce: hiddenIn(html, 'nonce') });
    expect(read(one)).toEqual(asItWas);
  });

  it('takes the last number of somebody who goes back in their browser', async () => {
    const one = world();
    const nonce = hiddenIn(await get(one, `?entry=${keyOf(six)}`), 'nonce');
    await post(one, { entry: keyOf(six), score: '4', nonce });
    await post(one, { entry: keyOf(six), score: '3', nonce });
    expect(read(one)[0]).toEqual(['2030-01-12', 3, 'after gardening']);
  });

  it.each([
    ['a score', six],
    ['a note', stiff],
  ])('deletes %s and puts it back', async (_, event) => {
    const one = world();
    const { html } = await post(one, { undo: keyOf(event) });
    expect(html).toContain('That is taken back');
    expect(read(one)).toHaveLength(1);
    const back = await post(one, { undo: hiddenIn(html, 'undo'), nonce: hiddenIn(html, 'nonce') });
    expect(back.html).toContain('It is back in your diary');
    expect(read(one)).toEqual(asItWas);
    // What was put back can be taken back again: its button says so, and does.
    expect(back.html).toMatch(/type="submit">\s*Undo/);
    expect(back.html).not.toContain('Put it back');
    const again = await post(one, { undo: hiddenIn(back.html, 'undo'), nonce: hiddenIn(back.html, 'nonce') });
    expect(again.html).toContain('That is taken back');
    expect(read(one)).toHaveLength(1);
  });

  it('adds a score of another day with its words', async () => {
    const one = world();
    const nonce = hiddenIn(await get(one, '?add'), 'nonce');
    const { html } = await post(one, { date: '2029-12-24', score: '7', note: 'stood all day', nonce });
    expect(html).toContain('7 is in your diary for Monday, December 24');
    expect(read(one)).toContainEqual(['2029-12-24', 7, 'stood all day']);
  });

  it.each([
    ['tomorrow', '2030-01-15', '5'],
    ['a year and two days ago', '2029-01-12', '5'],
    ['no day', '', '5'],
    ['the 30th of February', '2029-02-30', '5'],
    ['no score', '2030-01-10', ''],
    ['a score of eleven', '2030-01-10', '11'],
  ])('asks again about %s and stores nothing', async (_, date, score) => {
    const one = world();
    const { status, html } = await post(one, { date, score });
    expect(status).toBe(400);
    expect(html).toContain('Choose a day of the last year');
    expect(read(one)).toEqual(asItWas);
  });

  it('changes nothing of what is not there', async () => {
    const one = world();
    const { html } = await post(one, { undo: 'a'.repeat(16) });
    expect(html).toContain('Nothing was changed');
    await post(one, { entry: keyOf(stiff), score: '5' });
    expect(read(one)).toEqual(asItWas);
  });

  it('lets somebody who left correct and delete, not add', async () => {
    const one = world({ status: 'stopped', stopReason: 'opt-out' });
    expect((await post(one, { date: today, score: '5' })).html).toContain('Nothing was stored');
    await post(one, { entry: keyOf(six), score: '5' });
    await post(one, { undo: keyOf(stiff) });
    expect(read(one)).toEqual([['2030-01-12', 5, 'after gardening']]);
  });

  it('is not for the link of another purpose', async () => {
    const one = world();
    const body = new URLSearchParams({ undo: keyOf(six) });
    const foreign = `/diary/${diaryToken({ purpose: 'pain' })}`;
    expect((await createWeb(one.deps).request(foreign, { method: 'POST', body })).status).toBe(404);
    expect(read(one)).toEqual(asItWas);
  });
});

describe('looking at the diary', () => {
  const twoYears = Array.from({ length: 730 }, (_, day) =>
    reply(day, addDays(today, day - 729), { score: (day % 21) / 2, note: `day ${day} was as it was` }),
  );

  it('shows two weeks unless more is asked for', async () => {
    const one = fakeWorld(ana, twoYears);
    expect((await get(one)).match(/<th scope="row">/g)).toHaveLength(14);
    expect(await get(one)).toContain('aria-current="page">2 weeks');
    expect(await get(one, '?range=3m')).toContain('91 days noted');
    expect(await get(one, '?range=all')).toContain('730 days noted');
    expect(await get(one, '?range=for-ever')).toContain('aria-current="page">2 weeks');
  });

  it('marks the days on which a tip came, and no other message, and says so once to who hears the page', async () => {
    const one = fakeWorld(ana, twoYears);
    const outcomes = [
      { ...tip, date: today, state: 'delivered' },
      { ...tip, date: addDays(today, -1), state: 'undelivered' },
      { ...tip, date: addDays(today, -2), state: 'sent', prompt: 'nudge' },
      { ...tip, date: addDays(today, -13), state: 'sent' },
    ] as const;
    const asked: unknown[] = [];
    const readTips = async (_owner: unknown, from?: string) => {
      asked.push(from);
      return outcomes;
    };
    const html = await get({ ...one, deps: { ...one.deps, held: { ...one.deps.held, readTips } } });
    // In UTC, and a day more: whose zone it is comes with the diary.
    expect(asked).toEqual([addDays(today, -16)]);
    expect(html).toContain('<path class="tips" d="M0 0v4M130 0v4"');
    expect(html.match(/A tip came on 2 of the days\./g)).toHaveLength(1);
    expect(html).toContain('A stroke at the top marks a day with a tip.');
    // Means of whole weeks, of a fortnight too.
    expect(html).toMatch(/<path class="week" d="M70 [\d.]+H130M0 [\d.]+H60"/);
  });

  it('marks the tips of the last half year, and says that those are all', async () => {
    const one = fakeWorld(ana, twoYears);
    const readTips = async () =>
      [0, 182, 183].map((back) => ({ ...tip, date: addDays(today, -back), state: 'sent' }) as const);
    const since = { ...ana, joinedAt: 0 };
    one.held.subscriber = since;
    const html = await get({ ...one, deps: { ...one.deps, held: { ...one.deps.held, readTips } } }, '?range=all');
    expect(html).toContain('<path class="tips dense" d="M5470 0v4M7290 0v4"');
    expect(html).toContain('A stroke at the top marks a day with a tip, in the last six months.');
    expect(html).toContain('In the last six months a tip came on 2 of the days.');
  });

  it('marks no tip of whoever had the number before', async () => {
    const one = fakeWorld(ana, twoYears);
    const readTips = async () => [{ ...tip, date: today, state: 'sent', at: ana.joinedAt - 1 } as const];
    expect(await get({ ...one, deps: { ...one.deps, held: { ...one.deps.held, readTips } } })).not.toContain(
      'class="tips"',
    );
  });

  it('marks tips that came under another name of theirs', async () => {
    const phone = 'p'.repeat(26);
    const one = fakeWorld({ ...ana, aliases: [phone] }, twoYears);
    const readTips = async ({ aliases = [] }: { readonly aliases?: readonly string[] }) =>
      aliases.includes(phone) ? [{ ...tip, date: today, state: 'sent' } as const] : [];
    expect(await get({ ...one, deps: { ...one.deps, held: { ...one.deps.held, readTips } } })).toContain(
      'class="tips"',
    );
  });

  it('is not called empty after months of silence', async () => {
    const html = await get(fakeWorld(ana, [reply(1, addDays(today, -200), { score: 5 })]));
    expect(html).toContain('?range=all');
    expect(html).toContain('export.csv');
  });

  it('of two years stays within 60 KB, and every entry can be reached, once', async () => {
    const one = fakeWorld(ana, twoYears);
    const seen: string[] = [];
    let query = '?range=all';
    for (let page = 0; page < 30 && query !== ''; page += 1) {
      const html = await get(one, query);
      expect(Buffer.byteLength(html)).toBeLessThan(60_000);
      seen.push(...[...html.matchAll(/day (\d+) was as it was/g)].map(([, day = '']) => day));
      query = html.match(/href="[^"?]*(\?range=all&(?:amp;)?before=[\d-]+)"/)?.[1]?.replace('&amp;', '&') ?? '';
    }
    expect(seen).toEqual(twoYears.map((_, day) => String(729 - day)));
  });

  it('shows how a long note begins, and all of it to whoever asks', async () => {
    const note = `It began ${'and went on '.repeat(130)}`.trim();
    const html = await get(fakeWorld(ana, [reply(1, today, { score: 5, note })]));
    expect(html).toMatch(/<summary>It began and[^<]{20,120}…<\/summary>/);
    expect(html).toContain('and went on and went on</details>');
  });

  it('leaves a gap where a day is missing', async () => {
    const days = [0, 1, 4, 5].map((back) => reply(back + 1, addDays(today, -back), { score: 5 }));
    const html = await get(fakeWorld(ana, days));
    expect(html).toContain('d="M80 50L90 50M120 50L130 50"');
  });
});

describe('a goal on the diary page', () => {
  const goals = ({ held }: World) => foldDiary(held.events).goals.map(({ words, state }) => [words, state]);
  const nonceOf = (html: string): string => hiddenIn(html.slice(html.indexOf('id="goal"')), 'nonce');

  it('is set once, shown in full, reached and taken back', async () => {
    const one = world();
    const fields = { goal: 'walk to the <big> shop', nonce: nonceOf(await get(one)) };
    await post(one, fields);
    const { html } = await post(one, fields);
    expect(html).toContain('Your goal is kept');
    expect(html).toContain('walk to the &lt;big&gt; shop');
    expect(goals(one)).toEqual([['walk to the <big> shop', 'open']]);
    const done = await post(one, { progress: 'done', nonce: nonceOf(html) });
    expect(done.html).toContain('Noted: you are there');
    expect(goals(one)).toEqual([['walk to the <big> shop', 'done']]);
    await post(one, { undo: hiddenIn(done.html, 'undo'), nonce: hiddenIn(done.html, 'nonce') });
    expect(goals(one)).toEqual([['walk to the <big> shop', 'open']]);
  });

  it('that is not there is not reached', async () => {
    const one = world();
    expect((await post(one, { progress: 'done' })).html).toContain('Nothing was changed');
    expect(goals(one)).toEqual([]);
  });

  it('whose words are a red flag is answered first', async () => {
    const one = world();
    const { html } = await post(one, { goal: 'walk although I am numb between my legs' });
    expect(html).toMatch(/class="alarm"/);
  });

  it('is read, not set, by somebody who left', async () => {
    const one = world({ status: 'stopped' });
    one.held.events.push(reply(7, '2030-01-10', { kind: 'goal', note: 'walk to the shop' }));
    const html = await get(one);
    expect(html).toContain('walk to the shop');
    expect(html).not.toContain('name="goal"');
    await post(one, { goal: 'another' });
    expect(goals(one)).toEqual([['walk to the shop', 'open']]);
  });
});
