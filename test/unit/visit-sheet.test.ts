import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DiaryEntry } from '../../shared/domain/diary/diary.ts';
import { addDays } from '../../shared/domain/time/local-time.ts';
import type { VisitWeeks } from '../../shared/domain/visit/visit-share.ts';
import { visitSheet as sheetOf } from '../../shared/domain/visit/visit-sheet.ts';

const today = '2030-03-31';
const visitSheet = (entries: readonly DiaryEntry[], last: string, weeks: VisitWeeks) =>
  sheetOf({ entries, weeks: [] }, last, weeks);
const entry = (daysAgo: number, score: number | null): DiaryEntry => ({
  key: `r#${daysAgo}`,
  date: addDays(today, -daysAgo),
  at: 0,
  score,
  note: null,
  channel: 'sms',
  status: 'final',
});
/** A diary that had `first` on its first fourteen days of four weeks, and `last` on the others. */
const fourWeeks = (first: number, last: number) =>
  Array.from({ length: 28 }, (_, index) => entry(27 - index, index < 14 ? first : last));

describe('the sheet for a visit', () => {
  it('begins with the first score where that is younger than the weeks asked for', () => {
    const sheet = visitSheet([entry(9, 6), entry(2, 4)], today, 12);
    expect(sheet).toMatchObject({ from: addDays(today, -9), to: today, daysReported: 2, median: 5 });
    expect(sheet.days).toHaveLength(10);
  });

  it('leaves out what is older', () => {
    const sheet = visitSheet([entry(100, 10), entry(27, 6), entry(2, 4)], today, 4);
    expect(sheet).toMatchObject({ daysReported: 2, range: { lowest: 4, highest: 6 } });
    expect(sheet.days).toHaveLength(28);
  });

  it('takes the median of days, and the range of scores: a day with five reports weighs no more than one', () => {
    const day = [9, 9, 9, 1].map((score) => entry(3, score));
    expect(visitSheet([entry(4, 2), ...day, entry(1, 3)], today, 4)).toMatchObject({
      median: 3,
      range: { lowest: 1, highest: 9 },
      daysReported: 3,
    });
  });

  it('has the mean of each week, counted back from today, and on how many days it rests', () => {
    const sheet = visitSheet([entry(13, 8), entry(7, 6), entry(1, 3), entry(0, 2)], today, 4);
    expect(sheet.weeks).toEqual([
      { from: addDays(today, -13), to: addDays(today, -7), mean: 7, daysReported: 2 },
      { from: addDays(today, -6), to: today, mean: 2.5, daysReported: 2 },
    ]);
  });

  it.each([
    [5, 3.5, true, -30],
    [5, 4, false, -20],
    [8, 6, true, -25],
    [8, 6.5, false, -19],
    [3, 2, true, -33],
    [4, 6, true, 50],
    [0, 2, true, undefined],
    [0, 1.5, false, undefined],
    [6, 6, false, 0],
  ])('from %d to %d: a change that matters is %s', (first, last, isImportant, percent) => {
    expect(visitSheet(fourWeeks(first, last), today, 4).fortnights).toEqual({
      first,
      last,
      change: last - first,
      percent,
      isImportant,
    });
  });

  it('compares no fortnights that overlap, nor one with two days in it', () => {
    expect(visitSheet(fourWeeks(6, 4).slice(1), today, 12).fortnights).toBeUndefined();
    const sparse = [...fourWeeks(6, 4).slice(0, 14), entry(3, 4), entry(1, 4)];
    expect(visitSheet(sparse, today, 4).fortnights).toBeUndefined();
    expect(visitSheet([...sparse, entry(0, 4)], today, 4).fortnights).toBeDefined();
  });

  it('counts the weeks in which they walked as far as they wanted, those of the period alone', () => {
    const answers = (['all', 'some', 'some', 'none'] as const).map((reach, index) => ({
      key: `r#${index}`,
      date: addDays(today, index - 40 * Number(reach === 'none')),
      at: 0,
      reach,
      channel: 'sms' as const,
    }));
    const reachesOf = (weeks: typeof answers, entries = fourWeeks(6, 4)) =>
      sheetOf({ entries, weeks }, today, 4).reaches;
    expect(reachesOf(answers)).toEqual([{ activity: undefined, all: 1, some: 2, none: 0 }]);
    expect(reachesOf(answers.slice(0, 1), [])).toEqual([{ activity: undefined, all: 1, some: 0, none: 0 }]);
    expect(reachesOf([])).toEqual([]);
    // What they chose for themselves is counted apart from walking, what they chose last first, and two of them at most.
    const own = ['swimming', 'dancing', 'gardening'].map((activity, index) => ({
      ...{ key: `r#own${index}`, date: addDays(today, index - 10), at: 0, reach: 'all' as const },
      ...{ channel: 'sms' as const, activity },
    }));
    expect(reachesOf([...answers.slice(0, 1), ...own]).map(({ activity, all }) => [activity, all])).toEqual([
      [undefined, 1],
      ['gardening', 1],
      ['dancing', 1],
    ]);
  });

  it('says nothing of an empty diary, or one of words alone', () => {
    for (const entries of [[], [entry(3, null)]]) {
      expect(visitSheet(entries, today, 12)).toMatchObject({ daysReported: 0, range: undefined, median: undefined });
    }
  });

  it('keeps its figures within what was reported, whatever that was', () => {
    const entries = fc.array(fc.tuple(fc.nat(200), fc.nat(20)), { maxLength: 60 });
    fc.assert(
      fc.property(entries, fc.constantFrom(4, 12, 26), (told, weeks) => {
        const sheet = visitSheet(
          told.toSorted(([a], [b]) => b - a).map(([ago, halves]) => entry(ago, halves / 2)),
          today,
          weeks,
        );
        const recent = told.filter(([ago]) => ago < weeks * 7);
        expect(sheet.daysReported).toBe(new Set(recent.map(([ago]) => ago)).size);
        expect(sheet.weeks.reduce((sum, week) => sum + week.daysReported, 0)).toBe(sheet.daysReported);
        const { lowest = 0, highest = 10 } = sheet.range ?? {};
        for (const { mean = lowest } of sheet.weeks) expect(mean >= lowest && mean <= highest).toBe(true);
        expect(sheet.range === undefined).toBe(recent.length === 0);
      }),
    );
  });
});
