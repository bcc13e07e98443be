import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textsFor } from '../../shared/content/texts.ts';
import { goalInText, longestGoal } from '../../shared/domain/answering/goal-in-text.ts';
import { isPromptText, wordsOfPrompt } from '../../shared/domain/answering/prompt-words.ts';
import type { DiaryEvent } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { openGoal } from '../../shared/domain/diary/goals.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { isGsm7, segmentsOf } from '../../shared/domain/tips/segments.ts';
import { reply } from './web-people.ts';

const goal = (number: number, date: string, note: string, more: Partial<DiaryEvent> = {}) =>
  reply(number, date, { kind: 'goal', note, ...more });
const statesOf = (...events: readonly DiaryEvent[]) =>
  foldDiary(events).goals.map(({ words, state }) => [words, state]);

describe('the goals of a diary', () => {
  const shop = goal(1, '2030-01-01', 'the shop');
  const stillShop = goal(2, '2030-01-08', 'the shop', { progress: 'not-yet' });
  const there = goal(3, '2030-01-15', 'the shop', { progress: 'done' });

  it('are open until they are reached or replaced', () => {
    expect(statesOf(shop, stillShop)).toEqual([['the shop', 'open']]);
    expect(statesOf(shop, stillShop, there)).toEqual([['the shop', 'done']]);
    expect(statesOf(shop, goal(4, '2030-01-09', 'the park'))).toEqual([
      ['the shop', 'replaced'],
      ['the park', 'open'],
    ]);
    expect(statesOf(shop, there, goal(4, '2030-01-16', 'the shop'))).toEqual([
      ['the shop', 'done'],
      ['the shop', 'open'],
    ]);
  });

  it('keep the day on which they were set', () => {
    expect(foldDiary([shop, stillShop, there]).goals).toMatchObject([{ date: '2030-01-01', lastDate: '2030-01-15' }]);
  });

  it('are no entries, and are taken back as they were said', () => {
    const undone = reply(9, '2030-01-16', { kind: 'undo', of: there.key });
    const fold = foldDiary([shop, there]);
    expect(fold.entries).toEqual([]);
    expect(fold.lastAction).toEqual(there);
    expect(statesOf(shop, there, undone)).toEqual([['the shop', 'open']]);
  });

  it('are known from the recent days alone, as long as they are spoken of', () => {
    const whole = foldDiary([shop, stillShop]).goals;
    const recent = foldDiary([stillShop]).goals;
    for (const goals of [whole, recent]) {
      expect(openGoal(goals, '2030-02-16')?.words).toBe('the shop');
      expect(openGoal(goals, '2030-02-17')).toBeUndefined();
    }
    expect(openGoal(foldDiary([shop, there]).goals, '2030-01-15')).toBeUndefined();
  });
});

describe('a goal in a text', () => {
  it.each([
    ['walk to the shop', 'walk to the shop'],
    ['Aller au marché à pied, être avec les miens', 'Aller au marché à pied, etre avec les...'],
    ['the “green” park — slowly…', 'the green park - slowly...'],
    ['lift\nmy  grandson 💪', 'lift my grandson'],
    ['走路去商店', '...'],
    ['a{b}|c', 'a b c'],
  ])('%j is told as %j', (words, told) => expect(goalInText(words)).toBe(told));

  it('is short, in one line and in GSM 03.38, whatever they wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (words) => {
        const told = goalInText(words);
        expect(told.length).toBeLessThanOrEqual(longestGoal);
        expect(isGsm7(told) && !/[\n\r"]/.test(told)).toBe(true);
        expect(told).not.toBe('');
      }),
    );
  });

  it.each(languages)(
    'stands in the weekly message, which stays one segment and is recognised (%s)',
    async (language) => {
      const { messages } = await textsFor(language);
      const summary = { daysReported: 7, mean: 9.5, change: -9.5 };
      for (const week of [undefined, { days: [], summary }]) {
        const facts = { goal: 'walk to the big shop in Łódź and back every day', ...(week ? { week } : {}) };
        const text = wordsOfPrompt(messages, language, 'weekly', facts);
        expect(text).toContain('"walk to the big shop in odz and back...');
        expect(segmentsOf(text)).toBe(1);
        expect(isPromptText(messages, 'weekly', text)).toBe(true);
        expect(isPromptText(messages, 'nudge', text)).toBe(false);
      }
    },
  );
});
