import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import { type Dose, isDoseDay } from '../../../shared/domain/tips/dose.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import type { TipOutcome } from '../../../shared/domain/tips/tip-outcome.ts';
import { upcomingTip } from '../../../shared/domain/tips/upcoming-tip.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const programme = firstProgramme();
/** New York, Monday 7 January 2030, 07:00. */
const now = Date.parse('2030-01-07T12:00:00Z');
const monday = '2030-01-07';
const week = Array.from({ length: 14 }, (_, day) => addDays(monday, day));

describe('the days of a dose', () => {
  const daysOf = (dose: Dose): readonly number[] => {
    let last: string | undefined;
    return week.flatMap((date, day) => {
      if (!isDoseDay(dose, date, last)) return [];
      last = date;
      return [day];
    });
  };

  it('are seven a week, four spread over it, or one', () => {
    expect(daysOf('daily')).toEqual(week.map((_, day) => day));
    expect(daysOf('less')).toEqual([0, 2, 4, 6, 7, 9, 11, 13]);
    expect(daysOf('weekly')).toEqual([0, 7]);
  });

  it.each(
    (['daily', 'less', 'weekly'] as const).flatMap((dose) =>
      (['claimed', 'failing'] as const).map((state) => ({ dose, state })),
    ),
  )('of $dose, the last one $state: what is announced as the next tip is the next that is sent', ({ dose, state }) => {
    const course = { marks: 'gg', ...(dose === 'daily' ? {} : { dose }) };
    const lastTip = {
      date: monday,
      tip: '08-cardio',
      owner: 'm',
      claimedAt: now,
      state,
      channel: 'sms',
    } as const;
    for (let hours = 0; hours < 200; hours += 7) {
      const at = now + 3 * 3_600_000 + hours * 3_600_000;
      const person = aSubscriber({ course, lastTip, position: 2 });
      const { date, holdToday } = upcomingTip(person, at);
      let due = nextDue(person.zone, person.time, at);
      const decided = () =>
        decideTip(person, { ...due, dueAt: due.at, channel: 'sms', owner: 'w' }, due.at, programme).kind;
      while (decided() !== 'send') due = nextDue(person.zone, person.time, due.at);
      if (!holdToday) expect(due.date).toBe(date);
    }
  });
});

/** Nine in the morning in New York, when the tip is due. */
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
const recorded = (changes: Partial<TipOutcome>): TipOutcome => ({
  id: 'ana',
  date: monday,
  state: 'delivered',
  at: nine,
  channel: 'sms',
  ...changes,
});
const explain = (changes: Partial<Subscriber>, at: number, date = monday, outcome?: TipOutcome) =>
  explainDay(aSubscriber({ course: { marks: '' }, ...changes }), outcome, date, at, programme);

