import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeInQueue } from '../../functions/schedule-tips/place-in-queue.ts';

const pace = { sms: { perSecond: 1 }, email: { perSecond: 10 } };
const due = Date.parse('2030-01-07T14:00:00Z');
const secondMs = 1000;

describe('the place of a group in the queue', () => {
  it('is after all that were placed before it, at the pace of its channel', () => {
    const places = placeInQueue(pace);
    expect(places.next('sms', due, 60)).toBe(due + 60 * secondMs);
    expect(places.next('sms', due, 30)).toBe(due + 90 * secondMs);
    expect(places.next('email', due, 60)).toBe(due + 6 * secondMs);
  });

  it('is after what the tick before has put there and is not worked off yet', () => {
    const before = placeInQueue(pace);
    before.next('sms', due, 600);
    const places = placeInQueue(pace, before.busyUntil());
    expect(places.next('sms', due + 300 * secondMs, 60)).toBe(due + 660 * secondMs);
    expect(places.next('email', due + 300 * secondMs, 10)).toBe(due + 301 * secondMs);
  });

  it('is at its own time once the queue has run empty', () => {
    const places = placeInQueue(pace, { sms: due - 1, email: undefined });
    expect(places.next('sms', due, 5)).toBe(due + 5 * secondMs);
  });

  it('tells the next tick nothing of a channel that nobody waits for', () => {
    expect(placeInQueue(pace).busyUntil()).toEqual({});
    const unpaced = { sms: { perSecond: Number.POSITIVE_INFINITY }, email: { perSecond: Number.POSITIVE_INFINITY } };
    expect(placeInQueue(unpaced).next('sms', due, 1000)).toBe(due);
  });

  it('never comes before the tips are due, and never goes back', () => {
    const groups = fc.array(fc.record({ after: fc.nat(10_000), members: fc.integer({ min: 1, max: 100 }) }));
    fc.assert(
      fc.property(groups, (queued) => {
        const places = placeInQueue(pace);
        let [at, last] = [due, 0];
        for (const { after, members } of queued) {
          at += after;
          const place = places.next('sms', at, members);
          expect(place).toBeGreaterThanOrEqual(Math.max(at, last) + members * secondMs);
          last = place;
        }
      }),
    );
  });
});
