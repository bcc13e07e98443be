import { describe, expect, it } from 'vitest';
import { createWeb } from '../../functions/web/web.ts';
import { activityOn } from '../../shared/domain/diary/activity.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, today } from './web-people.ts';

const asked = '2030-01-12';
const score = reply(1, '2030-01-10', { score: 4 });
const chosen = reply(2, '2030-01-03', { kind: 'function', note: 'gardening' });
const path = `/diary/${diaryToken()}`;

type World = ReturnType<typeof fakeWorld>;
const aWorld = (...events: readonly ReturnType<typeof reply>[]): World =>
  fakeWorld({ ...ana, course: { marks: '', asked } }, [score, ...events]);
const get = async (world: World, at = path): Promise<string> => (await createWeb(world.deps).request(at)).text();
const post = async (world: World, at: string, fields: Record<string, string>): Promise<string> =>
  (await createWeb(world.deps).request(at, { method: 'POST', body: new URLSearchParams(fields) })).text();
const nextActivity = ({ held }: World) => activityOn(foldDiary(held.events), addDays(today, 1));

describe('an activity of their own', () => {
  it('is chosen on the diary’s page, and given up there', async () => {
    const world = aWorld();
    expect(await get(world)).toContain('How far you walked.');
    const html = await post(world, path, { activity: 'my <garden>', nonce: 'a'.repeat(16) });
    expect(html).toContain('it is about what you named');
    expect(html).toContain('my &lt;garden&gt;');
    expect(nextActivity(world)).toBe('my <garden>');
    expect(await post(world, path, { activity: 'walking', nonce: 'b'.repeat(16) })).toContain('it is about walking');
    expect(nextActivity(world)).toBeUndefined();
  });

  it('is what the page behind the weekly mail asks about, and its answer says so', async () => {
    const world = aWorld(chosen);
    const week = `/pain/${diaryToken({ purpose: 'pain' })}/week?of=${asked}`;
    expect(await get(world, `${week}&reach=all`)).toContain('do this as much as you wanted: gardening?');
    await post(world, week, { reach: 'all', nonce: 'a'.repeat(16) });
    expect(foldDiary(world.held.events).weeks).toMatchObject([{ date: asked, reach: 'all', activity: 'gardening' }]);
  });

  it('is drawn beside the pain of each week, apart from walking', async () => {
    const answered = (['all', 'some', 'none'] as const).map((reach, index) =>
      reply(index + 10, `2030-01-0${index + 1}`, {
        kind: 'function',
        reach,
        ...(index > 0 ? { note: 'gardening' } : {}),
      }),
    );
    const html = await get(aWorld(reply(3, '2029-12-29', { score: 5 }), ...answered));
    // Two weeks of the activity make a chart; one of walking does not.
    expect(html.match(/<path class="bars"/g)).toHaveLength(1);
    expect(html).toContain('d="M6 100h28v-50h-28zM46 100h28v-2h-28z"');
    expect(html).toMatch(/on all days<span class="small">walking</);
    expect(html).toMatch(/on no day<span class="small">gardening</);
  });
});
