import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitGroups } from '../../functions/schedule-tips/split-groups.ts';

const people = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const sizes = (count: number, workers: number, groupSize: number): readonly number[] =>
  splitGroups(people(count), { workers, groupSize }).map(({ length }) => length);

describe('people who are due', () => {
  it('are shared out completely, in order, in groups that are not too large, all alike', () => {
    fc.assert(
      fc.property(
        fc.nat(3000),
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 100 }),
        (count, workers, size) => {
          const groups = splitGroups(people(count), { workers, groupSize: size });
          expect(groups.flat()).toEqual(people(count));
          const lengths = groups.map(({ length }) => length);
          expect(Math.max(0, ...lengths)).toBeLessThanOrEqual(size);
          if (count > 0) expect(Math.min(...lengths)).toBeGreaterThan(0);
          if (count > 0) expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });

  it.each([
    [0, []],
    [100, [100]],
    [101, [50, 51]],
    [250, [62, 63, 62, 63]],
    [400, [100, 100, 100, 100]],
  ])('make of %d groups that two workers end together', (count, expected) => {
    expect(sizes(count, 2, 100)).toEqual(expected);
  });

  it('are never more groups than one a worker more than are needed', () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.integer({ min: 1, max: 9 }), (count, workers) => {
        const groups = sizes(count, workers, 100).length;
        expect(groups - Math.ceil(count / 100)).toBeLessThan(workers);
        if (groups > workers) expect(groups % workers).toBe(0);
      }),
    );
  });
});
