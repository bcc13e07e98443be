import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupSizeFor, workersFor } from '../../infra/pace.ts';

describe('the workers of a sender', () => {
  it('are asked for at most 25 messages a second each, and never fewer than SQS allows', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.25, max: 500, noNaN: true }), (rate) => {
        expect(workersFor(rate)).toBeGreaterThanOrEqual(2);
        expect(rate / workersFor(rate)).toBeLessThanOrEqual(25);
      }),
    );
  });

  it.each([
    [1, 2],
    [50, 2],
    [50.5, 3],
    [100, 4],
  ])('keep %d a second when they are %d', (rate, workers) => {
    expect(workersFor(rate)).toBe(workers);
  });
});

describe('the groups of a sender', () => {
  it.each([
    [0.25, 2],
    [1, 10],
    [3, 30],
    [14, 100],
    [225, 100],
  ])('of %d a second hold %d, which a worker sends in 20 seconds', (rate, size) => {
    expect(groupSizeFor(rate)).toBe(size);
    expect(size / (rate / workersFor(rate))).toBeLessThanOrEqual(20);
  });
});
