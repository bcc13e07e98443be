import type { Clock } from '../../shared/clock.ts';

/** Spaces the starts of sends: `maximumConcurrency` workers of this pace are the sender's messages a second (design, section 6). */
export interface Pacer {
  /** Resolves when the next send may start. */
  turn(): Promise<void>;
  /** Nothing starts for that long: the provider said it was too fast. */
  holdOff(milliseconds: number): void;
}

/**
 * Slots that passed unused while a group was read, claimed or recorded may be made up for, up to this much of them:
 * without that a worker would stand idle a sixth of its time (0.2 s of waiting for every second of sends). Never more
 * than half a second's worth at once, which providers' own one-second windows bear.
 */
const makeUpMs = 500;

export const createPacer = (clock: Clock, perSecond: number): Pacer => {
  const gapMs = 1000 / perSecond;
  let slot = Number.NEGATIVE_INFINITY;
  return {
    turn: async () => {
      const now = clock.now();
      // The first slot ever is now: there is nothing to make up for.
      slot = slot === Number.NEGATIVE_INFINITY ? now : Math.max(slot + gapMs, now - makeUpMs);
      if (slot > now) await clock.sleep(slot - now);
    },
    holdOff: (milliseconds) => {
      slot = Math.max(slot, clock.now() + milliseconds - gapMs);
    },
  };
};
