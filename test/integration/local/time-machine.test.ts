import { describe, expect, it } from 'vitest';
import { createAgenda } from '../../../local/agenda.ts';
import { createLocalClock } from '../../../local/clock.ts';
import { BackwardsError, createTimeMachine } from '../../../local/time-machine.ts';

const noon = Date.parse('2030-01-07T12:00:00Z');
const minute = 60_000;

const setUp = () => {
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
