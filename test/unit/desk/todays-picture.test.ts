import { describe, expect, it } from 'vitest';
import { countTips, wentWithout } from '../../../shared/domain/desk/todays-picture.ts';

const at = Date.parse('2030-01-07T14:00:00Z');
const tip = '01-medicines';
const dose = 'daily';

describe("today's picture", () => {
  it('counts everybody once', () => {
    const picture = countTips([
      { decision: 'delivered', at },
      { decision: 'delivered', at },
      { decision: 'unknown', at },
      { decision: 'skipped', at, reason: 'paused' },
      { decision: 'none', reason: 'paused' },
      { decision: 'to-come', at, tip, dose },
      { decision: 'due', at, tip, dose },
      { decision: 'claimed', at, tip },
    ]);
    expect(picture).toEqual({
      active: 8,
      toCome: 1,
      underWay: 2,
      outcomes: { delivered: 2, unknown: 1 },
      withoutTip: { paused: 2 },
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
