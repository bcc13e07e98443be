import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { openGoal } from '../../shared/domain/diary/goals.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, today } from './web-people.ts';

/** Ana was asked about her week two days ago. */
const asked = '2030-01-12';
const path = `/pain/${diaryToken({ purpose: 'pain' })}/week?of=${asked}`;
const asking = { ...ana, course: { marks: '', asked } };
const goal = reply(1, '2030-01-10', { kind: 'goal', note: 'walk to the <shop>' });

type World = ReturnType<typeof fakeWorld>;
const aWorld = (more: Partial<typeof asking> = {}): World => fakeWorld({ ...asking, ...more }, [goal]);
const get = async (world: World, query = ''): Promise<string> =>
  (await createWeb(world.deps).request(path + query)).text();
const post = async (world: World, fields: Record<string, string>, query = '') => {
  const body = new URLSearchParams(fields);
  const answer = await createWeb(world.deps).request(path + query, { method: 'POST', body });
  return { status: answer.status, html: await answer.text() };
};
const hiddenIn = (html: string, name: string): string =>
  html.match(new RegExp(`name="${name}" value="([^"]*)"`))?.[1] ?? '';
const chosenIn = (html: string): string[] =>
  [...html.matchAll(/<input type="radio" name="\w+" value="([\w-]+)"[^>]*checked/g)].map(([, chosen = '']) => chosen);
const weeksOf = ({ held }: World) =>
  foldDiary(held.events).weeks.map(({ date, reach, channel }) => [date, reach, channel]);
const walksOf = ({ held }: World) => foldDiary(held.events).walks.map(({ date, minutes }) => [date, minutes]);
const goalOf = ({ held }: World) => openGoal(foldDiary(held.events).goals, today)?.words;

