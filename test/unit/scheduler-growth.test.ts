import { describe, expect, it } from 'vitest';
import { growthOf } from '../../bench/measure-scheduler.ts';

const tick = { calls: 6, reads: 5, writes: 1, readUnits: 10, writeUnits: 1, notDue: 2000, queued: 500, cpuMs: 8 };

describe('the growth of a tick', () => {
  it('is that of what grew most in what DynamoDB is asked and charged', () => {
    expect(growthOf([tick, { ...tick, cpuMs: 16 }])).toBe(0);
    expect(growthOf([tick, { ...tick, readUnits: 11 }])).toBeCloseTo(0.1);
  });
});
