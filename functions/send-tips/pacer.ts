import type { Clock } from '../../shared/clock.ts';

/** Spaces the starts of sends evenly: `maximumConcurrency` workers of this pace are the sender's messages a second (design, section 6). */
export interface Pacer {
  /** Resolves when the next send may start. */
  turn(): Promise<void>;
  /** Nothing starts for that long: the provider said it was too fast. */
  holdOff(milliseconds: number): void;
}

export const createPacer = (clock: Clock, perSecond: number): Pacer => {
  const gapMs = 1000 / perSecond;
  let free = 0;
  return {
    turn: async () => {
      const now = clock.now();
      const start = Math.max(now, free);
      free = start + gapMs;
      if (start > now) await clock.sleep(start - now);
    },
    holdOff: (milliseconds) => {
      free = Math.max(free, clock.now() + milliseconds);
    },
  };
};
