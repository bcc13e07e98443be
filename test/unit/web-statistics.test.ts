import { describe, expect, it } from 'vitest';
import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { dayScores, roundScore, weekOf, weekSummary } from '../../shared/domain/diary/diary-statistics.ts';

const entry = (date: string, score: number | null): DiaryEntry => ({
  key: `r#${date}${score}`,
  date,
  at: 0,
  score,
  note: null,
  channel: 'sms',
  status: 'final',
});
const today = '2030-01-14';

describe('roundScore', () => {
  it.each([
    [4.25, 4.3],
    [-4.25, -4.3],
    [4.24, 4.2],
    [1.15, 1.2],
    [19 / 3, 6.3],
    [-0.04, 0],
    [10, 10],
  ])('%d is %d', (exact, rounded) => {
    expect(roundScore(exact)).toBe(rounded);
  });
});

describe('weekSummary', () => {
  it('knows nothing about an empty diary', () => {
    expect(weekSummary([], today)).toEqual({ mean: undefined, change: undefined, daysReported: 0 });
  });

  it('weighs each day once, however often pain was reported on it', () => {
    const entries = [entry('2030-01-13', 2), entry(today, 8), entry(today, 8), entry(today, 8)];
    expect(weekSummary(entries, today)).toEqual({ mean: 5, change: undefined, daysReported: 2 });
  });

  it('compares with the seven days before, and the numbers shown add up', () => {
    const entries = [
      entry('2030-01-07', 6),
      entry('2030-01-06', 6.5),
      entry('2030-01-05', 6.5),
      entry('2030-01-08', 4),
      entry(today, 5),
    ];
    // 19 / 3 = 6.33…, shown as 6.3; 4.5 − 6.3 = −1.8.
    expect(weekSummary(entries, today)).toEqual({ mean: 4.5, change: -1.8, daysReported: 2 });
  });

  it('leaves out the day before the fortnight, notes and tomorrow', () => {
    const entries = [entry('2029-12-31', 9), entry('2030-01-15', 9), entry(today, null), entry('2030-01-08', 3)];
    expect(weekSummary(entries, today)).toEqual({ mean: 3, change: undefined, daysReported: 1 });
  });
});

describe('weekOf', () => {
  it('is the seven days up to today, oldest first, with gaps', () => {
    const week = weekOf([entry('2030-01-08', 3), entry(today, 4), entry(today, 4.5), entry('2030-01-07', 9)], today);
    expect(week.map(({ date }) => date.slice(-2)).join(' ')).toBe('08 09 10 11 12 13 14');
    expect(week.map(({ score }) => score)).toEqual([3, null, null, null, null, null, 4.3]);
  });

  it('crosses months', () => {
    expect(dayScores([], '2030-03-01', 3).map(({ date }) => date)).toEqual(['2030-02-27', '2030-02-28', '2030-03-01']);
  });
});