describe('a button of the weekly mail', () => {
  it.each([
    ['&reach=all', ['all']],
    ['&reach=some', ['some']],
    ['&reach=none', ['none']],
    ['', []],
    ['&reach=<script>', []],
    ['&goal=done', ['done']],
    ['&goal=not-yet', ['not-yet']],
    ['&goal=', []],
  ])('%s shows %j chosen beside one button, and stores nothing', async (query, chosen) => {
    const world = aWorld();
    const html = await get(world, query);
    expect(chosenIn(html)).toEqual(chosen);
    expect(html.match(/<button/g)).toHaveLength(1);
    expect(html).not.toContain('<script>');
    expect(world.held.events).toEqual([goal]);
  });

  it.each([
    ['&minutes=15', '15'],
    ['&minutes=', undefined],
    ['&minutes=241', undefined],
    ['&minutes=-5', undefined],
  ])('%s shows the minutes, and stores nothing', async (query, shown) => {
    const world = aWorld();
    const html = await get(world, query);
    expect(html.match(/name="minutes"[^>]*value="(\d+)"/)?.[1]).toBe(shown);
    expect(world.held.events).toEqual([goal]);
  });

  it('stores nothing for a scanner that asks in any way but by pressing', async () => {
    const world = aWorld();
    const web = createWeb(world.deps);
    for (const query of ['&reach=all', '&minutes=5', '&goal=done'])
      for (const method of ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']) await web.request(path + query, { method });
    expect(world.held.events).toEqual([goal]);
  });

  it('saves the answer once, on the day of the question, and asks about the goal', async () => {
    const world = aWorld();
    const nonce = hiddenIn(await get(world, '&reach=some'), 'nonce');
    const pressed = await Promise.all([1, 2].map(() => post(world, { reach: 'some', nonce })));
    for (const { status, html } of pressed) {
      expect(status).toBe(200);
      expect(html).toContain('<h1>Noted for your week: on some days</h1>');
      expect(html).toContain('walk to the &lt;shop&gt;');
    }
    expect(weeksOf(world)).toEqual([[asked, 'some', 'web']]);
    expect(world.held.events).toHaveLength(2);
  });

  it('lets somebody who goes back choose another answer, and take it back', async () => {
    const world = aWorld();
    const nonce = hiddenIn(await get(world), 'nonce');
    await post(world, { reach: 'some', nonce });
    const { html } = await post(world, { reach: 'all', nonce });
    expect(weeksOf(world)).toEqual([[asked, 'all', 'web']]);
    const undone = await post(world, { undo: hiddenIn(html, 'undo'), nonce: hiddenIn(html, 'nonce') });
    expect(undone.html).toContain('That is taken back');
    expect(weeksOf(world)).toEqual([[asked, 'some', 'web']]);
  });

  it('saves minutes of walking, and suggests one or two more', async () => {
    const world = aWorld();
    const { html } = await post(world, { minutes: '12', nonce: hiddenIn(await get(world, '&minutes=12'), 'nonce') });
    expect(html).toContain('12 minutes noted');
    expect(html).toContain('13 or 14 minutes');
    expect(walksOf(world)).toEqual([[asked, 12]]);
  });

  it('suggests no more minutes in a flare', async () => {
    const usual = Array.from({ length: 20 }, (_, index) => reply(index + 10, `2029-12-${index + 11}`, { score: 2 }));
    const world = fakeWorld(asking, [...usual, reply(40, today, { score: 8 })]);
    const { html } = await post(world, { minutes: '12', nonce: hiddenIn(await get(world, '&minutes=12'), 'nonce') });
    expect(html).toContain('no more than that this week');
    expect(html).not.toContain('13 or 14');
  });

  it.each([
    ['done', undefined],
    ['not-yet', 'walk to the <shop>'],
  ])('says of the goal that it is %s', async (progress, left) => {
    const world = aWorld();
    await post(world, { progress, nonce: hiddenIn(await get(world, `&goal=${progress}`), 'nonce') });
    expect(goalOf(world)).toBe(left);
  });

  it('asks for another goal, and keeps it', async () => {
    const world = aWorld();
    const html = await get(world, '&goal=change');
    expect(html).toMatch(/<input type="text" id="goal" name="goal"/);
    await post(world, { goal: 'swim again', nonce: hiddenIn(html, 'nonce') });
    expect(goalOf(world)).toBe('swim again');
  });

  it.each([
    [{}, '', 'Choose one of the answers.'],
    [{ reach: 'always' }, '', 'Choose one of the answers.'],
    [{ minutes: '241' }, '&minutes=', 'Enter one number, from 0 to 240.'],
    [{ minutes: '5-6' }, '&minutes=', 'Enter one number, from 0 to 240.'],
  ])('asks again after %j, and stores nothing', async (fields, query, words) => {
    const world = aWorld();
    const { status, html } = await post(world, fields, query);
    expect(status).toBe(400);
    expect(html).toContain(words);
    expect(world.held.events).toEqual([goal]);
  });

  it.each(['2030-01-05', '2030-02-30', ''])('of an older mail (%s) asks nothing, and stores nothing', async (of) => {
    const world = aWorld();
    const older = path.replace(asked, of);
    const web = createWeb(world.deps);
    expect(await (await web.request(`${older}&reach=all`)).text()).toContain('This question is over');
    const body = new URLSearchParams({ reach: 'all' });
    expect(await (await web.request(older, { method: 'POST', body })).text()).toContain('Nothing was changed');
    expect(world.held.events).toEqual([goal]);
  });

  it('opens nothing by a token of another purpose or person', async () => {
    const world = aWorld();
    const web = createWeb(world.deps);
    for (const token of [diaryToken(), diaryToken({ purpose: 'pain', epoch: 'cccccccc' }), 'x'])
      for (const method of ['GET', 'POST'])
        expect((await web.request(`/pain/${token}/week?of=${asked}&reach=all`, { method })).status).toBe(404);
    expect(world.held.events).toEqual([goal]);
  });

  it('stores nothing of somebody who left', async () => {
    const world = aWorld({ status: 'stopped' });
    expect(await get(world, '&reach=all')).toContain('Nothing was stored');
    expect((await post(world, { reach: 'all' })).html).toContain('Nothing was stored');
    expect(world.held.events).toEqual([goal]);
  });

  it('speaks French to whoever reads French', async () => {
    const world = aWorld({ language: 'fr' });
    const { html } = await post(world, { reach: 'none', nonce: hiddenIn(await get(world, '&reach=none'), 'nonce') });
    expect(html).toContain('Noté pour votre semaine\u00a0: aucun jour');
  });
});
