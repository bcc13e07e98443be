import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, today } from './web-people.ts';

const path = `/pain/${diaryToken({ purpose: 'pain' })}`;

type World = ReturnType<typeof fakeWorld>;
const anEmptyDiary = (more: Partial<typeof ana> = {}): World => fakeWorld({ ...ana, ...more }, []);
const get = async (world: World, query = ''): Promise<string> =>
  (await createWeb(world.deps).request(path + query)).text();
const post = async (world: World, fields: Record<string, string>) => {
  const answer = await createWeb(world.deps).request(path, { method: 'POST', body: new URLSearchParams(fields) });
  return { status: answer.status, html: await answer.text() };
};
const entriesOf = ({ held }: World) =>
  foldDiary(held.events).entries.map(({ date, score, note, channel, status }) => ({
    date,
    score,
    note,
    channel,
    status,
  }));
const hiddenIn = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
const chosenIn = (html: string): string[] =>
  [...html.matchAll(/<input type="radio" name="score" value="(\d+)"[^>]*checked/g)].map(([, score = '']) => score);

describe('one tap on a number in a mail', () => {
  it.each([
    ['?score=6', ['6']],
    ['?score=0', ['0']],
    ['?score=10', ['10']],
    ['', []],
    ['?score=11', []],
    ['?score=-1', []],
    ['?score=6%2F10', []],
    ['?score=<script>', []],
  ])('%s shows %j chosen, and stores nothing', async (query, chosen) => {
    const world = anEmptyDiary();
    const html = await get(world, query);
    expect(chosenIn(html)).toEqual(chosen);
    expect(html.match(/<input type="radio"/g)).toHaveLength(11);
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).not.toContain('<script>');
    expect(world.held).toEqual({ subscriber: ana, events: [], shares: [] });
  });

  it('stores nothing for a scanner that asks in any way but by pressing', async () => {
    const world = anEmptyDiary();
    const web = createWeb(world.deps);
    for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) await web.request(`${path}?score=6`, { method });
    expect(world.held.events).toEqual([]);
  });

  it('saves the number once, however often the button is pressed', async () => {
    const world = anEmptyDiary();
    const nonce = hiddenIn(await get(world, '?score=6'), 'nonce');
    const pressed = await Promise.all([1, 2, 3].map(() => post(world, { score: '6', nonce })));
    expect(pressed.map(({ status }) => status)).toEqual([200, 200, 200]);
    for (const { html } of pressed) expect(html).toMatch(/<h1>6 is in your diary<\/h1>/);
    expect(entriesOf(world)).toEqual([{ date: today, score: 6, note: null, channel: 'web', status: 'final' }]);
  });

  it('saves two numbers of two forms, and one once from a form without a name', async () => {
    const world = anEmptyDiary();
    for (const score of ['6', '4']) await post(world, { score, nonce: hiddenIn(await get(world), 'nonce') });
    await post(world, { score: '2', note: 'better' });
    await post(world, { score: '2', note: 'better' });
    expect(entriesOf(world).map(({ score, note }) => [score, note])).toEqual([
      [6, null],
      [4, null],
      [2, 'better'],
    ]);
  });

  it('corrects the number of somebody who goes back and chooses another', async () => {
    const world = anEmptyDiary();
    const nonce = hiddenIn(await get(world), 'nonce');
    await post(world, { score: '6', nonce });
    const { html } = await post(world, { score: '7', nonce });
    expect(html).toContain('7 is in your diary');
    await post(world, { score: '7', nonce });
    expect(entriesOf(world)).toMatchObject([{ score: 7, status: 'amended' }]);
    expect(world.held.events).toHaveLength(2);
  });

  it.each(['', '11', 'six', '-1', '1e1', '5-6'])('asks again after %j, and stores nothing', async (score) => {
    const world = anEmptyDiary();
    const { status, html } = await post(world, { score, note: 'stiff' });
    expect(status).toBe(400);
    expect(html).toContain('Choose a number from 0 to 10.');
    expect(world.held.events).toEqual([]);
  });

  it('says what the week looks like and offers a note, which then stands with the number', async () => {
    const world = fakeWorld(ana, [reply(1, '2030-01-13', { score: 4 }), reply(2, '2030-01-06', { score: 7 })]);
    const { html } = await post(world, { score: '5', nonce: hiddenIn(await get(world), 'nonce') });
    expect(html).toMatch(/4\.5<\/span> <span>average, of 10/);
    expect(html).toMatch(/2\.5<\/span> <span>lower than the week before/);
    const note = { about: hiddenIn(html, 'about'), nonce: hiddenIn(html, 'nonce'), note: 'after <b>gardening</b>' };
    const added = await post(world, note);
    await post(world, note);
    expect(added.html).toContain('Your words are in your diary');
    expect(entriesOf(world).at(-1)).toMatchObject({ score: 5, note: 'after <b>gardening</b>' });
    expect(world.held.events).toHaveLength(4);
  });

  it('can be undone, and that too, from the forms of one page', async () => {
    const world = anEmptyDiary();
    const saved = await post(world, { score: '6', nonce: hiddenIn(await get(world), 'nonce') });
    const nonce = hiddenIn(saved.html, 'nonce');
    await post(world, { about: hiddenIn(saved.html, 'about'), note: 'slip', nonce });
    const undone = await post(world, { undo: hiddenIn(saved.html, 'undo'), nonce });
    expect(undone.html).toContain('That is taken back');
    expect(entriesOf(world)).toEqual([]);
    const back = await post(world, { undo: hiddenIn(undone.html, 'undo'), nonce: hiddenIn(undone.html, 'nonce') });
    expect(back.html).toContain('It is back in your diary');
    expect(entriesOf(world)).toMatchObject([{ score: 6, note: 'slip' }]);
  });

  it('says that a form whose number was taken back stored nothing new', async () => {
    const world = anEmptyDiary();
    const nonce = hiddenIn(await get(world), 'nonce');
    const { html } = await post(world, { score: '6', nonce });
    await post(world, { undo: hiddenIn(html, 'undo'), nonce: hiddenIn(html, 'nonce') });
    expect((await post(world, { score: '6', nonce })).html).toContain('Nothing new was stored');
    expect(entriesOf(world)).toEqual([]);
  });
});

