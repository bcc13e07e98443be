import { describe, expect, it } from 'vitest';
import { textsFor } from '../../shared/content/texts.ts';
import { wordsOfPrompt } from '../../shared/domain/answering/prompt-words.ts';
import { activityOn } from '../../shared/domain/diary/activity.ts';
import type { DiaryEvent, Reach } from '../../shared/domain/diary/diary.ts';
import { foldDiary } from '../../shared/domain/diary/fold-diary.ts';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { parseReply } from '../../shared/domain/reading/parse-reply.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import { segmentsOf } from '../../shared/domain/tips/segments.ts';
import { lexicon } from './reading/fresh-lexicon.ts';
import { reply } from './web-people.ts';

const choose = (number: number, date: string, note?: string): DiaryEvent =>
  reply(number, date, { kind: 'function', ...(note === undefined ? {} : { note }) });
const answer = (number: number, date: string, reach: Reach, note?: string): DiaryEvent =>
  reply(number, date, { kind: 'function', reach, ...(note === undefined ? {} : { note }) });
const on = (date: string, ...events: readonly DiaryEvent[]) => activityOn(foldDiary(events), date);

describe('the activity that the weekly question is about', () => {
  const chosen = choose(1, '2030-01-02', 'gardening');

  it('is walking until another is chosen, and again when that is taken back', () => {
    expect(on('2030-01-08')).toBeUndefined();
    expect(on('2030-01-08', chosen)).toBe('gardening');
    expect(on('2030-01-08', chosen, reply(2, '2030-01-03', { kind: 'undo', of: chosen.key }))).toBeUndefined();
    expect(on('2030-01-08', chosen, choose(2, '2030-01-03'))).toBeUndefined();
  });

  it('counts from the day after it was chosen, so that a question and its answer are about the same', () => {
    expect(on('2030-01-02', chosen)).toBeUndefined();
    expect(on('2030-01-03', chosen)).toBe('gardening');
    // They were asked about walking, chose, and answered the question that was asked.
    expect(
      on('2030-01-15', chosen, choose(2, '2030-01-09', 'swimming'), answer(3, '2030-01-08', 'some', 'gardening')),
    ).toBe('swimming');
  });

  it('is known from the answers alone once the choice is no longer among the recent days', () => {
    const last = answer(9, '2030-02-12', 'all', 'gardening');
    expect(on('2030-02-19', last)).toBe('gardening');
    expect(on('2030-02-19', chosen, last)).toBe('gardening');
  });

  it('is walking again once nothing was said of it for longer than an answer can find', () => {
    const kept = addDays('2030-01-02', 32);
    expect(on(kept, chosen)).toBe('gardening');
    expect(on(addDays(kept, 1), chosen)).toBeUndefined();
  });

  it('stands with each answer, and is no entry', () => {
    const fold = foldDiary([chosen, answer(2, '2030-01-08', 'some', 'gardening'), answer(3, '2030-01-15', 'all')]);
    expect(fold.weeks.map(({ reach, activity }) => [reach, activity])).toEqual([
      ['some', 'gardening'],
      ['all', undefined],
    ]);
    expect(fold.entries).toEqual([]);
    expect(foldDiary([chosen]).lastAction).toEqual(chosen);
  });
});

describe('ACTIVITY', () => {
  it.each([
    ['ACTIVITY gardening', 'gardening'],
    ['activity: playing with the kids', 'playing with the kids'],
    ['ACTIVITE jardinage', 'jardinage'],
    ['Activité : porter les courses.', 'porter les courses'],
    ['ACTIVITY', undefined],
    ['activité', undefined],
  ])('is heard in %j', (said, words) => {
    expect(parseReply(said, lexicon).intent).toEqual({ kind: 'activity', ...(words === undefined ? {} : { words }) });
  });

  it.each([
    'activity makes it worse',
    'activity 6',
    'Activity level low today, pain in the evening',
    'activité physique impossible',
    'activities were fun',
  ])('is not heard in %j', (said) => {
    expect(parseReply(said, lexicon).intent.kind).not.toBe('activity');
  });

  it('leaves a score beside the word a score', () => {
    expect(parseReply('pain 6 after activity', lexicon).intent).toMatchObject({ kind: 'score', score: 6 });
  });
});

describe('the weekly message about an activity', () => {
  const summaries = [
    { mean: 9.5, change: 9.5, daysReported: 7 },
    { mean: 9.5, change: -9.5, daysReported: 7 },
    { mean: 9.5, change: 0, daysReported: 7 },
    { mean: 9.5, change: undefined, daysReported: 7 },
    { mean: undefined, change: undefined, daysReported: 0 },
  ];
  it.each(languages)('names it and fits one segment, whatever it is: %s', async (language) => {
    const { messages } = await textsFor(language);
    for (const summary of summaries) {
      const text = wordsOfPrompt(messages, language, 'weekly', {
        week: { days: [], summary },
        activity: '“œuvre” — de bricolage {et} de jardinage au potager',
        goal: 'walk to the shop',
      });
      expect(text).toMatch(/oeuvre/);
      expect(text).toMatch(language === 'fr' ? /TOUJOURS, PARFOIS ou JAMAIS/ : /ALL days, SOME or NONE/);
      expect(segmentsOf(text)).toBe(1);
    }
  });
});
