import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Subscriber } from '../../../shared/domain/people/subscriber.ts';
import { addDays, daysBetween } from '../../../shared/domain/time/local-time.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import type { Dose } from '../../../shared/domain/tips/dose.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
import { heardInDiary } from '../../../shared/domain/tips/silence.ts';
import { silenceAttribute, silenceOfItem } from '../../../shared/store/silence-item.ts';
import { programmeOf } from '../../support/programme-of.ts';
import { aSubscriber } from '../../support/subscribers.ts';

const programme = programmeOf(...Array.from({ length: 160 }, (_, index) => `tip-${index}`));
const hour = 3_600_000;
/** New York, Monday 7 January 2030, 07:00: two hours before the first tip. */
const start = Date.parse('2030-01-07T12:00:00Z');
const monday = '2030-01-07';

/** What comes on each of so many days to somebody who says nothing, by its date. */
const play = (person: Subscriber, days: number, repliesOn: ReadonlySet<number> = new Set()): Map<string, string> => {
  const came = new Map<string, string>();
  let now = person;
  let due = nextDue(person.zone, person.time, start);
  for (let day = 0; day < days; day += 1, due = nextDue(person.zone, person.time, due.at)) {
    const decision = decideTip(now, { ...due, dueAt: due.at, channel: 'sms', owner: 'w' }, due.at, programme, {});
    if (decision.kind === 'send') {
      const { claim, position, course, silence } = decision;
      came.set(due.date, claim.prompt ?? 'tip');
      now = { ...now, lastTip: claim, position, course, silence };
    }
    if (repliesOn.has(day)) now = heardInDiary(now, [{ at: due.at + hour }]);
  }
  return came;
};
const promptsOf = (came: ReadonlyMap<string, string>): readonly (readonly [number, string])[] =>
  // The weekly message comes in place of a tip, and is no step of silence (weekly.test.ts).
  [...came].flatMap(([date, what]) =>
    what === 'tip' || what === 'weekly' ? [] : [[daysBetween(monday, date), what] as const],
  );

const of = (dose: Dose, changes: Partial<Subscriber> = {}): Subscriber =>
  aSubscriber({
    course: { marks: '', ...(dose === 'daily' ? {} : { dose }) },
    silence: { since: monday },
    joinedAt: start,
    ...changes,
  });

