import { describe, expect, it } from 'vitest';
import { createPacer } from '../../../functions/send-tips/pacer.ts';
import type { Channel } from '../../../shared/domain/people/subscriber.ts';
import { runPacing } from '../../simulation/load/run-pacing.ts';
import { createTestClock } from '../../support/sending.ts';

const everybodyOnce = (people: number) => ({ people, doubled: 0, lost: 0 });

describe("a provider's rate", () => {
  it.each([
    ['sms', 0.25, 60, 3],
    ['sms', 1, 301, 3],
    ['sms', 3, 700, 2],
    ['sms', 12, 1500, 0.4],
    ['sms', 25, 1500, 0.2],
    ['sms', 75, 1500, 0.2],
    ['sms', 225, 3000, 0.2],
    ['email', 14, 1500, 0.4],
    ['email', 200, 3000, 0.2],
  ] as const)('of %s at %d a second is used to 95 %% and never exceeded', async (channel, perSecond, people, calls) => {
    const result = await runPacing({ channel, perSecond, people });
    expect(result).toMatchObject({ ...everybodyOnce(people), throttled: 0 });
    expect(result.used).toBeGreaterThanOrEqual(0.95);
    expect(result.oldestClaimMs).toBeLessThanOrEqual(2000);
    expect(result.writesATip).toBe(2);
    expect(result.callsATip).toBeLessThanOrEqual(calls);
  });

  it('is used as well by a provider that takes half a second to answer', async () => {
    const result = await runPacing({ channel: 'sms', perSecond: 50, people: 1500, latencyMs: [300, 500] });
    expect(result).toMatchObject({ ...everybodyOnce(1500), throttled: 0 });
    expect(result.used).toBeGreaterThanOrEqual(0.95);
  });
});

describe('a provider that allows less than we were told', () => {
  it.each([
    ['sms', 1, 0.5, 300],
    ['sms', 25, 12, 1500],
    ['sms', 75, 70, 1500],
    ['email', 200, 100, 3000],
  ] as const satisfies readonly (readonly [Channel, number, number, number])[])(
    'by %s, %d a second for %d, slows us down: nobody is lost, few calls are refused, and what it allows is used',
    async (channel, perSecond, allowed, people) => {
      const result = await runPacing({ channel, perSecond, allowed, people });
      expect(result).toMatchObject(everybodyOnce(people));
      expect(result.throttled).toBeGreaterThan(0);
      expect(result.throttled / people).toBeLessThan(0.1);
      expect(result.used).toBeGreaterThanOrEqual(0.8);
      expect(result.oldestClaimMs).toBeLessThanOrEqual(2000);
    },
  );
});

describe('a worker', () => {
  const startsOf = async (
    pacer: ReturnType<typeof createPacer>,
    clock: ReturnType<typeof createTestClock>,
    turns: number,
  ) => {
    const starts: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      await pacer.turn();
      starts.push(clock.now());
    }
    return starts;
  };

  it('makes up for half a second of slots at most, and for none after standing idle for long', async () => {
    const clock = createTestClock('2030-01-10T14:00:00Z');
    const pacer = createPacer(clock, 10);
    const atOnceAfter = async (pauseMs: number): Promise<number> => {
      await clock.sleep(pauseMs);
      const now = clock.now();
      return (await startsOf(pacer, clock, 20)).filter((start) => start === now).length;
    };
    expect(await atOnceAfter(0)).toBe(1);
    expect(await atOnceAfter(300)).toBe(3);
    expect(await atOnceAfter(900)).toBe(5);
    expect(await atOnceAfter(60_000)).toBe(1);
  });

  it('that heard of too many requests waits for a second and goes on more slowly, until it may be faster again', async () => {
    const clock = createTestClock('2030-01-10T14:00:00Z');
    const pacer = createPacer(clock, 10);
    await startsOf(pacer, clock, 10);
    const heard = clock.now();
    pacer.slowDown();
    pacer.slowDown();
    expect(pacer.perSecond()).toBeCloseTo(10 / 1.5);
    const [first = 0, second = 0] = await startsOf(pacer, clock, 2);
    expect(first - heard).toBe(1000);
    expect(second - first).toBeGreaterThan(140);
    await startsOf(pacer, clock, 50);
    expect(pacer.perSecond()).toBe(10);
  });
});
