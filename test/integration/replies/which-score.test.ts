import { describe, expect } from 'vitest';
import { it } from '../../support/engine.ts';
import { createService, type Service } from '../../support/replies.ts';

let service: Service;
it.beforeEach(async ({ table }) => {
  service = createService(table);
  await service.text('JOIN');
});

const today = '2030-01-07';
const later = async (body: string, minutes = 1): Promise<string> => {
  service.after(minutes);
  return service.answerTo(body);
};
const logged = async () => (await service.scores()).filter(([, score]) => score !== null);

describe('two numbers that contend', () => {
  it.each([
    ['6 and 3', /no score logged.* 0 .*10.*: 6 or 3\? Reply 6 or 3/],
    ['5-6', /: 5 or 6\?/],
    ['7 in the morning, 4 in the evening', /Reply 7 or 4/],
    ['6.5 or 7', /Reply 6.5 or 7/],
  ])('%j are asked about by their values, and logged by nothing else', async (body, question) => {
    expect(await later(body)).toMatch(question);
    expect(await logged()).toEqual([]);
    expect(await service.notes()).toEqual([body]);
  });

  it.each([
    ['yes the first one', 6],
    ['the first', 6],
    ['first', 6],
    ['le premier', 6],
    ['the former', 6],
    ['the second', 3],
    ['the second one please', 3],
    ['the last one', 3],
    ['le deuxième', 3],
    ['le dernier', 3],
    ['the lower one', 3],
    ['lowest', 3],
    ['le plus bas', 3],
    ['la plus petite', 3],
    ['the higher', 6],
    ['the worse one', 6],
    ['le plus élevé', 6],
    ['6', 6],
    ['3', 3],
    ['the 3', 3],
    ['yes 6', 6],
    ["it's the 6", 6],
    ['no, 4', 4],
  ])('are settled by %j', async (answer, score) => {
    await later('6 and 3');
    expect(await later(answer)).toContain(`${score} is in your diary`);
    expect(await logged()).toEqual([[today, score]]);
    expect(await service.notes()).toEqual(['6 and 3']);
  });

  it.each(['both', 'both of them', 'yes', 'les deux', 'in between', 'not sure', 'ok', 'either'])(
    'are asked about again by their values at %j, which logs nothing',
    async (answer) => {
      await later('6 and 3');
      expect(await later(answer)).toMatch(/6 or 3\? Reply 6 or 3/);
      expect(await logged()).toEqual([]);
      expect(await later('the second')).toMatch(/3 is in your diary/);
      expect(await logged()).toEqual([[today, 3]]);
      expect(await service.notes()).toEqual(['6 and 3']);
    },
  );

  it('are dropped by "no", and by a score of another value', async () => {
    await later('6 and 3');
    expect(await later('no')).toMatch(/no score logged/);
    expect(await later('the first')).not.toMatch(/is in your diary\./);
    await later('6 and 3');
    expect(await later('5')).toMatch(/5 is in your diary/);
    expect(await logged()).toEqual([[today, 5]]);
  });

  it('are logged for the day they were said of', async () => {
    service.after(16 * 60);
    await later('6 and 3');
    expect(await later('the first', 90)).toMatch(/6 is in your diary for/);
    expect(await logged()).toEqual([[today, 6]]);
  });

  it('are forgotten after a day', async () => {
    await later('6 and 3');
    await later('the first', 25 * 60);
    expect(await logged()).toEqual([]);
  });

  it('leave what counts other things out of the question', async () => {
    expect(await later('2 pills and 5 hours')).not.toMatch(/2 or 5/);
  });
});

describe('"no" and a number, with nothing asked', () => {
  it.each(['no 4', 'non 4', 'nope 4', 'no 4 today'])('%j is asked about by its value', async (body) => {
    expect(await later(body)).toMatch(/Reply 4 to log it|Répondez 4/);
    expect(await logged()).toEqual([]);
    await later('4');
    expect(await logged()).toEqual([[today, 4]]);
  });
});
