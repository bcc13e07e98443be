import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createAgenda } from '../../../local/agenda.ts';
import { createLocalClock } from '../../../local/clock.ts';
import type { Forecast } from '../../../local/idle-ticks/forecast.ts';
import { BackwardsError, createTimeMachine } from '../../../local/time-machine.ts';

const noon = Date.parse('2030-01-07T12:00:00Z');
const minute = 60_000;

interface Options {
  readonly forecast?: Forecast;
  readonly stopwatch?: () => number;
}

const setUp = (options: Options = {}) => {
  const clock = createLocalClock();
  const log: string[] = [];
  const stamp = (what: string): void => {
    log.push(`${new Date(clock.now()).toISOString().slice(11, 19)} ${what}`);
  };
  const agenda = createAgenda((what) => stamp(what));
  const watermarks: number[] = [];
  const machine = createTimeMachine({
    clock,
    sources: [agenda],
    tick: async (at) => stamp(`tick ${new Date(at).toISOString().slice(11, 16)}`),
    setWatermark: async (at) => {
      watermarks.push(at);
    },
    remember: async () => undefined,
    report: (what) => stamp(what),
    ...options,
  });
  const plan = (at: number, what: string): void => agenda.plan(at, async () => stamp(what));
  return { clock, log, agenda, machine, watermarks, plan };
};

describe('moving the clock', () => {
  it('runs ticks and what is due in order of time, the tick first, the target included', async () => {
    const { machine, plan, log, clock } = setUp();
    await machine.jump(() => noon + 1);
    plan(noon + 7 * minute, 'receipt');
    plan(noon + 10 * minute, 'message');
    plan(noon + 10 * minute + 1, 'too late');
    await machine.move(() => noon + 10 * minute);
    expect(log).toEqual(['12:05:00 tick 12:05', '12:07:00 receipt', '12:10:00 tick 12:10', '12:10:00 message']);
    expect(clock.now()).toBe(noon + 10 * minute);
  });

  it('works off what falls due at once because of what ran', async () => {
    const { machine, agenda, plan, log, clock } = setUp();
    await machine.jump(() => noon + 1);
    agenda.plan(noon + minute, async () => plan(clock.now(), 'follow-up'));
    await machine.move(() => noon + minute);
    expect(log).toEqual(['12:01:00 follow-up']);
  });

  it('leaves the tick of the instant it jumps to undone, and the ones before done', async () => {
    const { machine, log, watermarks } = setUp();
    await machine.jump(() => noon);
    expect(watermarks).toEqual([noon - 5 * minute]);
    await machine.move((now) => now + minute);
    expect(log).toEqual(['12:00:00 tick 12:00']);
  });

  it('runs no tick twice', async () => {
    const { machine, log } = setUp();
    await machine.jump(() => noon);
    await machine.move(() => noon + 5 * minute);
    await machine.move(() => noon + 5 * minute);
    expect(log).toEqual(['12:00:00 tick 12:00', '12:05:00 tick 12:05']);
  });

  it('goes forward only, once it has been set', async () => {
    const { machine } = setUp();
    await machine.jump(() => noon);
    await expect(machine.move(() => noon - 1)).rejects.toThrow(BackwardsError);
    await expect(machine.jump(() => noon - 1)).rejects.toThrow(BackwardsError);
  });

  it('jumps anywhere after a reset, which brings real time back', async () => {
    const { machine, clock } = setUp();
    await machine.jump(() => noon);
    await machine.reset(async () => undefined);
    expect(clock.frozen).toBe(false);
    await machine.jump(() => noon - 86_400_000);
    expect(clock.now()).toBe(noon - 86_400_000);
  });

  it('goes on after a planned thing fails', async () => {
    const { machine, agenda, plan, log } = setUp();
    await machine.jump(() => noon + 1);
    agenda.plan(noon + minute, () => Promise.reject(new Error('no one listens')));
    plan(noon + minute, 'next');
    await machine.move(() => noon + minute);
    expect(log).toEqual(['12:01:00 a receipt could not be delivered', '12:01:00 next']);
  });

  it('keeps moves and resets from overlapping', async () => {
    const { machine, log, plan } = setUp();
    await machine.jump(() => noon + 1);
    plan(noon + minute, 'first move');
    plan(noon + 2 * minute, 'second move');
    await Promise.all([machine.move((now) => now + minute), machine.move((now) => now + minute)]);
    expect(log).toEqual(['12:01:00 first move', '12:02:00 second move']);
  });

  it('works off in the background what a request left at the present instant', async () => {
    const { machine, log, plan } = setUp();
    await machine.jump(() => noon + 1);
    plan(noon, 'queued by a request');
    machine.drainSoon();
    await machine.move((now) => now);
    expect(log).toEqual(['12:00:00 queued by a request']);
  });
});

