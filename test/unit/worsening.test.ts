import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { hasBecomeWorse } from '../../shared/domain/diary/worsening.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';

const today = '2030-03-20';
const entry = (date: string, score: number | null, at: number): DiaryEntry => ({
  key: `r#${date}-${at}`,
  date,
  at,
  score,
  note: null,
  channel: 'sms',
  status: 'final',
});
/** A score a day up to today, `-` for a day without one; `4,6`: two on one day. */
const diary = (days: string): readonly DiaryEntry[] =>
  days.split(' ').flatMap((said, index, all) => {
    const date = addDays(today, index + 1 - all.length);
    return said === '-' ? [] : said.split(',').map((score, at) => entry(date, Number(score), at));
  });
/** Whether the last score of the diary is the one by which it has become worse. */
const becomesWorse = (days: string): boolean => {
  const after = diary(days);
  return hasBecomeWorse(after.slice(0, -1), after, today);
};

describe('three days 2 above the mean of the days before', () => {
  it.each([
    ['the third such day', '4 4 4 4 6 6 6'],
    ['a mean of scores that differ', '3 5 4 4 6 6.5 7'],
    ['days without a score among those before', '4 - 4 - 4 4 - 6 7 8'],
    ['several scores a day', '3,5 4 4 4 5,7 6 6'],
    ['a score of yesterday, and none of today', '4 4 4 4 6 6 6 -'],
    ['as it is shown, to one decimal', '4 4 4.5 4.5 4.5 6.5 6.5 6.5'],
  ])('are worse: %s', (_what, days) => {
    expect(becomesWorse(days)).toBe(true);
  });

  it.each([
    ['two days', '4 4 4 4 4 6 6'],
    ['less than 2 above', '4 4 4 4 6 5.5 6'],
    ['a day without a score between them', '4 4 4 4 6 6 - 6'],
    ['too little known of what is usual', '4 4 4 7 7 7'],
    ['a pain that is always strong', '8 8 8 8 8 8 8 8'],
    ['better', '8 8 8 8 4 4 4'],
    ['the fourth such day: it was said', '4 4 4 4 6 6 6 6'],
    ['the fifth', '4 4 4 4 6 6 6 7 7'],
    ['a second score of the third', '4 4 4 4 6 6 6,6'],
    ['the day before yesterday', '4 4 4 4 6 6 6 - -'],
    ['nothing', '-'],
  ])('are not: %s', (_what, days) => {
    expect(becomesWorse(days)).toBe(false);
  });

  it('by what no page of the last fortnight holds, nothing is', () => {
    expect(becomesWorse(`4 4 4 4 ${'- '.repeat(11)}6 6 6`)).toBe(false);
  });

  it('are said once of a run, however long it is and whatever scores it has', () => {
    const usual = '4 4 4 4 4';
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 14, max: 20 }), { minLength: 3, maxLength: 5 }), (halves) => {
        const days = halves.map((half) => String(half / 2));
        const said = days.map((_, index) => becomesWorse(`${usual} ${days.slice(0, index + 1).join(' ')}`));
        expect(said).toEqual(days.map((_, index) => index === 2));
      }),
    );
  });
});
