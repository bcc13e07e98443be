import { describe, expect, it } from 'vitest';
import { explainTip } from '../../../shared/domain/desk/explain-tip.ts';
import { countTips, wentWithout } from '../../../shared/domain/desk/todays-picture.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const monday = '2030-01-07';
/** Nine in the morning in New York. */
const nine = Date.parse('2030-01-07T14:00:00Z');
const hour = 3_600_000;
const claim = (changes: Partial<TipClaim>): TipClaim => ({
  date: monday,
  tip: '01-medicines',
  owner: 'q',
  claimedAt: nine,
  state: 'claimed',
  channel: 'sms',
  ...changes,
});

describe('why a tip came or did not', () => {
  it.each<[string, Partial<Subscriber>, number, object]>([
    ['before its time', {}, nine - hour, { decision: 'to-come', at: nine }],
    ['when its time has come', {}, nine + 60_000, { decision: 'due', at: nine }],
    ['while it is being sent', { lastTip: claim({}) }, nine + 60_000, { decision: 'claimed', at: nine }],
    ['given back unsent', { lastTip: claim({ state: 'released' }) }, nine + 60_000, { decision: 'due', at: nine }],
    ['without a record', {}, nine + 3 * hour, { decision: 'none', reason: 'no-record' }],
    ['of somebody who left', { status: 'stopped' }, nine - hour, { decision: 'none', reason: 'stopped' }],
    ['of somebody who has not confirmed', { status: 'pending' }, nine, { decision: 'none', reason: 'pending' }],
    ['before they joined', { joinedAt: nine + 1 }, nine + hour, { decision: 'none', reason: 'before-joining' }],
    ['while paused', { pausedUntil: monday }, nine - hour, { decision: 'none', reason: 'paused' }],
    ['after a pause', { pausedUntil: '2030-01-06' }, nine - hour, { decision: 'to-come' }],
    ['to a mailbox that waits', { tipsBy: 'email' }, nine, { decision: 'none', reason: 'unconfirmed-mailbox' }],
    [
      'to an address that fails',
      { lastTip: claim({ date: '2030-01-06', state: 'failing', claimedAt: nine - 24 * hour }) },
      nine,
      { decision: 'none', reason: 'failing-address' },
    ],
    [
      'after one of a later date',
      { lastTip: claim({ date: '2030-01-08' }) },
      nine,
      { decision: 'none', reason: 'already-given' },
    ],
    [
      'too soon after the last',
      { lastTip: claim({ date: '2030-01-06', claimedAt: nine - 5 * hour }) },
      nine - hour,
      { decision: 'none', reason: 'too-soon' },
    ],
    [
      'at night for one of the zones they may be in',
      { zoneSource: 'guess', zoneCandidates: ['America/Los_Angeles'] },
      nine - hour,
      { decision: 'none', reason: 'outside-window' },
    ],
  ])('%s', (_, changes, now, expected) => {
    expect(explainTip(aSubscriber(changes), undefined, monday, now)).toMatchObject(expected);
  });

  it('is what was written down, whatever the profile says by now', () => {
    const outcome = { id: 'x', date: monday, state: 'undelivered', at: nine, code: '30003', channel: 'sms' } as const;
    expect(explainTip(aSubscriber({ status: 'stopped' }), outcome, monday, nine + hour)).toMatchObject({
      decision: 'undelivered',
      code: '30003',
    });
  });
});

describe("today's picture", () => {
  const at = nine;
  it('counts everybody once', () => {
    const picture = countTips([
      { decision: 'delivered', at },
      { decision: 'delivered', at },
      { decision: 'unknown', at },
      { decision: 'skipped', at, reason: 'paused' },
      { decision: 'none', reason: 'paused' },
      { decision: 'to-come', at },
      { decision: 'due', at },
      { decision: 'claimed', at, tip: 'x' },
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
    ['never written down', { decision: 'none', reason: 'no-record' }, true],
    ['joined since', { decision: 'none', reason: 'before-joining' }, false],
    ['still to come', { decision: 'to-come', at }, false],
  ] as const)('whose tip is %s', (_, tip, without) => {
    expect(wentWithout(tip)).toBe(without);
  });
});
