import type { TimedSource } from './agenda.ts';
import type { LocalClock } from './clock.ts';
import type { Forecast } from './idle-ticks/forecast.ts';
import { createMutex } from './mutex.ts';

/** EventBridge Scheduler's rate in infra/: its functions wake at each UTC multiple of five minutes. */
const tickMs = 5 * 60_000;
const pollMs = 250;
/**
 * The longest that one move may take, in real ms: programs give up on an answer after half a minute. A longer move
 * stops where it is, and goes on when it is asked again.
 */
const longestMoveMs = 20_000;

/** A move to the past was asked for, which no clock makes. */
export class BackwardsError extends Error {
  override readonly name = 'BackwardsError';
  constructor(from: number, to: number) {
    super(`the clock shows ${new Date(from).toISOString()} and cannot go back to ${new Date(to).toISOString()}`);
  }
}

interface Parts {
  readonly clock: LocalClock;
  /** Everything except ticks that happens in time. At one instant the first source goes first. */
  readonly sources: readonly TimedSource[];
  /** Runs what EventBridge Scheduler would start at that instant. */
  readonly tick: (at: number) => Promise<void>;
  /** Forecasts the ticks at which nothing is due, which a move passes over. Without it every tick is run. */
  readonly forecast?: Forecast | undefined;
  /** Real milliseconds from any starting point, to tell how long a move has taken. */
  readonly stopwatch?: () => number;
  /** Records the instant up to which ticks count as done, for all functions that keep a watermark. */
  readonly setWatermark: (at: number) => Promise<void>;
  /** Keeps the instant at which the clock stands (undefined: real time) over a restart. */
  readonly remember: (frozenAt: number | undefined) => Promise<void>;
  readonly report: (what: string, error: unknown) => void;
}

const tickAtOrBefore = (at: number): number => Math.floor(at / tickMs) * tickMs;
const tickBefore = (at: number): number => tickAtOrBefore(at - 1);

/** Drives ticks, queues and receipts as one line of events, on real time or on a clock that is moved by hand. */
export const createTimeMachine = (parts: Parts) => {
  const { clock, sources, tick, forecast, setWatermark, remember, report, stopwatch = () => performance.now() } = parts;
  const alone = createMutex();
  let lastTick = tickAtOrBefore(clock.now());
  let timer: NodeJS.Timeout | undefined;
  let drainPlanned = false;
  /** Whether a request from outside came since the last look ahead. */
  let isDisturbed = false;
  let destination: number | undefined;

  const drain = async (): Promise<void> => {
    let busy = true;
    while (busy) {
      busy = false;
      for (const source of sources) {
        while (await source.runDue(clock.now())) busy = true;
      }
    }
  };

  const runTick = async (at: number): Promise<void> => {
    lastTick = at;
    await tick(at);
    await drain();
  };

  /** The next tick that has to be run, if it is not after `until`. */
  const nextTick = async (until: number): Promise<number | undefined> => {
    const plain = lastTick + tickMs;
    if (forecast === undefined) return plain <= until ? plain : undefined;
    isDisturbed = false;
    const busy = await forecast.nextBusy(lastTick, until);
    // Somebody who wrote or joined meanwhile may be due before that.
    return isDisturbed && plain <= until ? plain : busy;
  };

  const passTicks = async (upTo: number): Promise<void> => {
    if (upTo <= lastTick) return;
    lastTick = upTo;
    await forecast?.pass(upTo);
  };

  /** Goes to the next event and handles it; true when no more come before the target, where the clock then stands. */
  const step = async (target: number): Promise<boolean> => {
    const planned = Math.min(...sources.flatMap((source) => source.nextAt() ?? []));
    const due = await nextTick(Math.min(target, Math.max(planned, clock.now())));
    const next = Math.min(due ?? planned, planned);
    // What fell due earlier, such as a tick that a jump left out, happens now, because the clock never goes back.
    clock.set(Math.max(Math.min(next, target), clock.now()));
    await passTicks(due === undefined ? tickAtOrBefore(clock.now()) : due - tickMs);
    if (next > target) return true;
    if (due !== undefined && due <= clock.now()) await runTick(due);
    else await drain();
    return false;
  };

  const moveTo = async (target: number): Promise<void> => {
    if (target < clock.now()) throw new BackwardsError(clock.now(), target);
    clock.set(clock.now());
    const began = stopwatch();
    destination = target;
    try {
      for (let arrived = false; !arrived && stopwatch() - began < longestMoveMs; ) arrived = await step(target);
    } finally {
      destination = undefined;
    }
  };

  const followRealTime = async (): Promise<void> => {
    if (clock.frozen) return;
    const due = tickAtOrBefore(clock.now());
    // After a sleeping laptop one tick is enough: schedule-tips walks every instant since its watermark.
    if (due > lastTick) await runTick(due);
    await drain();
  };

  return {
    /** Starts following real time, from a clock that may have been set before a restart. */
    start: (): void => {
      const poll = async (): Promise<void> => {
        await alone(followRealTime).catch((error: unknown) => report('the clock stumbled', error));
        timer = setTimeout(poll, pollMs);
      };
      timer = setTimeout(poll, pollMs);
    },
    stop: (): void => clearTimeout(timer),
    /**
     * Moves forward to an instant, inclusive, through everything due on the way. After 20 s it stops short of the
     * target, and the caller asks again.
     * @throws BackwardsError
     */
    move: (target: (now: number) => number): Promise<{ readonly now: number; readonly target: number }> =>
      alone(async () => {
        const wanted = target(clock.now());
        await moveTo(wanted);
        await remember(clock.now());
        return { now: clock.now(), target: wanted };
      }),
    /** The target of a move that is under way. */
    destination: (): number | undefined => destination,
    /**
     * Sets the clock as if the ticks before had been run. A clock on real time may jump anywhere, a set one only
     * forward.
     * @throws BackwardsError
     */
    jump: (target: (now: number) => number): Promise<number> =>
      alone(async () => {
        const at = target(clock.now());
        if (clock.frozen && at < clock.now()) throw new BackwardsError(clock.now(), at);
        clock.set(at);
        lastTick = tickBefore(at);
        await setWatermark(lastTick);
        await remember(at);
        return at;
      }),
    /** Returns to real time, with everything emptied by `empty` while nothing else runs. */
    reset: (empty: () => Promise<void>): Promise<void> =>
      alone(async () => {
        await empty();
        clock.release();
        lastTick = tickAtOrBefore(clock.now());
        await remember(undefined);
      }),
    /** Runs everything that is due at the present instant. */
    drain: (): Promise<void> => alone(drain),
    /**
     * Runs, in the background, everything that is due at the present instant; called after each request from outside.
     */
    drainSoon: (): void => {
      isDisturbed = true;
      if (drainPlanned) return;
      drainPlanned = true;
      void alone(() => {
        drainPlanned = false;
        return drain();
      }).catch((error: unknown) => report('a queue could not be worked off', error));
    },
  };
};

/** Moves the clock, and does what falls due on the way. */
export type TimeMachine = ReturnType<typeof createTimeMachine>;
