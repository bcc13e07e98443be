import { describe, expect, it } from 'vitest';
import { pictureOf, wentWithout } from '../../../shared/domain/desk/todays-picture.ts';

const at = Date.parse('2030-01-07T14:00:00Z');
const tip = '01-medicines';
const dose = 'daily';

describe("today's picture", () => {
  it('adds up what is counted of a day, and tells who went without', () => {
    const picture = pictureOf('2030-01-07', [
      { delivered: 3, accepted: 1, 'skipped:paused': 2 },
      { delivered: 1, accepted: -1, undelivered: 1, unknown: 1, 'skipped:late': 1, 'skipped:paused': 1 },
    ]);
    expect(picture).toEqual({
      date: '2030-01-07',
      decided: 10,
      missed: 3,
      outcomes: { delivered: 4, undelivered: 1, unknown: 1 },
      withoutTip: { paused: 3, late: 1 },
    });
  });

  it('is empty of a day on which nothing happened', () => {
    expect(pictureOf('2030-01-07', [])).toEqual({
      date: '2030-01-07',
      decided: 0,
      missed: 0,
      outcomes: {},
      withoutTip: {},
    });
  });

  it.each([
    ['delivered', { decision: 'delivered', at }, false],
    ['undelivered', { decision: 'undelivered', at }, true],
    ['in doubt for good', { decision: 'unknown', at }, true],
    ['too late', { decision: 'skipped', at, reason: 'late' }, true],
    ['paused by themselves', { decision: 'skipped', at, reason: 'paused' }, false],
    ['not one of their days', { decision: 'skipped', at, reason: 'dose' }, false],
    ['to be none, the day being none of theirs', { decision: 'none', reason: 'dose' }, false],
    ["one that the month's cap did not let out", { decision: 'skipped', at, reason: 'spend-cap' }, true],
    ['none, because nothing is left that they want', { decision: 'skipped', at, reason: 'nothing-fits' }, true],
    ['none, all tips being sent', { decision: 'none', reason: 'ended' }, false],
    ['none since goodbye', { decision: 'none', reason: 'silent' }, false],
    ['never written down', { decision: 'none', reason: 'no-record' }, true],
    ['joined since', { decision: 'none', reason: 'before-joining' }, false],
    ['still to come', { decision: 'to-come', at, tip, dose }, false],
  ] as const)('whose tip is %s', (_, explanation, without) => {
    expect(wentWithout(explanation)).toBe(without);
  });
});
