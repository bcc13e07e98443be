import { describe, expect, it } from 'vitest';
import { firstProgramme } from '../../../shared/content/programmes.ts';
import { addDays } from '../../../shared/domain/time/local-time.ts';
import { decideTip } from '../../../shared/domain/tips/decide-tip.ts';
import type { Dose } from '../../../shared/domain/tips/dose.ts';
import { isDoseDay } from '../../../shared/domain/tips/dose.ts';
import { nextDue } from '../../../shared/domain/tips/due.ts';
import { explainDay } from '../../../shared/domain/tips/explain-day.ts';
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

  it.each(['daily', 'less', 'weekly'] as const)(
    'of %s: what is announced as the next tip is the next that is sent',
    (dose) => {
      const course = { marks: 'gg', ...(dose === 'daily' ? {} : { dose }) };
      const lastTip = {
        date: monday,
        tip: '08-cardio',
        owner: 'm',
        claimedAt: now,
        state: 'claimed',
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
    },
  );
});

describe('what is explained of a day', () => {
  const ana = aSubscriber({ course: { marks: '' } });

  it('is the tip that the programme brings, and why', () => {
    expect(explainDay(ana, undefined, monday, now, programme)).toEqual({
      date: monday,
      decision: 'send',
      tip: '35-education',
      reason: 'it is the next of the programme that they have not had (seven tips a week)',
    });
    expect(explainDay(ana, undefined, addDays(monday, 6), now, programme)).toMatchObject({ tip: '07-exercise' });
  });

  it('is another tip after HELPED, and its reason', () => {
    const helped = aSubscriber({ course: { marks: 'h'.padStart(8, '-') }, position: 1 });
    expect(explainDay(helped, undefined, monday, now, programme)).toMatchObject({
      tip: '05-prolonged-rest',
      reason: expect.stringContaining('another tip of its topic helped'),
    });
  });

  it('is none on a day that is none of the dose', () => {
    const less = aSubscriber({ course: { marks: '', dose: 'less' } });
    expect(explainDay(less, undefined, addDays(monday, 1), now, programme)).toMatchObject({
      decision: 'skip',
      reason: 'they want fewer tips than one a day, and this is none of their days',
    });
    expect(explainDay(less, undefined, addDays(monday, 2), now, programme)).toMatchObject({ tip: '08-cardio' });
  });

  it('is none of a day on which nothing fits', () => {
    const nothing = aSubscriber({ course: { marks: 'x'.repeat(36) }, position: 36 });
    expect(explainDay(nothing, undefined, monday, now, programme)).toMatchObject({ decision: 'skip' });
  });

  it('is what was recorded, where something was', () => {
    const tip = { id: ana.id, date: monday, state: 'delivered', at: now, tip: '08-cardio', why: 'later' } as const;
    expect(explainDay(ana, tip, monday, now, programme)).toMatchObject({
      decision: 'delivered',
      tip: '08-cardio',
      reason: expect.stringContaining('put it aside'),
    });
    const skipped = { id: ana.id, date: monday, state: 'skipped', at: now, reason: 'paused' } as const;
    expect(explainDay(ana, skipped, monday, now, programme)).toEqual({
      date: monday,
      decision: 'skipped',
      reason: 'tips are paused that day',
    });
  });

  it('is that nobody is there, has left, or that the day is over', () => {
    expect(explainDay(undefined, undefined, monday, now, programme)).toMatchObject({ decision: 'none' });
    expect(explainDay(aSubscriber({ status: 'stopped' }), undefined, monday, now, programme)).toMatchObject({
      decision: 'none',
      reason: 'they are not subscribed',
    });
    expect(explainDay(ana, undefined, addDays(monday, -1), now, programme)).toMatchObject({ decision: 'none' });
    expect(explainDay(ana, undefined, monday, now + 9 * 3_600_000, programme)).toMatchObject({ decision: 'none' });
  });
});
