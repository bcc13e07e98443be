import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { timeOfMinutes } from '../../shared/domain/time/local-time.ts';
import {
  clockChanges,
  firstInstantOf,
  instantsOf,
  localDateTime,
  offsetAt,
} from '../../shared/domain/time/zone-clock.ts';

/**
 * Temporal is the oracle: it goes its own way to Intl's zone data, and is too big to ship. Zones whose law has changed since
 * the oldest data that a supported Node.js brings (tz 2026c) are left out: test/unit/zone-rules.test.ts holds them.
 */
const changedSince = new Set(['America/Havana', 'America/Inuvik', 'America/Winnipeg']);
const zones = Intl.supportedValuesOf('timeZone').filter((zone) => !changedSince.has(zone));
const from = Date.UTC(2024, 0, 1);
const until = Date.UTC(2036, 0, 1);
const minute = 60_000;

const oracle = (zone: string, at: number) => {
  const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: there.toPlainDate().toString(),
    time: there.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' }),
    offsetMinutes: there.offsetNanoseconds / 60e9,
  };
};

describe('the clock of every zone, against Temporal', () => {
  it('at random instants of 2024 to 2035', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: from, max: until }), { minLength: 40, maxLength: 40 }), (instants) => {
        for (const zone of zones) {
          for (const at of instants) expect(localDateTime(zone, at), `${zone} ${at}`).toEqual(oracle(zone, at));
        }
      }),
      { numRuns: 3, endOnFailure: true },
    );
  });

  it('a minute either side of every change, and has every change', () => {
    for (const zone of zones) {
      const changes: number[] = [];
      const end = Temporal.Instant.fromEpochMilliseconds(until).toZonedDateTimeISO(zone);
      let next = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).getTimeZoneTransition('next');
      while (next !== null && Temporal.ZonedDateTime.compare(next, end) <= 0) {
        changes.push(next.epochMilliseconds);
        next = next.getTimeZoneTransition('next');
      }
      expect(
        clockChanges(zone, from, until).map(({ at }) => at),
        zone,
      ).toEqual(changes);
      for (const at of changes.flatMap((change) => [change - minute, change, change + minute])) {
        expect(localDateTime(zone, at), `${zone} ${at}`).toEqual(oracle(zone, at));
      }
    }
  });
});

/** A zone, and a wall time there: any, or one within the hours around a change of its clocks. */
const wallTimes = fc
  .record({
    zone: fc.constantFrom(...zones),
    at: fc.integer({ min: from, max: until }),
    nearChange: fc.boolean(),
    minutes: fc.integer({ min: -200, max: 200 }),
  })
  .map(({ zone, at, nearChange, minutes }) => {
    const change = nearChange ? clockChanges(zone, at, at + 2 ** 35)[0] : undefined;
    const wall = (change?.at ?? at) + (offsetAt(zone, at) + minutes) * minute;
    const [day, clock] = [Math.floor(wall / 86_400_000), Math.floor((wall % 86_400_000) / minute)];
    return { zone, date: new Date(day * 86_400_000).toISOString().slice(0, 10), time: timeOfMinutes(clock) };
  });

describe('the instants of a wall time, against Temporal', () => {
  it('none in a gap, two in an overlap', () => {
    fc.assert(
      fc.property(wallTimes, ({ zone, date, time }) => {
        const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
        const both = (['earlier', 'later'] as const).map((disambiguation) =>
          wall.toZonedDateTime(zone, { disambiguation }),
        );
        const instants = both.filter((there) => there.toPlainDateTime().equals(wall));
        expect(instantsOf(zone, date, time)).toEqual([...new Set(instants.map((there) => there.epochMilliseconds))]);
      }),
      { numRuns: 3000 },
    );
  });

  it('a time that a gap leaves out is meant as the first instant after it', () => {
    fc.assert(
      fc.property(wallTimes, ({ zone, date, time }) => {
        const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
        const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
        const expected = earlier.toPlainDateTime().equals(wall) ? earlier : earlier.getTimeZoneTransition('next');
        expect(firstInstantOf(zone, date, time)).toBe(expected?.epochMilliseconds);
      }),
      { numRuns: 3000 },
    );
  });
});
