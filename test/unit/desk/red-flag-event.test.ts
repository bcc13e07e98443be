import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  contactToAlert,
  isUnanswered,
  numberToCall,
  type RedFlagEvent,
} from '../../../shared/domain/desk/red-flag-event.ts';
import { kindOfFlag } from '../../../shared/domain/desk/red-flag-kind.ts';
import type { ReadingClinic } from '../../../shared/domain/desk/red-flag-readers.ts';

const [first, second, third] = ['front desk', 'duty physio', 'dr lee'] as const;
const clinic: ReadingClinic = {
  clinic: 'Elm Street Physio',
  zone: 'America/New_York',
  hours: [{ days: [1, 2, 3, 4, 5], from: '09:00', to: '17:00' }],
  contacts: [first, second, third],
};
const minute = 60_000;
// Monday, 9:00 in New York.
const opens = Date.parse('2030-01-07T14:00:00Z');
const event: RedFlagEvent = { event: 'a#b', id: 'a', at: opens - 60 * minute, kind: 'now', alerts: 0 };

/** Runs the ticks from an instant on: who is told, in minutes after it. */
const toldFrom = (start: number, minutes: number, jitter: (tick: number) => number = () => 0) => {
  const told: [minutesAfter: number, contact: string][] = [];
  let seen = event;
  for (let tick = 0; tick <= minutes; tick += 5) {
    const now = start + tick * minute + jitter(tick);
    const contact = contactToAlert(seen, clinic, now);
    if (contact === undefined) continue;
    told.push([tick, contact]);
    seen = { ...seen, alerts: seen.alerts + 1, alertedAt: now };
  }
  return told;
};

describe('who is told of a red flag', () => {
  it('is the first contact at once, the next each quarter of an hour, round and round', () => {
    expect(toldFrom(opens, 60)).toEqual([
      [0, first],
      [15, second],
      [30, third],
      [45, first],
      [60, second],
    ]);
  });

  it('is nobody before the hours that people were told, and nobody after them', () => {
    expect(toldFrom(opens - 30 * minute, 60)[0]).toEqual([30, first]);
    expect(toldFrom(opens + 7.75 * 60 * minute, 14 * 60)).toEqual([[0, first]]);
    // The next morning goes on where the evening ended.
    expect(toldFrom(opens + 7.75 * 60 * minute, 17 * 60)[1]).toEqual([16.25 * 60, second]);
  });

  it('does not wait longer because the Scheduler starts a tick anywhere within its minute', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: minute - 1 }), { minLength: 13, maxLength: 13 }), (early) => {
        expect(toldFrom(opens, 60, (tick) => early[tick / 5] ?? 0).map(([at]) => at)).toEqual([0, 15, 30, 45, 60]);
      }),
    );
  });

  it('is nobody once somebody has it, and nobody where nobody looks', () => {
    expect(contactToAlert({ ...event, acknowledgedAt: opens }, clinic, opens)).toBeUndefined();
    expect(contactToAlert(event, 'nobody', opens)).toBeUndefined();
  });
});

describe('a red flag', () => {
  it('is unanswered when every contact was told and the last has had a quarter of an hour', () => {
    const told = (alerts: number, ago: number) => ({ ...event, alerts, alertedAt: opens - ago * minute });
    expect(isUnanswered(event, clinic, opens)).toBe(false);
    expect(isUnanswered(told(2, 60), clinic, opens)).toBe(false);
    expect(isUnanswered(told(3, 10), clinic, opens)).toBe(false);
    expect(isUnanswered(told(3, 15), clinic, opens)).toBe(true);
    expect(isUnanswered(told(4, 0), clinic, opens)).toBe(true);
    expect(isUnanswered({ ...told(4, 0), acknowledgedAt: opens }, clinic, opens)).toBe(false);
    expect(isUnanswered(told(4, 0), 'nobody', opens)).toBe(false);
  });

  it('of despair and of violence at home look alike', () => {
    expect(kindOfFlag('crisis')).toBe(kindOfFlag('violence'));
  });
});

describe('the number that the clinic may call', () => {
  const ida = { phone: { number: '+12125550101' }, status: 'active' } as const;
  it('is that of somebody who asked for it in the last seven days, and is with us', () => {
    expect(numberToCall(ida, opens)).toBeUndefined();
    expect(numberToCall({ ...ida, callMe: opens - 6 * 86_400_000 }, opens)).toBe('+12125550101');
    expect(numberToCall({ ...ida, callMe: opens - 7 * 86_400_000 }, opens)).toBeUndefined();
    expect(numberToCall({ ...ida, callMe: opens, status: 'stopped' }, opens)).toBeUndefined();
  });
});
