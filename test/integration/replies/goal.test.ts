import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

const today = '2030-01-07';
let service: Service;

it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return service.answerTo(body);
};
const goals = async () => (await service.diary()).goals.map(({ words, state }) => [words, state]);

/** Their weekly message came this morning. */
const askAboutWeek = async (): Promise<void> => {
  const { id = '' } = (await service.profile()) ?? {};
  await service.changes.change(id, (person) => ({ ...person, course: { marks: 'ggg', asked: today } }));
};

describe('a goal', () => {
  it('is kept in their own words, told back, and reached', async () => {
    expect(await later('GOAL walk to the shop')).toMatch(/goal: "walk to the shop".*ACTIVITY gardening/);
    expect(await goals()).toEqual([['walk to the shop', 'open']]);
    expect(await later('GOAL')).toMatch(/"walk to the shop".*DONE, NOTYET or CHANGE/);
    expect(await later('NOTYET')).toMatch(/not yet, and that is fine/);
    expect(await later('DONE')).toMatch(/you are there: "walk to the shop"/);
    expect(await goals()).toEqual([['walk to the shop', 'done']]);
    expect(await service.notes()).toEqual([]);
    expect(await service.scores()).toEqual([]);
  });

  it('is replaced by another, and UNDO brings it back', async () => {
    await later('GOAL walk to the shop');
    expect(await later('CHANGE')).toMatch(/stays "walk to the shop"/);
    await later('OBJECTIF danser au mariage');
    expect(await goals()).toEqual([
      ['walk to the shop', 'replaced'],
      ['danser au mariage', 'open'],
    ]);
    expect(await later('UNDO')).toMatch(/taken back.*goal/);
    expect(await goals()).toEqual([['walk to the shop', 'open']]);
  });

  it('that nobody has is not reached: the words are a note', async () => {
    expect(await later('DONE')).toMatch(/noted in your diary/);
    expect(await later('GOAL')).toMatch(/GOAL and one small thing/);
    expect(await goals()).toEqual([]);
    expect(await service.notes()).toEqual(['DONE']);
  });

  it('is asked about with the answer to the weekly question', async () => {
    await later('GOAL walk to the shop');
    await askAboutWeek();
    expect(await later('SOME')).toMatch(/some days\. And your goal, "walk to the shop": DONE, NOTYET or CHANGE\?/);
    expect(await later('almost there')).toMatch(/not yet, and that is fine/);
    expect(await goals()).toEqual([['walk to the shop', 'open']]);
    expect(await later('none')).toMatch(/And your goal|Your goal/);
    expect(await later('yes, I did')).toMatch(/you are there/);
    expect((await service.diary()).weeks).toMatchObject([{ reach: 'none' }]);
  });

  it.each([
    ['yes', 'done'],
    ['I did it!', 'done'],
    ["oui, j'ai réussi", 'done'],
    ['no', 'open'],
    ['pas tout à fait', 'open'],
  ])('is answered in words while it is asked about: %j', async (words, state) => {
    await later('GOAL walk to the shop');
    await askAboutWeek();
    await later('ALL');
    expect(await later(words)).toMatch(/walk to the shop/);
    expect(await goals()).toEqual([['walk to the shop', state]]);
  });

  it('is answered once when its reply is delivered twice', async () => {
    const first = await service.text('GOAL walk to the shop', { id: 'twice' });
    expect(await service.text('GOAL walk to the shop', { id: 'twice' })).toEqual(first);
    expect(await goals()).toHaveLength(1);
  });

  it('whose words are despair is answered as such, and its words are kept nowhere', async () => {
    const answer = await later('GOAL to kill myself on sunday');
    expect(answer).not.toMatch(/goal/i);
    expect(await goals()).toEqual([]);
    expect(JSON.stringify(await service.diary())).not.toContain('sunday');
  });

  it('is in no log line', async () => {
    await later('GOAL walk to the shop');
    await later('DONE');
    expect(JSON.stringify(service.logged)).not.toContain('shop');
  });
});

describe('an activity of their own', () => {
  const dayMinutes = 24 * 60;
  const weeks = async () => (await service.diary()).weeks.map(({ reach, activity }) => [reach, activity]);
  /** Their weekly message came on that day. */
  const askOn = async (asked: string): Promise<void> => {
    const { id = '' } = (await service.profile()) ?? {};
    await service.changes.change(id, (person) => ({ ...person, course: { marks: 'ggg', asked } }));
  };

  it('is offered with the first goal, and not with the next', async () => {
    expect(await later('GOAL walk to the shop')).toContain('ACTIVITY gardening');
    expect(await later('GOAL dance')).not.toContain('ACTIVITY');
  });

  it('is what the next weekly question and its answer are about', async () => {
    expect(await later('ACTIVITY gardening')).toMatch(/next weekly question.*"gardening"/);
    expect(await later('ACTIVITY')).toContain('"gardening"');
    await askOn('2030-01-08');
    expect(await later('SOME', dayMinutes)).toMatch(/"gardening" as much as you wanted on some days/);
    expect(await weeks()).toEqual([['some', 'gardening']]);
    expect(await service.notes()).toEqual([]);
    expect(await later('UNDO')).toContain('your answer about the week');
    expect(await later('UNDO')).toContain('what the weekly question is about');
    expect(await later('ALL')).toContain('as far as you wanted on all days');
    expect(await weeks()).toEqual([['all', undefined]]);
  });

  it('chosen after the question leaves its answer about walking', async () => {
    await askOn(today);
    await later('ACTIVITY gardening');
    expect(await later('SOME', dayMinutes)).toContain('as far as you wanted on some days');
    expect(await weeks()).toEqual([['some', undefined]]);
  });

  it('gives way to walking', async () => {
    await later('ACTIVITY gardening');
    expect(await later('ACTIVITY WALKING')).toContain('about walking');
    await askOn('2030-01-08');
    await later('ALL', dayMinutes);
    expect(await weeks()).toEqual([['all', undefined]]);
  });

  it('keeps the goal asked about, in words that fit it', async () => {
    await later('GOAL grow my own beans');
    await later('ACTIVITY gardening');
    await askOn('2030-01-08');
    expect(await later('NONE', dayMinutes)).toMatch(/never as much as you wanted.*"grow my own beans": DONE/);
    expect(await weeks()).toEqual([['none', 'gardening']]);
  });

  it('takes one read and one write, as a score does', async () => {
    await later('ACTIVITY gardening');
    const before = await service.profile();
    await later('PAIN 6');
    expect((await service.profile())?.rev).toBe(before?.rev);
  });

  it('whose words are despair is kept nowhere', async () => {
    await later('ACTIVITY suicide');
    expect(JSON.stringify(await service.diary())).not.toContain('suicide');
  });
});
