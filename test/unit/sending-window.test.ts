import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, timeOfMinutes } from '../../shared/domain/time/local-time.ts';
import {
  earliestAllowedTime,
  isAllowedTime,
  isInWindow,
  isSlotInWindow,
  nearestAllowedTime,
} from '../../shared/domain/time/sending-window.ts';
import { firstInstantOf } from '../../shared/domain/time/zone-clock.ts';

const now = Date.parse('2030-01-06T12:00:00Z');
const newYork = ['America/New_York'];
/** A +1 number without a place. */
const anywhere = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Phoenix', 'America/Los_Angeles'];

describe('may a tip be sent now', () => {
  it.each([
    ['2030-01-07T12:59:59Z', false],
    ['2030-01-07T13:00:00Z', true],
    ['2030-01-08T00:59:59Z', true],
    ['2030-01-08T01:00:00Z', false],
  ])('in New York at %s: %s', (at, expected) => {
    expect(isInWindow(newYork, Date.parse(at))).toBe(expected);
  });

  it.each([
    ['2030-01-07T15:55:00Z', false],
    ['2030-01-07T16:00:00Z', true],
    ['2030-01-08T00:55:00Z', true],
    ['2030-01-08T01:00:00Z', false],
  ])('somewhere in the 48 states, at %s: %s', (at, expected) => {
    expect(isInWindow(anywhere, Date.parse(at))).toBe(expected);
  });
});

it('nothing is sent to somebody of no zone', () => {
  expect(isInWindow([], Date.parse('2030-01-07T15:00:00Z'))).toBe(false);
  expect(() => isAllowedTime([], '09:00', now)).toThrow(RangeError);
});

describe('is a slot of a sure zone in the window', () => {
  it.each([
    ['07:55', false],
    ['08:00', true],
    ['19:55', true],
    ['20:00', false],
    ['00:00', false],
  ])('%s: %s', (time, expected) => {
    expect(isSlotInWindow(time)).toBe(expected);
  });
});

describe('which times of day may be asked for', () => {
  it.each([
    [newYork, '07:55', false],
    [newYork, '08:00', true],
    [newYork, '19:55', true],
    [newYork, '20:00', false],
    [anywhere, '10:55', false],
    [anywhere, '11:00', true],
    // In winter Phoenix and Denver agree; in summer Phoenix is an hour behind.
    [['America/Denver', 'America/Phoenix'], '08:30', false],
    [['America/Denver', 'America/Phoenix'], '09:00', true],
    [['America/Phoenix', 'America/Denver'], '19:30', false],
    [['America/Phoenix', 'America/Denver'], '08:00', true],
  ])('%j at %s: %s', (zones, time, expected) => {
    expect(isAllowedTime(zones, time, now)).toBe(expected);
  });

  it('a time that is allowed is in every zone’s window on each day of the year, and one refused is not on some day', () => {
    const zones = [
      'Europe/London',
      'America/Sao_Paulo',
      'America/St_Johns',
      'Africa/Lagos',
      'Asia/Kolkata',
      'Africa/Cairo',
    ];
    fc.assert(
      fc.property(fc.subarray(zones, { minLength: 1 }), fc.integer({ min: 0, max: 287 }), (some, slot) => {
        const time = timeOfMinutes(slot * 5);
        const days = Array.from({ length: 365 }, (_, day) => addDays('2030-01-07', day));
        const always = days.every((date) => isInWindow(some, firstInstantOf(some[0] ?? '', date, time)));
        expect(isAllowedTime(some, time, now)).toBe(always);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the time that is given instead', () => {
  it.each([
    [newYork, '09:00', '09:00'],
    [newYork, '06:00', '08:00'],
    [newYork, '20:00', '19:55'],
    [newYork, '00:00', '08:00'],
    [anywhere, '09:00', '11:00'],
    [anywhere, '21:30', '19:55'],
    [['America/Vancouver', 'America/Edmonton'], '09:00', '09:00'],
  ])('%j, asked for %s: nearest is %s', (zones, asked, expected) => {
    expect(nearestAllowedTime(zones, asked, now)).toBe(expected);
  });

  it.each([
    [newYork, '09:00', '09:00'],
    [newYork, '07:00', '08:00'],
    [newYork, '22:00', '19:55'],
    [anywhere, '09:00', '11:00'],
  ])('%j, preferring %s: %s', (zones, preferred, expected) => {
    expect(earliestAllowedTime(zones, preferred, now)).toBe(expected);
  });

  it('zones without a common daytime get the first one’s hours to choose from, and nothing sent', () => {
    const apart = ['America/Bogota', 'Asia/Bangkok'];
    expect(nearestAllowedTime(apart, '07:00', now)).toBe('08:00');
    expect(isAllowedTime(apart, '09:00', now)).toBe(false);
    const day = Array.from({ length: 288 }, (_, slot) => now + slot * 300_000);
    expect(day.some((at) => isInWindow(apart, at))).toBe(false);
  });
});
