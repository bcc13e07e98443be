import { describe, expect } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

const today = '2030-01-07';
const all = 'g'.repeat(firstProgramme().tips.length);
let service: Service;

const be = async (changes: Partial<Subscriber>): Promise<void> => {
  const { id = '' } = (await service.profile()) ?? {};
  await service.changes.change(id, (person) => ({ ...person, ...changes }));
};
const course = async () => (await service.profile())?.course;
const walks = async () => (await service.diary()).walks.map(({ date, minutes }) => [date, minutes]);
const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return (await service.text(body)).join(' ');
};

it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
  await be({ course: { marks: all, ended: true } });
});

describe('another programme at the end', () => {
  it.each(['WALK', 'Walk, please', 'marche'])('is chosen by its word: %j', async (words) => {
    const answer = await later(words);
    expect(answer).toContain('eight weeks of walking, three messages a week');
    expect(answer).toContain('TIPS brings you back');
    expect(answer).toContain('how many minutes');
    expect(await course()).toEqual({ marks: all, programme: 1, dose: 'three', asked: today });
  });

  it('is told in the language that they read', async () => {
    await later('FRANCAIS');
    expect(await later('MARCHE')).toContain('huit semaines de marche');
    expect(await later('CONSEILS')).toContain('les conseils pour le dos');
    expect(await course()).toEqual({ marks: '', asked: today });
  });

  it('is named to whoever asks when the next tip comes', async () => {
    expect(await later('TIME 7pm')).toContain('WALK: eight weeks of walking');
  });

  it('is a word of the day before the end', async () => {
    await be({ course: { marks: 'ggg' } });
    await later('walk');
    expect(await course()).toEqual({ marks: 'ggg' });
    expect(await service.notes()).toEqual(['walk']);
  });

  it('says what fewer messages there are to whoever wants fewer', async () => {
    expect(await later('could you send me fewer tips please')).toContain('LESS (four a week)');
    await later('WALK');
    const answer = await later('could you send me fewer tips please');
    expect(answer).toContain('three messages a week are the most');
    expect(answer).not.toContain('four');
    await later('FRANCAIS');
    expect(await later('moins souvent svp')).toContain('trois messages par semaine au plus');
  });

  it('has as many messages as it has, or one a week', async () => {
    await later('WALK');
    for (const words of ['DAILY', 'LESS']) expect(await later(words)).toContain('Monday, Wednesday, Friday');
    expect((await course())?.dose).toBe('three');
    expect(await later('WEEKLY')).toContain('one tip a week');
    expect((await course())?.dose).toBe('weekly');
  });
});

describe('minutes of walking', () => {
  it('are kept, said back and answered with one or two more', async () => {
    await later('WALK');
    expect(await later('WALK 8')).toMatch(/8 minutes.*9 or 10/);
    expect(await walks()).toEqual([[today, 8]]);
    expect(await service.scores()).toEqual([]);
    expect(await later('WALK 9')).toMatch(/9 minutes.*10 or 11/);
    expect(await walks()).toEqual([[today, 9]]);
    expect(await later('UNDO')).toContain('minutes of walking');
    expect(await walks()).toEqual([[today, 8]]);
  });

  it('are never guessed from a number that may be pain', async () => {
    await later('WALK');
    expect(await later('8')).toMatch(/PAIN 8 or WALK 8/);
    expect([await walks(), await service.scores()]).toEqual([[], []]);
    await later('PAIN 8');
    expect((await service.scores()).map(([, score]) => score)).toEqual([8]);
    // Eleven is no pain.
    expect(await later('11')).toMatch(/12 or 13/);
    // Once they are known a number is the day's pain again.
    await later('7', 24 * 60);
    expect((await service.scores()).map(([, score]) => score)).toEqual([8, 7]);
    expect(await walks()).toEqual([[today, 11]]);
  });

  it('may be none, or enough', async () => {
    await later('WALK');
    expect(await later('WALK 0')).toContain('no walk');
    expect(await later('WALK 45')).toContain('no need for more');
  });

  it('are asked for once more by whoever says on how many days', async () => {
    await later('WALK');
    expect(await later('SOME')).toContain('in one number');
    expect(await walks()).toEqual([]);
  });

  it('are no more than they were in a flare', async () => {
    await later('WALK');
    for (const score of [2, 2, 2, 2]) await later(`PAIN ${score}`, 24 * 60);
    await later('PAIN 9', 24 * 60);
    await later('NONE');
    expect(await later('WALK 8')).toContain('no more than that');
  });

  it('are nothing to whoever is in another programme', async () => {
    await be({ course: { marks: 'ggg', asked: today } });
    expect(await later('WALK 8')).toContain('asked for in the walking programme');
    expect(await walks()).toEqual([]);
    expect(await service.notes()).toEqual(['WALK 8']);
  });

  it('keeps minutes that come with their word before anybody has asked, as of a card’s newcomer', async () => {
    await be({ course: { marks: '', programme: 1, dose: 'three' } });
    expect(await later('WALK 14')).toContain('14 minutes');
    expect(await walks()).toEqual([[today, 14]]);
  });

  it('keeps minutes that come with their word beside a check of signs, which stays open', async () => {
    await later('WALK');
    for (const score of [2, 2, 2]) await later(`PAIN ${score}`, 24 * 60);
    expect(await later('PAIN 9', 24 * 60)).toMatch(/ANY or NONE/);
    expect(await later('WALK 14')).toContain('14 minutes');
    expect((await walks()).map(([, minutes]) => minutes)).toEqual([14]);
    expect(await later('ANY')).toMatch(/911|emergency/);
  });

  it.each(['WALK 5', 'walk 5 minutes', 'MARCHE 5', 'marche 20 min'])(
    'of %j are no pain outside the programme, whatever comes next',
    async (words) => {
      await be({ course: { marks: 'ggg' } });
      expect(await later(words)).toContain('asked for in the walking programme');
      await later('yes');
      const scores = (await service.scores()).filter(([, score]) => score !== null);
      expect([await walks(), scores]).toEqual([[], []]);
    },
  );

  it('are pain where pain is said beside them', async () => {
    await be({ course: { marks: 'ggg' } });
    await later('PAIN 5 walk 20 minutes');
    expect((await service.scores()).map(([, score]) => score)).toEqual([5]);
  });
});
