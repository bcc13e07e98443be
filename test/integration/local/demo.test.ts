import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { demoCast, mostPeople } from '../../../local/demo/cast.ts';
import { startLocalService } from '../../../local/service.ts';
import { createServiceClient, pathOfLink } from '../../e2e/support/service-client.ts';

// The functions log a line a tick.
beforeEach(() => {
  vi.spyOn(console, 'info').mockReturnValue();
});
const running: { stop(): Promise<void> }[] = [];
afterEach(async () => {
  for (const service of running.splice(0)) await service.stop();
});

const filledSchema = z.object({ people: z.array(z.object({ address: z.string(), channel: z.string() })) });

const start = async () => {
  const service = await startLocalService({ port: 0, folder: undefined, environment: process.env });
  running.push(service);
  const coach = createServiceClient(service.url);
  const fill = async (people: number) =>
    filledSchema.parse(await (await coach.post('/_local/demo', JSON.stringify({ people }))).json()).people;
  const explain = async (who: string, date: string): Promise<unknown> =>
    (await coach.get(`/_local/explain?who=${encodeURIComponent(who)}&date=${date}`)).json();
  const held = async (who: string): Promise<unknown> =>
    (await coach.get(`/_local/held?who=${encodeURIComponent(who)}`)).json();
  return { coach, fill, explain, held };
};

describe('the demo clinic', () => {
  it('is people of fiction only, each with an address of their own', () => {
    const fiction = /^\+1\d{3}55501\d\d$|^\+447700900\d{3}$|^\+3363998\d{4}$|@example\.org$/;
    const cast = demoCast(mostPeople);
    expect(cast.filter(({ address }) => !fiction.test(address))).toEqual([]);
    expect(new Set(cast.map(({ address }) => address)).size).toBe(mostPeople);
  });

  it('has three months of diaries and tips, and a last day that really happened', async () => {
    const { coach, fill, explain } = await start();
    await coach.jumpTo('2030-05-06T21:00:00Z');
    const people = await fill(10);
    expect(new Set(people.map(({ channel }) => channel))).toEqual(new Set(['sms', 'email']));
    expect((await coach.info()).now).toBe('2030-05-07T21:00:00.000Z');
    const maya = people[0]?.address ?? '';
    expect(await coach.tipsTo(maya)).toHaveLength(1);
    const entries = await coach.diary(pathOfLink(await coach.say(maya, 'DIARY'), 'diary'));
    expect(entries.length).toBeGreaterThan(60);
    expect(entries.every(({ score }) => score !== null && score >= 0 && score <= 10)).toBe(true);
    expect(entries[0]?.date).toMatch(/^2030-02/);
    expect(await explain(maya, '2030-04-10')).toMatchObject({ decision: 'delivered', prompt: 'weekly' });
    expect(await explain(maya, '2030-04-11')).toMatchObject({ decision: 'delivered', why: 'next' });
    // Each kind of person that staff look after is among them.
    expect(await explain('+16025550110', '2030-05-06')).toMatchObject({ decision: 'undelivered', code: '30003' });
    expect(await explain('+15145550110', '2030-05-06')).toMatchObject({ reason: 'tips are paused that day' });
    expect(await explain('+16045550110', '2030-05-07')).toMatchObject({ reason: 'they have left' });
    expect(await explain('sandrine.petit@example.org', '2030-05-05')).toMatchObject({ decision: 'skipped' });
  });

  it('goes on like any other people, and can be filled again', async () => {
    const { coach, fill, held } = await start();
    await coach.jumpTo('2030-05-06T21:00:00Z');
    await fill(2);
    await coach.advance('P1D');
    expect(await coach.tipsTo('+447700900100')).toHaveLength(2);
    await fill(2);
    expect(await held('+447700900100')).toMatchObject({
      profile: { status: 'active', language: 'en' },
      items: { TIP: { newest: expect.arrayContaining([expect.objectContaining({ state: 'delivered' })]) } },
      queues: [],
      provider: { isBlocked: false },
    });
  });
});
