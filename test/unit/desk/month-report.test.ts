import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reportSheet } from '../../../functions/desk/report/report-sheet.ts';
import { meanChange } from '../../../shared/domain/desk/mean-change.ts';
import { type PersonMonth, reportMonth } from '../../../shared/domain/desk/month-report.ts';
import type { RedFlagEvent } from '../../../shared/domain/desk/red-flag-event.ts';
import { hideSmall, someOf } from '../../../shared/domain/desk/small-counts.ts';
import { lastMonth, painInWords, waitInWords } from '../../../shared/use-cases/desk/report-in-words.ts';

const month = { first: '2026-11-01', last: '2026-11-30' };
const nobodyElse = { atStart: true, joined: false, tips: [], days: [], letsClinicRead: false } satisfies PersonMonth;
const many = (count: number, changes: Partial<PersonMonth> = {}): readonly PersonMonth[] =>
  Array.from({ length: count }, () => ({ ...nobodyElse, ...changes }));
const flag = (wait: number | undefined): RedFlagEvent => ({
  ...{ event: 'a#r', id: 'a', at: 0, kind: 'now', alerts: 1 },
  acknowledgedAt: wait,
});

/** Every way to fill what is hidden with whole numbers from 1 on, so that the sum comes out. */
const fillings = (places: number, sum: number): number => {
  if (places === 0) return sum === 0 ? 1 : 0;
  if (places === 1) return sum >= 1 ? 1 : 0;
  return Math.max(0, sum - places + 1);
};

describe('small counts', () => {
  it('are hidden, and cannot be had by subtraction from the total', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 30 }), { minLength: 2, maxLength: 6 }), (counts) => {
        const shown = hideSmall(counts);
        for (const count of shown) expect(count === undefined || count === 0 || count >= 5).toBe(true);
        for (const [place, count] of shown.entries()) expect(count ?? counts[place]).toBe(counts[place]);
        const hidden = counts.filter((_, place) => shown[place] === undefined);
        const sum = hidden.reduce((all, count) => all + count, 0);
        const total = counts.reduce((all, count) => all + count, 0);
        // A total under five is hidden itself: then there is nothing to subtract from.
        if (hidden.length > 0 && total >= 5) {
          expect(hidden.length).toBeGreaterThan(1);
          expect(sum).toBeGreaterThanOrEqual(5);
          expect(fillings(hidden.length, sum)).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('are left alone where there is none', () => expect(hideSmall([12, 0, 7])).toEqual([12, 0, 7]));
  it('take the next larger with them', () => expect(hideSmall([40, 3, 7, 0])).toEqual([40, undefined, undefined, 0]));

  it('of some people are hidden by the others’ too', () => {
    expect([someOf(3, 40), someOf(38, 40), someOf(0, 40), someOf(40, 40), someOf(7, 40)]).toEqual([
      ...[undefined, undefined, 0, 40, 7],
    ]);
  });
});

describe('a change in pain', () => {
  it('has the mean and interval of a paired t', () => {
    // The differences have a variance of 2; t of 5 degrees of freedom is 2.5706: 2.5706 x sqrt(2 / 6) = 1.4841.
    const change = meanChange([-2, -1, 0, -3, 1, -1]);
    expect(change?.mean).toBeCloseTo(-1, 10);
    expect(change?.from).toBeCloseTo(-2.484, 2);
    expect(change?.to).toBeCloseTo(0.484, 2);
  });

  it('is told of nobody among fewer than five', () => expect(meanChange([1, 1, 1, 1])).toBeUndefined());
  it('is said with its sign', () =>
    expect(painInWords('en', { people: 8, mean: -0.84, from: -1.6, to: 0.04 })).toBe(
      '−0.8 points (95 % interval −1.6 to 0.0; 8 people)',
    ));
});