describe('words on the page', () => {
  it('that are a red flag are answered first, log the score and pause the tips', async () => {
    const world = anEmptyDiary();
    const { html } = await post(world, { score: '8', note: 'numb between my legs and cannot pee' });
    expect(html).toMatch(/class="alarm">[^<]*911/);
    expect(html.indexOf('alarm">')).toBeLessThan(html.indexOf('<h1>'));
    expect(entriesOf(world)).toMatchObject([{ score: 8, note: 'numb between my legs and cannot pee' }]);
    expect(world.held.subscriber.pausedUntil).toBeDefined();
    expect(JSON.stringify(world.logged)).not.toContain('numb');
  });

  it('of a crisis are answered and kept nowhere', async () => {
    const world = anEmptyDiary();
    const first = await post(world, { score: '9' });
    const { html } = await post(world, { about: hiddenIn(first.html, 'about'), note: 'I want to kill myself' });
    expect(html).toContain('988');
    expect(html).not.toContain('Your words');
    expect(JSON.stringify([world.held, world.logged])).not.toContain('kill');
    expect(entriesOf(world)).toMatchObject([{ score: 9, note: null }]);
  });

  it('that ask to be left alone are obeyed, and the score is stored', async () => {
    const world = anEmptyDiary();
    const { html } = await post(world, { score: '5', note: 'please stop texting me' });
    expect(html).toContain('you are unsubscribed');
    expect(world.held.subscriber.status).toBe('stopped');
    expect(world.calls).toMatchObject([{ name: 'consent', argument: { act: 'withdrawn', where: 'web' } }]);
    expect(entriesOf(world)).toMatchObject([{ score: 5 }]);
  });
});

describe('a link for a number', () => {
  it('stores nothing for somebody who has left, and says so', async () => {
    const world = anEmptyDiary({ status: 'stopped', stopReason: 'opt-out' });
    expect(await get(world, '?score=6')).toContain('Nothing was stored');
    expect((await post(world, { score: '6' })).html).toContain('You have left Backbeat');
    expect(world.held.events).toEqual([]);
  });

  it.each([
    ['of another purpose', diaryToken()],
    ['of an earlier enrolment', diaryToken({ purpose: 'pain', epoch: 'cccccccc' })],
    ['that has expired', diaryToken({ purpose: 'pain', expiresAt: 1 })],
    ['of nobody', diaryToken({ purpose: 'pain', id: 'c'.repeat(26) })],
  ])('%s opens nothing and stores nothing', async (_, token) => {
    const world = anEmptyDiary();
    const web = createWeb(world.deps);
    const body = new URLSearchParams({ score: '6' });
    expect((await web.request(`/pain/${token}`)).status).toBe(404);
    expect((await web.request(`/pain/${token}`, { method: 'POST', body })).status).toBe(404);
    expect(world.held.events).toEqual([]);
  });

  it('stands in the diary, one tap away, and not in that of somebody who has left', async () => {
    const web = (more: Partial<typeof ana>) => createWeb(anEmptyDiary(more).deps);
    const html = await (await web({}).request(`/diary/${diaryToken()}`)).text();
    const [, link = ''] = html.match(/<a class="button" href="(\/pain\/[a-z2-7]+)"/) ?? [];
    expect((await web({}).request(link)).status).toBe(200);
    const left = await web({ status: 'stopped', stopReason: 'opt-out' }).request(`/diary/${diaryToken()}`);
    expect(await left.text()).not.toContain('/pain/');
  });

  it('opens a page in the language of its owner', async () => {
    const world = anEmptyDiary({ language: 'fr', country: 'FR' });
    const html = await get(world, '?score=6');
    expect(html).toContain('<html lang="fr">');
    const saved = await post(world, { score: '6', nonce: hiddenIn(html, 'nonce') });
    expect(saved.html).toContain('6 est dans votre journal');
    const undone = await post(world, { undo: hiddenIn(saved.html, 'undo'), nonce: hiddenIn(saved.html, 'nonce') });
    expect(undone.html).toContain('C’est retiré');
  });
});