describe('passing over ticks at which nothing is due', () => {
  const tickMs = 5 * minute;
  /** Knows that only these ticks (in five minutes from noon) have something to do. */
  const busyAt = (busy: ReadonlySet<number>, passed: number[] = []): Forecast => ({
    nextBusy: async (last, until) => {
      for (let tick = last + tickMs; tick <= until; tick += tickMs) if (busy.has((tick - noon) / tickMs)) return tick;
      return undefined;
    },
    pass: async (upTo) => {
      passed.push(upTo);
    },
  });

  it('does the same as ticking, in the same order and at the same instants', async () => {
    const after = fc.integer({ min: 1, max: 90 * minute });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: 24 }), { maxLength: 5 }),
        fc.array(fc.record({ after, follows: fc.option(after) }), { maxLength: 6 }),
        fc.array(after, { minLength: 1, maxLength: 4 }),
        async (busy, events, moves) => {
          const run = async (forecast?: Forecast): Promise<readonly string[]> => {
            const { machine, plan, agenda, log, clock } = setUp(forecast ? { forecast } : {});
            await machine.jump(() => noon + 1);
            for (const [name, { after: wait, follows }] of events.entries())
              agenda.plan(noon + wait, async () => {
                plan(clock.now(), `event ${name}`);
                if (follows !== null) plan(clock.now() + follows, `after event ${name}`);
              });
            for (const length of moves) await machine.move((now) => now + length);
            return log;
          };
          const isBusy = new Set(busy);
          const idle = (line: string): boolean =>
            line.includes('tick') && !isBusy.has((Date.parse(`2030-01-07T${line.slice(-5)}Z`) - noon) / tickMs);
          const ticked = (await run()).filter((line) => !idle(line));
          expect(await run(busyAt(isBusy))).toEqual(ticked);
        },
      ),
    );
  });

  it('leaves the watermark where ticking would have, before anything runs and at the end', async () => {
    const passed: number[] = [];
    const { machine, plan, log } = setUp({ forecast: busyAt(new Set([4]), passed) });
    await machine.jump(() => noon + 1);
    plan(noon + 12 * minute, 'receipt');
    await machine.move(() => noon + 33 * minute);
    expect(log).toEqual(['12:12:00 receipt', '12:20:00 tick 12:20']);
    expect(passed.map((at) => (at - noon) / minute)).toEqual([10, 15, 30]);
  });

  it('runs the next tick all the same when somebody wrote while it looked ahead', async () => {
    const quiet = busyAt(new Set());
    let asked = 0;
    const { machine, log } = setUp({
      forecast: {
        ...quiet,
        nextBusy: async (last, until) => {
          asked += 1;
          if (asked === 1) machine.drainSoon();
          return quiet.nextBusy(last, until);
        },
      },
    });
    await machine.jump(() => noon + 1);
    await machine.move(() => noon + 60 * minute);
    expect(log).toEqual(['12:05:00 tick 12:05']);
  });

  it('ends a move that takes too long where it is, and goes on from there when it is asked again', async () => {
    let seconds = 0;
    const stopwatch = (): number => {
      seconds += 1;
      return seconds * 1000;
    };
    const { machine, log } = setUp({ stopwatch });
    await machine.jump(() => noon + 1);
    const target = noon + 180 * minute;
    const first = await machine.move(() => target);
    expect(first.now).toBeLessThan(target);
    expect(first.target).toBe(target);
    let reached = first.now;
    while (reached < target) reached = (await machine.move(() => target)).now;
    expect(log).toHaveLength(36);
  });
});

describe('the local clock', () => {
  it('lets nobody wait while it stands still', async () => {
    const { clock } = setUp();
    clock.set(noon);
    const before = performance.now();
    await clock.sleep(60_000);
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(clock.now()).toBe(noon);
  });

  it('really waits on real time', async () => {
    const clock = createLocalClock();
    const before = performance.now();
    await clock.sleep(30);
    expect(performance.now() - before).toBeGreaterThanOrEqual(25);
  });
});