describe('somebody who says nothing', () => {
  it('is asked after a week, sent fewer after two, told goodbye after two months, and left alone', () => {
    const came = play(of('daily'), 120);
    expect(promptsOf(came)).toEqual([
      [7, 'nudge'],
      [14, 'fewer'],
      [60, 'goodbye'],
    ]);
    const dates = [...came.keys()];
    expect(dates.at(-1)).toBe(addDays(monday, 60));
    // Every day until the step down, then Monday, Wednesday, Friday and Sunday.
    expect(dates.filter((date) => date <= addDays(monday, 14))).toHaveLength(15);
    const weekdays = new Set(
      dates.filter((date) => date > addDays(monday, 14)).map((date) => new Date(date).getUTCDay()),
    );
    expect([...weekdays].sort()).toEqual([0, 1, 3, 5]);
  });

  it('and wants four a week is sent one', () => {
    const came = play(of('less'), 120);
    expect(promptsOf(came).map(([, what]) => what)).toEqual(['nudge', 'fewest', 'goodbye']);
    const after = [...came.keys()].filter((date) => date > addDays(monday, 14));
    for (const [index, date] of after.entries())
      if (index > 0) expect(daysBetween(after[index - 1] ?? '', date)).toBe(7);
  });

  it('and wants one a week is asked after two were left unanswered, and keeps it', () => {
    expect(promptsOf(play(of('weekly'), 120))).toEqual([
      [14, 'nudge'],
      [63, 'goodbye'],
    ]);
  });

  it('is never told anything while something is heard from them each week', () => {
    for (const dose of ['daily', 'less', 'weekly'] as const)
      expect(promptsOf(play(of(dose), 60, new Set([0, 5, 11, 17, 23, 29, 35, 41, 47, 53, 59])))).toEqual([]);
  });

  it('whose profile is of before is listened to from their next tip on', () => {
    const { silence: _none, ...before } = of('daily');
    expect(promptsOf(play(before, 10))).toEqual([[7, 'nudge']]);
  });

  it('does so in a pause by their own wish: that is no silence', () => {
    expect(promptsOf(play(of('daily', { pausedUntil: addDays(monday, 30) }), 40))).toEqual([[37, 'nudge']]);
  });

  it('is asked first, however long the silence was when they could be reached again', () => {
    const long = of('daily', { silence: { since: addDays(monday, -70) } });
    expect(promptsOf(play(long, 70))).toEqual([
      [0, 'nudge'],
      [7, 'fewer'],
      [53, 'goodbye'],
    ]);
  });

  it('whoever they are and whatever they answer, gets one message a local date, in this order', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('daily', 'less', 'weekly'),
        fc.uniqueArray(fc.nat(149), { maxLength: 12 }),
        (dose: Dose, replies) => {
          const came = play(of(dose), 150, new Set(replies));
          let last = 0;
          let heard = 0;
          for (const [day, what] of promptsOf(came)) {
            heard = Math.max(0, ...replies.filter((reply) => reply < day));
            expect(day - heard).toBeGreaterThanOrEqual(7);
            if (last < heard) expect(what).toBe('nudge');
            else if (what !== 'nudge') expect(day - last).toBeGreaterThanOrEqual(7);
            last = day;
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('what is decided of whoever seems silent', () => {
  const due = { date: addDays(monday, 7), dueAt: start + 7 * 24 * hour, channel: 'sms', owner: 'w' } as const;
  const at = nextDue('America/New_York', '09:00', start + 7 * 24 * hour).at;

  it('waits for the diary, which alone knows of scores', () => {
    expect(decideTip(of('daily'), { ...due, dueAt: at }, at, programme).kind).toBe('read-diary');
    const heard = heardInDiary(of('daily', { joinedAt: at }), [{ at: at - hour }, { at: at - 40 * hour }]);
    expect(decideTip(heard, { ...due, dueAt: at }, at, programme, {})).toMatchObject({
      kind: 'send',
      silence: { since: due.date },
      claim: { tip: 'tip-0' },
    });
  });

  it('is a tip after all, where they wrote before it was tried once more', () => {
    const released = {
      date: due.date,
      tip: 'tip-3',
      prompt: 'nudge',
      owner: 'v',
      claimedAt: at,
      state: 'released',
      channel: 'sms',
    } as const;
    const nudged = of('daily', { joinedAt: at, lastTip: released, silence: { since: monday, step: 'nudged' } });
    const again = (person: Subscriber) => decideTip(person, { ...due, dueAt: at }, at, programme);
    expect(again(nudged)).toMatchObject({ claim: { prompt: 'nudge', tip: 'tip-3' } });
    const wrote = again({ ...nudged, silence: { since: due.date } });
    expect(wrote).toMatchObject({ kind: 'send', claim: { tip: 'tip-0' } });
    expect(wrote).not.toHaveProperty('claim.prompt');
  });

  it('is foretold, with its reason', () => {
    const explain = (days: number) => explainDay(of('daily'), undefined, addDays(monday, days), start, programme);
    expect(explain(6)).toMatchObject({ decision: 'to-come', tip: 'tip-6', dose: 'daily' });
    expect(explain(7)).toMatchObject({ decision: 'to-come', prompt: 'nudge' });
    expect(explain(8)).toMatchObject({ decision: 'to-come', tip: 'tip-7' });
    expect(explain(14)).toMatchObject({ decision: 'to-come', prompt: 'fewer', dose: 'less' });
    expect(explain(15)).toEqual({ decision: 'none', reason: 'dose' });
    expect(explain(60)).toMatchObject({ prompt: 'goodbye' });
    expect(explain(61)).toEqual({ decision: 'none', reason: 'silent' });
  });
});

describe('a silence in a profile', () => {
  it('takes three digits and a letter, and is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 46_655 }),
        fc.constantFrom(undefined, 'nudged', 'fewer', 'gone'),
        (days, step) => {
          const silence = { since: addDays('1970-01-01', days), ...(step ? { step } : {}) } as const;
          expect(silenceAttribute(silence)).toMatch(/^[0-9a-z]{3}[nfg]?$/);
          expect(silenceOfItem(silenceAttribute(silence))).toEqual(silence);
        },
      ),
    );
  });
});
