import { setTimeout as delay } from 'node:timers/promises';
import type { Clock } from '../shared/platform/clock.ts';

/** A clock that follows real time until it is set; from then on it stands still between moves. */
export interface LocalClock extends Clock {
  readonly frozen: boolean;
  /** Freezes the clock at an instant (epoch ms). The time machine decides whether that is allowed. */
  set(at: number): void;
  /** Back to real time. */
  release(): void;
}

/** A clock on real time. */
export const createLocalClock = (): LocalClock => {
  let frozenAt: number | undefined;
  return {
    get frozen() {
      return frozenAt !== undefined;
    },
    now: () => frozenAt ?? Date.now(),
    // A frozen clock does not wait: pacing protects real providers, and would make a simulated week take minutes.
    sleep: async (milliseconds) => {
      if (frozenAt === undefined) await delay(milliseconds);
    },
    set: (at) => {
      frozenAt = at;
    },
    release: () => {
      frozenAt = undefined;
    },
  };
};
