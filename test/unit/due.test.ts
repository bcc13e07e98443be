import { describe, expect, it } from 'vitest';
import { catchUpMs, dueSlots, lateAfterMs, nextDue, tickMs, ticksBetween } from '../../shared/domain/tips/due.ts';

const at = (text: string) => Date.parse(text);
const slotTexts = (zone: string, tick: string) => dueSlots(zone, at(tick)).map(({ date, time }) => `${date} ${time}`);

describe('what is due at a tick', () => {
  it.each([
    ['America/New_York', '2030-01-07T14:00:00Z', '2030-01-07 09:00'],
    ['Europe/Paris', '2030-01-08T18:30:00Z', '2030-01-08 19:30'],
    ['Asia/Katmandu', '2030-01-07T03:15:00Z', '2030-01-07 09:00'],
    ['Pacific/Kiritimati', '2030-01-07T19:00:00Z', '2030-01-08 09:00'],
  ])('in %s at %s: %s', (zone, tick, slot) => {
    expect(slotTexts(zone, tick)).toEqual([slot]);
  });

  it('the tick after a spring gap has all that the gap left out, and its own slot', () => {
    const slots = slotTexts('America/New_York', '2030-03-10T07:00:00Z');
    expect(slots).toHaveLength(13);
    expect([slots[0], slots[6], slots[12]]).toEqual(['2030-03-10 02:00', '2030-03-10 02:30', '2030-03-10 03:00']);
    expect(slotTexts('America/New_York', '2030-03-10T07:05:00Z')).toEqual(['2030-03-10 03:05']);
  });

  it('a gap at the end of a day has the slots of the day that ends', () => {
    // Nuuk goes from 23:00 on Saturday to midnight.
    const slots = slotTexts('America/Godthab', '2030-03-31T01:00:00Z');
    expect([slots[0], slots[11], slots[12]]).toEqual(['2030-03-30 23:00', '2030-03-30 23:55', '2030-03-31 00:00']);
  });

  it('the repeated autumn hour has each slot twice, with the same date', () => {
    expect(slotTexts('America/New_York', '2030-11-03T05:30:00Z')).toEqual(['2030-11-03 01:30']);
    expect(slotTexts('America/New_York', '2030-11-03T06:30:00Z')).toEqual(['2030-11-03 01:30']);
  });

  it('a date that a zone leaves out is due to nobody', () => {
    const slots = slotTexts('Pacific/Apia', '2011-12-30T10:00:00Z');
    expect(slots.filter((slot) => slot.startsWith('2011-12-30'))).toEqual([]);
    expect(slots).toEqual(['2011-12-31 00:00']);
  });

  it('a change of clocks off the 5-minute grid loses no slot', () => {
    // Until 2011 Newfoundland changed at 00:01.
    expect(slotTexts('America/St_Johns', '2011-03-13T03:30:00Z')).toEqual(['2011-03-13 00:00']);
    const slots = slotTexts('America/St_Johns', '2011-03-13T03:35:00Z');
    expect([slots[0], slots.at(-1), slots.length]).toEqual(['2011-03-13 00:05', '2011-03-13 01:05', 13]);
  });
});

describe('the ticks to walk', () => {
  const now = at('2030-01-07T14:00:00Z');

  it.each([
    ['5 minutes ago', now - tickMs, [now]],
    ['just now: this tick was walked', now, []],
    ['ahead of the clock', now + tickMs, []],
    ['a second ago', now - 1000, [now]],
    ['10 minutes ago', now - 2 * tickMs, [now - tickMs, now]],
  ])('with a watermark %s', (_, watermark, expected) => {
    expect(ticksBetween(watermark, now)).toEqual(expected);
  });

  it('between ticks, the last whole one', () => {
    expect(ticksBetween(now - tickMs, now + tickMs - 1)).toEqual([now]);
  });

  it('after a long outage: the last 3 h, of which what is more than 2 h late can only be recorded', () => {
    const ticks = ticksBetween(0, now + 1000);
    expect(ticks).toHaveLength(36);
    expect([ticks[0], ticks.at(-1)]).toEqual([now - catchUpMs + tickMs, now]);
    expect(catchUpMs).toBeGreaterThan(lateAfterMs);
  });
});

describe('when the next tip is due', () => {
  it.each([
    [
      'later today',
      'America/New_York',
      '09:00',
      '2030-01-07T13:59:59Z',
      undefined,
      '2030-01-07T14:00:00Z',
      '2030-01-07',
    ],
    [
      'not this very instant',
      'America/New_York',
      '09:00',
      '2030-01-07T14:00:00Z',
      undefined,
      '2030-01-08T14:00:00Z',
      '2030-01-08',
    ],
    [
      'not before a date',
      'America/New_York',
      '09:00',
      '2030-01-07T10:00:00Z',
      '2030-01-09',
      '2030-01-09T14:00:00Z',
      '2030-01-09',
    ],
    [
      'a date long past bars nothing',
      'America/New_York',
      '09:00',
      '2030-01-07T10:00:00Z',
      '2029-01-01',
      '2030-01-07T14:00:00Z',
      '2030-01-07',
    ],
    [
      'after a gap',
      'America/New_York',
      '02:30',
      '2030-03-10T06:00:00Z',
      undefined,
      '2030-03-10T07:00:00Z',
      '2030-03-10',
    ],
    [
      'an hour earlier by UTC in summer',
      'America/New_York',
      '09:00',
      '2030-03-09T20:00:00Z',
      undefined,
      '2030-03-10T13:00:00Z',
      '2030-03-10',
    ],
    [
      'in the second passing of the hour',
      'America/New_York',
      '01:30',
      '2030-11-03T05:40:00Z',
      undefined,
      '2030-11-03T06:30:00Z',
      '2030-11-03',
    ],
    [
      'yesterday’s, by a gap over midnight',
      'America/Godthab',
      '23:30',
      '2030-03-31T00:59:00Z',
      undefined,
      '2030-03-31T01:00:00Z',
      '2030-03-30',
    ],
    [
      'over a date left out',
      'Pacific/Apia',
      '09:00',
      '2011-12-30T05:00:00Z',
      undefined,
      '2011-12-30T19:00:00Z',
      '2011-12-31',
    ],
    [
      'after a date that is left out',
      'Pacific/Apia',
      '09:00',
      '2011-12-28T05:00:00Z',
      '2011-12-30',
      '2011-12-30T19:00:00Z',
      '2011-12-31',
    ],
  ])('%s', (_, zone, time, after, notBefore, due, date) => {
    expect(nextDue(zone, time, at(after), notBefore)).toEqual({ at: at(due), date });
  });
});