describe('a month’s report', () => {
  it('is none of fewer than five people', () => {
    expect(reportMonth([...many(4), ...many(9, { atStart: false })], [], month)).toBeUndefined();
  });

  it('counts who was with us, joined, reported and left', () => {
    const people = [
      ...many(20, { days: [{ date: '2026-11-03', score: 4 }] }),
      ...many(6, { atStart: false, joined: true, tips: ['delivered', 'failed'] }),
      ...many(7, { goneBy: 'themselves' }),
      ...many(5, { goneBy: 'provider' }),
    ];
    expect(reportMonth(people, undefined, month)).toEqual({
      month,
      withUs: 38,
      joined: 6,
      reported: 20,
      medianDays: 1,
      atEnd: { withUs: 26, themselves: 7, provider: 5 },
      tips: { all: 12, arrived: 6, onItsWay: 0, didNotArrive: 6, inDoubt: 0, notSent: 0 },
    });
  });

  it('tells pain of those only who let the clinic read, and logged in both weeks', () => {
    const days = [
      { date: '2026-11-02', score: 6 },
      { date: '2026-11-29', score: 4 },
    ];
    const reading = many(5, { days, letsClinicRead: true });
    const others = [
      ...many(9, { days: [{ date: '2026-11-02', score: 1 }], letsClinicRead: true }),
      ...many(9, { days: [...days, { date: '2026-11-30', score: 10 }] }),
    ];
    expect(reportMonth([...reading, ...others], [], month)?.pain).toEqual({ people: 5, mean: -2, from: -2, to: -2 });
    expect(reportMonth([...many(4, { days, letsClinicRead: true }), ...others], [], month)?.pain).toBeUndefined();
  });

  it('tells how long red flags waited, if five were acknowledged', () => {
    const minute = 60_000;
    const waits = [10, 20, 30, 40, 900].map((minutes) => flag(minutes * minute));
    expect(reportMonth(many(9), waits, month)?.redFlags).toEqual({
      ...{ all: 5, acknowledged: 5 },
      wait: { median: 30 * minute, ninth: 900 * minute },
    });
    expect(reportMonth(many(9), waits.slice(1), month)?.redFlags).toEqual({ all: undefined });
  });

  it('says on its page what is hidden, and what caused nothing', () => {
    const report = reportMonth([...many(30), ...many(3, { atStart: false, joined: true })], [], month);
    const page = report ? reportSheet({ language: 'en', report, madeOn: '2026-12-01' }) : '';
    expect(page).toMatch(/Backbeat: November 2026.*33.*hidden.*not caused by the tips/s);
    expect(page).not.toMatch(/undefined|NaN/);
    const inFrench = report ? reportSheet({ language: 'fr', report, madeOn: '2026-12-01' }) : '';
    expect(inFrench).toMatch(/lang="fr".*Backbeat\u00a0: novembre 2026.*33.*masqué.*Rien ici ne montre/s);
    expect(inFrench).not.toMatch(/undefined|NaN|hidden|Reach/);
  });

  it('says that a month is not over while it runs', () => {
    const report = reportMonth(many(30), [], month);
    const said = (language: 'en' | 'fr', madeOn: string): string =>
      report ? reportSheet({ language, report, madeOn }) : '';
    for (const day of ['2026-11-12', '2026-11-30']) {
      expect(said('en', day)).toMatch(/The month is not over: all figures are so far\..*Leaving: so far/s);
      expect(said('fr', day)).toMatch(/Le mois n’est pas terminé.*à ce jour/s);
    }
    expect(said('en', '2026-12-01')).toContain('Leaving: when the month was over');
    expect(said('en', '2026-12-01')).not.toContain('so far');
  });

  it('is, if nobody says which, of the last month that is over', () =>
    expect(['2026-11-30', '2026-12-01', '2027-01-31'].map(lastMonth)).toEqual(['2026-10', '2026-11', '2026-12']));

  it('says a wait as people do', () =>
    expect([waitInWords(25 * 60_000), waitInWords(845 * 60_000)]).toEqual(['25 min', '14 h 5 min']));
});