describe('what is explained of a day', () => {
  it.each<[string, Partial<Subscriber>, number, object]>([
    ['before its time', {}, nine - hour, { decision: 'to-come', at: nine, tip: '35-education', why: 'next' }],
    ['when its time has come', {}, nine + 60_000, { decision: 'due', at: nine, tip: '35-education' }],
    ['while it is being sent', { lastTip: claim({}) }, nine + 60_000, { decision: 'claimed', at: nine }],
    [
      'given back unsent',
      { lastTip: claim({ state: 'released' }) },
      nine + 60_000,
      { decision: 'due', at: nine, tip: '01-medicines', why: undefined },
    ],
    ['without a record', {}, nine + 3 * hour, { decision: 'none', reason: 'no-record' }],
    ['of somebody who left', { status: 'stopped' }, nine - hour, { decision: 'none', reason: 'stopped' }],
    ['of somebody who has not confirmed', { status: 'pending' }, nine, { decision: 'none', reason: 'pending' }],
    ['of somebody who is being erased', { status: 'erasing' }, nine, { decision: 'none', reason: 'erasing' }],
    ['before they joined', { joinedAt: nine + 1 }, nine + hour, { decision: 'none', reason: 'before-joining' }],
    ['of somebody who joined that minute', { joinedAt: nine }, nine, { decision: 'due' }],
    ['while paused', { pausedUntil: monday }, nine - hour, { decision: 'none', reason: 'paused' }],
    ['after a pause', { pausedUntil: '2030-01-06' }, nine - hour, { decision: 'to-come' }],
    [
      'to a mailbox that waits',
      { tipsBy: 'email', joinedAt: nine - hour },
      nine,
      { decision: 'none', reason: 'unconfirmed-mailbox' },
    ],
    [
      'to a mailbox that has waited for a day',
      { tipsBy: 'email', joinedAt: nine - 25 * hour },
      nine,
      { decision: 'none', reason: 'text-offered' },
    ],
    [
      'to a mailbox that waits, when texts were offered',
      { tipsBy: 'email', joinedAt: nine - 50 * hour, textOffered: true },
      nine,
      { decision: 'none', reason: 'unconfirmed-mailbox' },
    ],
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
    [
      'on which nothing fits',
      { course: { marks: 'x'.repeat(36) }, position: 36 },
      nine - hour,
      { decision: 'none', reason: 'nothing-fits' },
    ],
  ])('%s', (_, changes, at, expected) => {
    expect(explain(changes, at)).toMatchObject(expected);
  });

  it('is what the programme will have come to by then', () => {
    expect(explain({ joinedAt: now }, now, addDays(monday, 6))).toMatchObject({
      decision: 'to-come',
      tip: '07-exercise',
      why: 'next',
    });
    const helped = { course: { marks: 'h'.padStart(8, '-') }, position: 1 };
    expect(explain(helped, now)).toMatchObject({ tip: '05-prolonged-rest', why: 'relative', dose: 'daily' });
    expect(explain({}, now, addDays(monday, 401))).toEqual({ decision: 'none', reason: 'too-far' });
  });

  it('offers texts once to a mailbox that does not confirm', () => {
    const waiting = { tipsBy: 'email', joinedAt: now } as const;
    const reasons = [0, 1, 2, 3].map((days) => explain(waiting, now, addDays(monday, days)));
    expect(reasons.map((one) => 'reason' in one && one.reason)).toEqual([
      'unconfirmed-mailbox',
      'text-offered',
      'unconfirmed-mailbox',
      'unconfirmed-mailbox',
    ]);
  });

  it('is none on a day that is none of the dose', () => {
    const less = { course: { marks: '', dose: 'less' }, joinedAt: now } as const;
    expect(explain(less, now, addDays(monday, 1))).toEqual({ decision: 'none', reason: 'dose' });
    expect(explain(less, now, addDays(monday, 2))).toMatchObject({ tip: '08-cardio', dose: 'less' });
  });

  it('is what was written down, whatever the profile says by now', () => {
    const failed = recorded({ state: 'undelivered', code: '30003', tip: '08-cardio', why: 'later' });
    expect(explain({ status: 'stopped' }, nine + hour, monday, failed)).toEqual({
      decision: 'undelivered',
      at: nine,
      tip: '08-cardio',
      why: 'later',
      channel: 'sms',
      code: '30003',
    });
    for (const reason of ['paused', 'spend-cap', 'nothing-fits', 'dose'] as const)
      expect(explain({}, nine + hour, monday, recorded({ state: 'skipped', reason }))).toEqual({
        decision: 'skipped',
        at: nine,
        reason,
      });
  });

  it('is that it is being sent, where the day was skipped before its time was moved', () => {
    const skipped = recorded({ state: 'skipped', reason: 'late' });
    expect(explain({ lastTip: claim({ claimedAt: nine + hour }) }, nine + hour, monday, skipped)).toMatchObject({
      decision: 'claimed',
      at: nine + hour,
    });
    expect(explain({ lastTip: claim({ state: 'released' }) }, nine + hour, monday, skipped)).toMatchObject({
      decision: 'skipped',
    });
  });

  it('is that nobody is there', () => {
    expect(explainDay(undefined, undefined, monday, now, programme)).toEqual({ decision: 'none', reason: 'nobody' });
  });

  it('is the slot after a gap, and the second where a clock shows the time twice', () => {
    const springs = Date.parse('2030-03-10T06:30:00Z');
    expect(explain({ time: '02:30', zoneSource: 'said' }, springs, '2030-03-10')).toEqual({
      decision: 'none',
      reason: 'outside-window',
    });
    // New York, 01:00 comes at 05:00Z and 06:00Z: whoever joined in between is due at the second.
    const between = Date.parse('2030-11-03T05:30:00Z');
    expect(explain({ time: '01:00', joinedAt: between }, between, '2030-11-03')).toEqual({
      decision: 'none',
      reason: 'outside-window',
    });
  });
});
