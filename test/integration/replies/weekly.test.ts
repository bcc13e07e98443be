import { describe, expect } from 'vitest';
import { readAnswer } from '../../../shared/domain/reading/answer/read-answer.ts';
import { readReach } from '../../../shared/domain/reading/answer/read-reach.ts';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

const today = '2030-01-07';
let service: Service;

/** Somebody who was asked about their week this morning. */
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
  const { id = '' } = (await service.profile()) ?? {};
  await service.changes.change(id, (person) => ({
    ...person,
    course: { marks: 'ggg', asked: today },
    lastTip: {
      date: today,
      tip: '05-prolonged-rest',
      prompt: 'weekly',
      owner: 'm',
      claimedAt: service.clock.now(),
      state: 'claimed',
      channel: 'sms',
    },
  }));
});

const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return service.answerTo(body);
};
const weeks = async () => (await service.diary()).weeks.map(({ date, reach }) => [date, reach]);

describe('the weekly question', () => {
  it.each([
    ['ALL', 'all', /on all days/],
    ['Some', 'some', /on some days/],
    ['none.', 'none', /on no day/],
    ['TOUJOURS', 'all', /on all days/],
    ['parfois', 'some', /on some days/],
    ['Jamais, merci', 'none', /on no day/],
    ['un peu', 'some', /on some days/],
  ])('is answered by %j, which is kept and said back', async (words, reach, answer) => {
    expect(await later(words)).toMatch(answer);
    expect(await weeks()).toEqual([[today, reach]]);
    expect(await service.scores()).toEqual([]);
    expect(await service.notes()).toEqual([]);
  });

  it('is open for the week, and stands on the day it was asked', async () => {
    await later('ALL', 6 * 24 * 60);
    expect(await weeks()).toEqual([[today, 'all']]);
  });

  it('is over after a week: then the words are a note', async () => {
    await later('SOMETIMES', 7 * 24 * 60);
    expect(await weeks()).toEqual([]);
    expect(await service.notes()).toEqual(['SOMETIMES']);
  });

  it('takes the last answer, and UNDO brings the one before', async () => {
    await later('ALL');
    await later('NONE');
    expect(await weeks()).toEqual([[today, 'none']]);
    expect(await later('UNDO')).toMatch(/taken back: your answer about the week/);
    expect(await weeks()).toEqual([[today, 'all']]);
  });

  it('is asked once more where "yes" or "no" may mean either, and nothing is kept of it', async () => {
    expect(await later('yes')).toMatch(/ALL days, on SOME or on NONE/);
    expect(await later('no')).toMatch(/ALL days, on SOME or on NONE/);
    expect(await weeks()).toEqual([]);
  });

  it('does not take scores, notes or commands for answers', async () => {
    expect(await later('PAIN 4')).toMatch(/4 is in your diary/);
    await later('all the gardening is done');
    expect(await weeks()).toEqual([]);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([[today, 4]]);
    expect(await later('ALL')).toMatch(/on all days/);
  });

  it('stands behind a check of signs, which the same words answer', async () => {
    service.after(1);
    await service.text('something odd down my legs', { danger: { kind: 'suspected', of: 'signs' } });
    expect(await later('NONE')).toMatch(/good\. Should any/);
    expect(await weeks()).toEqual([]);
    service.after(1);
    await service.text('something odd down my legs', { danger: { kind: 'suspected', of: 'signs' } });
    expect(await later('ALL')).toMatch(/get checked now/);
    expect(await weeks()).toEqual([]);
  });

  it('is answered the same when a reply is delivered again, and kept once', async () => {
    service.after(1);
    const first = await service.text('SOME', { id: 'twice' });
    service.after(1);
    expect(await service.text('SOME', { id: 'twice' })).toEqual(first);
    await later('ALL');
    expect((await service.text('SOME', { id: 'twice' })).join()).toMatch(/had that one already/);
    expect(await weeks()).toEqual([[today, 'all']]);
  });

  it('costs one write: the profile stays as it is', async () => {
    const before = await service.profile();
    await later('ALL');
    expect(await service.profile()).toEqual(before);
  });

  it('is asked of nobody whose last message was another question', async () => {
    const { id = '' } = (await service.profile()) ?? {};
    await service.changes.change(id, (person) => ({
      ...person,
      ...(person.lastTip ? { lastTip: { ...person.lastTip, prompt: 'nudge' } } : {}),
    }));
    await later('NEVER');
    expect(await weeks()).toEqual([]);
  });

  it('goes with ERASE', async () => {
    await later('ALL');
    const word = /ERASE (\w+)/.exec(await later('ERASE'))?.[1];
    await later(`ERASE ${word}`);
    await service.runErasures();
    await later('JOIN');
    expect(await weeks()).toEqual([]);
  });
});

describe('words for it', () => {
  it.each(['every day', 'tous les jours', 'ALL DAYS', 'most days', 'never', 'pas du tout', 'some days please'])(
    'are read: %j',
    (words) => expect(readReach(words)).toBeDefined(),
  );
  it.each(['all right', 'ok', 'yes', 'no', '7', 'some pain today', 'none of your business', 'allons'])(
    'are not read: %j',
    (words) => expect(readReach(words)).toBeUndefined(),
  );
  it('"all" to a check of signs is a yes', () => expect(readAnswer('ALL')).toBe('any'));
});
