import type { Clock } from '../../shared/platform/clock.ts';

/**
 * Spaces the starts of sends, so that `maximumConcurrency` workers together keep the sender's rate
 * (docs/design.md#section-6).
 */
export interface Pacer {
  /** Resolves when the next send may start. */
  turn(): Promise<void>;
  /** Resolves when the next turn is near enough for a claim made now to be fresh then. */
  near(): Promise<void>;
  /** The present pace in messages per second: less than was asked for after the provider has refused some. */
  perSecond(): number;
  /**
   * Tells that the provider was asked too fast: nothing starts for a second, and what follows is slower for a while.
   */
  slowDown(): void;
}

/**
 * How much unused time may be made up for, in ms, after a group was read, claimed or recorded. Without it a worker
 * would stand idle a sixth of its time (0.2 s of waiting for every second of sends). Half a second's worth at once fits
 * providers' own one-second windows.
 */
const makeUpMs = 500;
/** The pause after which nothing is made up for, in ms: another environment has used the rate meanwhile. */
const idleMs = 1000;
/**
 * How long before its turn a send is claimed at the earliest, in ms; two seconds would be too early (send-group.ts).
 */
const leadMs = 500;
const refusedMs = 1000;
/**
 * The factors by which a refusal lengthens the gap between sends, and each send shortens it. Where the provider allows
 * less than it promised, one send in forty is refused (1.01^40 = 1.5), and the rest use what it does allow.
 */
const slowerBy = 1.5;
const fasterBy = 1.01;
/** By how much the longest gap is longer than the one that was asked for. */
const slowestBy = 16;

/** A pacer of `perSecond` sends a second, by this clock. */
export const createPacer = (clock: Clock, perSecond: number): Pacer => {
  const least = 1000 / perSecond;
  let gapMs = least;
  let slot = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;

  const nextSlot = (): number => {
    const now = clock.now();
    const wasIdle = now - slot > gapMs + idleMs;
    // A pause shorter than a gap has cost no slot, so it is not made up for.
    const madeUpMs = Math.max(0, makeUpMs - gapMs);
    const next = wasIdle ? now : Math.max(slot + gapMs, now - madeUpMs);
    return Math.max(next, heldUntil);
  };

  return {
    turn: async () => {
      slot = nextSlot();
      gapMs = Math.max(least, gapMs / fasterBy);
      const wait = slot - clock.now();
      if (wait > 0) await clock.sleep(wait);
    },
    near: async () => {
      const wait = nextSlot() - leadMs - clock.now();
      if (wait > 0) await clock.sleep(wait);
    },
    perSecond: () => 1000 / gapMs,
    slowDown: () => {
      const now = clock.now();
      // Refusals within the same second count once.
      if (now < heldUntil) return;
      heldUntil = now + refusedMs;
      gapMs = Math.min(least * slowestBy, gapMs * slowerBy);
    },
  };
};
