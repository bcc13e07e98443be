import type { Clock } from '../../shared/platform/clock.ts';

/** Spaces the starts of sends: `maximumConcurrency` workers of this pace are the sender's messages a second (docs/design.md#section-6). */
export interface Pacer {
  /** Resolves when the next send may start. */
  turn(): Promise<void>;
  /** Resolves when the next turn is so near that what is claimed now is still fresh then. */
  near(): Promise<void>;
  /** Messages a second at the pace that holds now: less than was asked for after the provider was too slow for it. */
  perSecond(): number;
  /** The provider said it was too fast: nothing starts for a second, and what follows is slower for a while. */
  slowDown(): void;
}

/**
 * Slots that passed unused while a group was read, claimed or recorded may be made up for, up to this much of them:
 * without that a worker would stand idle a sixth of its time (0.2 s of waiting for every second of sends). Never more
 * than half a second's worth at once, which providers' own one-second windows bear.
 */
const makeUpMs = 500;
/** After so long a pause nothing is made up for: another environment has used the rate meanwhile. */
const idleMs = 1000;
/** How long before its turn a send is claimed at the earliest; two seconds would be too early (send-group.ts). */
const leadMs = 500;
const refusedMs = 1000;
/**
 * One refusal makes the gaps half as long again, each send a hundredth shorter: where the provider allows less than it
 * was said to, one send in forty is refused (1.01^40 = 1.5), and the rest use what it does allow.
 */
const slower = 1.5;
const faster = 1.01;
const slowest = 16;

export const createPacer = (clock: Clock, perSecond: number): Pacer => {
  const least = 1000 / perSecond;
  let gapMs = least;
  let slot = Number.NEGATIVE_INFINITY;
  let heldUntil = Number.NEGATIVE_INFINITY;

  const nextSlot = (): number => {
    const now = clock.now();
    // A pause that is shorter than a gap has cost no slot.
    const next = now - slot > gapMs + idleMs ? now : Math.max(slot + gapMs, now - Math.max(0, makeUpMs - gapMs));
    return Math.max(next, heldUntil);
  };

  return {
    turn: async () => {
      slot = nextSlot();
      gapMs = Math.max(least, gapMs / faster);
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
      gapMs = Math.min(least * slowest, gapMs * slower);
    },
  };
};
