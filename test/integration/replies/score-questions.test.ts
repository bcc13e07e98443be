import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const today = '2030-01-07';
const inDoubt = 'PAIN 4 better than yesterday';

const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return service.answerTo(body);
};

describe('a number in doubt', () => {
  it('is asked about by its value, and logs nothing by itself', async () => {
    expect(await later(inDoubt)).toMatch(/Reply 4 to log it/);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
    expect(await service.notes()).toEqual([inDoubt]);
  });

  it.each(['4', '4.', ' 4 ', 'four', '4/10', 'yes', 'Yes please', 'ok', '👍', 'oui', "that's right"])(
    'is logged by %j, with the words it was said in as its note',
    async (answer) => {
      await later(inDoubt);
      expect(await later(answer)).toMatch(/4 is in your diary/);
      expect(await service.scores()).toEqual([[today, 4]]);
      expect(await service.notes()).toEqual([inDoubt]);
    },
  );

  it('is logged by a YES that Twilio took for an opt-in, and said so', async () => {
    await later(inDoubt);
    service.after(1);
    expect(await service.text('YES', { carrierAct: 'START' })).toEqual([expect.stringContaining('4 is in your diary')]);
    expect(await service.scores()).toEqual([[today, 4]]);
  });

  it('is logged for the day it was said, though the answer comes after midnight', async () => {
    service.after(16 * 60);
    await later(inDoubt);
    expect(await later('4', 90)).toMatch(/4 is in your diary for/);
    expect(await service.scores()).toEqual([[today, 4]]);
  });

  it('is not logged by "no", and any other number is a score of its own', async () => {
    await later(inDoubt);
    expect(await later('no')).toMatch(/no score logged/);
    await later(inDoubt);
    expect(await later('7')).toMatch(/7 is in your diary/);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([[today, 7]]);
  });

  it.each([
    ['no, 7', 7],
    ['no 7', 7],
    ['non, 7', 7],
    ['nope its 7', 7],
    ['yes 7', 7],
    ['ok 7', 7],
    ['yes 4', 4],
    ['oui, 4', 4],
  ])('answered by %j logs the number that the answer gives', async (answer, score) => {
    await later(inDoubt);
    expect(await later(answer)).toContain(`${score} is in your diary`);
    expect((await service.scores()).filter(([, logged]) => logged !== null)).toEqual([[today, score]]);
  });

  it.each(['yes 5-6', 'no 4', 'yes 4 or 5', 'ok at 7pm'])('answered by %j logs nothing', async (answer) => {
    await later(inDoubt);
    await later(answer);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
  });

  it('is forgotten once something else was said, and after a day', async () => {
    await later(inDoubt);
    await later('rained all day');
    await later('yes');
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
    await later(inDoubt);
    await later('yes', 24 * 60);
    expect((await service.scores()).filter(([, score]) => score !== null)).toEqual([]);
  });

  it('can be taken back, and its words are a note again', async () => {
    await later(inDoubt);
    await later('4');
    expect(await later('UNDO')).toMatch(/taken back/);
    expect(await service.scores()).toEqual([[today, null]]);
    expect(await service.notes()).toEqual([inDoubt]);
  });

  it('is logged once, however often the answer is delivered', async () => {
    await later(inDoubt);
    service.after(1);
    for (const _ of [1, 2, 3]) expect(await service.answerTo('4', { id: 'SM-answer' })).toMatch(/4 is in your diary/);
    expect(await service.scores()).toEqual([[today, 4]]);
  });
});

describe('a score that puts one right', () => {
  it('is a score by itself where there is none before it', async () => {
    expect(await later('plutôt 4')).toMatch(/4 is in your diary/);
    expect(await later('plutôt 5')).toMatch(/5/);
    expect(await service.scores()).toEqual([[today, 5]]);
  });

  it('is not where the command was given', async () => {
    expect(await later('FIX 4')).toMatch(/no score today to correct/);
    expect(await service.scores()).toEqual([]);
  });
});
