import { describe, expect, it } from 'vitest';
import {
  canonicalZone,
  clockChanges,
  firstInstantOf,
  instantsOf,
  isZone,
  localDateTime,
  offsetAt,
  UnknownZone,
} from '../../shared/domain/time/zone-clock.ts';

const hour = 3_600_000;

describe('local time', () => {
  it.each([
    ['America/New_York', '2030-03-10T06:59:59Z', '2030-03-10', '01:59', -300],
    ['America/New_York', '2030-03-10T07:00:00Z', '2030-03-10', '03:00', -240],
    ['Asia/Katmandu', '2030-01-01T18:14:59Z', '2030-01-01', '23:59', 345],
    ['Asia/Kathmandu', '2030-01-01T18:15:00Z', '2030-01-02', '00:00', 345],
    ['America/St_Johns', '2030-07-01T02:30:00Z', '2030-07-01', '00:00', -150],
    ['Pacific/Kiritimati', '2030-01-01T10:00:00Z', '2030-01-02', '00:00', 840],
    ['UTC', '2030-01-01T00:00:00Z', '2030-01-01', '00:00', 0],
  ])('%s at %s', (zone, at, date, time, offsetMinutes) => {
    expect(localDateTime(zone, Date.parse(at))).toEqual({ date, time, offsetMinutes });
  });

  it('follows history too: seconds in an offset, and the day Samoa left out', () => {
    expect(offsetAt('Africa/Monrovia', Date.UTC(1971, 0, 1))).toBe(-44.5);
    expect(clockChanges('Pacific/Apia', Date.UTC(2011, 11, 1), Date.UTC(2012, 0, 15))).toEqual([
      { at: Date.UTC(2011, 11, 30, 10), before: -600, after: 840 },
    ]);
    expect(firstInstantOf('Pacific/Apia', '2011-12-30', '09:00')).toBe(Date.UTC(2011, 11, 30, 10));
  });

  it('ends for every zone in every century', () => {
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      for (const year of [1800, 1900, 1950, 2100, 2500]) {
        expect(Math.abs(offsetAt(zone, Date.UTC(year, 5, 1)))).toBeLessThanOrEqual(16 * 60);
      }
    }
  });

  it('costs little once warm', () => {
    const at = Date.UTC(2030, 5, 1);
    offsetAt('Europe/Paris', at);
    const begun = performance.now();
    let sum = 0;
    for (let i = 0; i < 200_000; i += 1) sum += offsetAt('Europe/Paris', at + i * 300_000);
    // Some 10 to 50 ns; Intl itself takes 2.6 us. The limit leaves room for a busy machine.
    expect((performance.now() - begun) / 200_000).toBeLessThan(0.001);
    expect(sum).toBeGreaterThan(0);
  });
});

describe('the instants of a wall time', () => {
  it('one on an ordinary day, none in a gap, two where the hour repeats', () => {
    expect(instantsOf('Europe/London', '2030-01-05', '09:00')).toEqual([Date.UTC(2030, 0, 5, 9)]);
    expect(instantsOf('America/New_York', '2030-03-10', '02:30')).toEqual([]);
    expect(instantsOf('America/New_York', '2030-11-03', '01:30')).toEqual([
      Date.UTC(2030, 10, 3, 5, 30),
      Date.UTC(2030, 10, 3, 6, 30),
    ]);
    const [first = 0, second = 0] = instantsOf('Australia/Lord_Howe', '2030-04-07', '01:45');
    expect(second - first).toBe(hour / 2);
  });

  it('a time in a gap is meant as the first instant after, one in an overlap as the earlier', () => {
    expect(firstInstantOf('America/New_York', '2030-03-10', '02:30')).toBe(Date.UTC(2030, 2, 10, 7));
    expect(firstInstantOf('America/New_York', '2030-11-03', '01:30')).toBe(Date.UTC(2030, 10, 3, 5, 30));
  });
});

describe('the names of zones', () => {
  it.each(['Europe/Paris', 'europe/paris', 'US/Pacific', 'Asia/Kolkata', 'Asia/Calcutta', 'UTC'])(
    '%s is one',
    (name) => {
      expect(isZone(name)).toBe(true);
      expect(canonicalZone(canonicalZone(name) ?? '')).toBe(canonicalZone(name));
    },
  );

  it.each(['', 'Paris', '+02:00', 'Europe/Atlantis', 'Europe/Paris ', `Europe/${'x'.repeat(100)}`])(
    '"%s" is none',
    (name) => {
      expect(isZone(name)).toBe(false);
    },
  );

  it('an unknown zone is an error that says which', () => {
    expect(() => offsetAt('Europe/Atlantis', 0)).toThrow(UnknownZone);
    expect(() => localDateTime('Europe/Atlantis', 0)).toThrow('Europe/Atlantis');
  });
});
