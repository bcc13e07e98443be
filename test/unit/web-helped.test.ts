import { describe, expect, it } from 'vitest';
import { english } from '../../functions/web/pages/texts/english.ts';
import { createWeb } from '../../functions/web/web.ts';
import { firstProgramme } from '../../shared/content/programmes.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import type { TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import { fakeWorld } from './web-fakes.ts';
import { ana, diaryToken, reply, tip, today } from './web-people.ts';

const path = `/diary/${diaryToken()}`;
const exercise = firstProgramme().tips.find((one) => one.tip === '07-exercise');
const sleep = firstProgramme().tips.find(({ topic }) => topic === 'sleep');

/** Twenty days of tips, about moving and sleep by turns; the days after moving have 3, those after sleep 7. */
const scored = Array.from({ length: 20 }, (_, back) =>
  reply(back + 1, addDays(today, -back), { score: back % 2 === 0 ? 3 : 7 }),
);
const told = Array.from(
  { length: 20 },
  (_, back) =>
    ({
      ...tip,
      state: 'delivered',
      date: addDays(today, -back - 1),
      tip: (back % 2 === 0 ? exercise : sleep)?.tip ?? '',
    }) as const,
);

const get = async (world: ReturnType<typeof fakeWorld>, tips: readonly TipOutcome[] = []): Promise<string> => {
  const held = { ...world.deps.held, readTips: async () => tips };
  return (await createWeb({ ...world.deps, held }).request(`${path}/helped`)).text();
};

describe('the page on what helped', () => {
  it('is led to from the diary', async () => {
    const html = await (await createWeb(fakeWorld().deps).request(path)).text();
    expect(html).toContain(`href="${path}/helped"`);
  });

  it('tells what the whole diary comes to, and leads on once all tips have come', async () => {
    const html = await get(
      fakeWorld(
        ana,
        [...scored].reverse().map((event, at) => ({ ...event, score: at < 10 ? 7 : 3 })),
      ),
    );
    expect(html).toContain('Days with a score: 20. The mean of the first seven of them is 7, of the last seven 3.');
    expect(html).not.toContain('You have had all the tips');
    const over = await get(fakeWorld({ ...ana, course: { marks: 'g', ended: true } }, scored.slice(0, 5)));
    expect(over).toContain('Days with a score so far: 5.');
    expect(over).toContain(`You have had all the tips that fit. <a href="${path}/settings">`);
  });

  it('says how scores were after tips, of how many days, and that this is an association', async () => {
    const html = await get(fakeWorld(ana, scored), told);
    expect(html).toContain('Your own average since your first tip is 5, of 20 days with a score.');
    expect(html).toContain('<li>Moving: 3, of 10 days</li>');
    expect(html).not.toContain('Sleep:');
    expect(html).toContain('This is an association');
  });

  it('says when there is too little to tell from, or nothing was lower', async () => {
    expect(await get(fakeWorld(ana, scored.slice(0, 5)), told)).toContain('It is too early to tell.');
    const steady = scored.map((event) => ({ ...event, score: 4 }));
    expect(await get(fakeWorld(ana, steady), told)).toContain('It was not lower on the day after tips');
  });

  it('lists the tips that somebody said helped, by name, or how to say so', async () => {
    expect(await get(fakeWorld())).toContain('Answer a tip with HELPED');
    const marks = 'h'.padStart(exercise?.number ?? 0, '-');
    const names = await fakeWorld().deps.tipTeller();
    const html = await get(fakeWorld({ ...ana, course: { marks } }));
    const name = (await names.tipNamesIn('en')).get('07-exercise') ?? 'no name';
    expect(html).toContain(name);
  });

  it('is in the language of its owner', async () => {
    const html = await get(fakeWorld({ ...ana, language: 'fr' }, scored), told);
    expect(html).toContain('<li>Bouger\u00a0: 3, sur 10 jours</li>');
  });

  it('is nobody else’s', async () => {
    const foreign = `/diary/${diaryToken({ epoch: 'otherepo' })}/helped`;
    expect((await createWeb(fakeWorld().deps).request(foreign)).status).toBe(404);
  });

  it('has a name for every topic of the programme', () => {
    expect(Object.keys(english.helped.topics)).toEqual(
      expect.arrayContaining(firstProgramme().tips.map(({ topic }) => topic)),
    );
  });
});
