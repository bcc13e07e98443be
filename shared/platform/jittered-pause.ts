import type { Runtime } from './runtime.ts';

/**
 * Waits between half of and all of so many milliseconds, so that callers who failed together do not try again together.
 */
export const jitteredPause =
  ({ clock, randomBytes }: Pick<Runtime, 'clock' | 'randomBytes'>) =>
  (longestMs: number): Promise<void> =>
    clock.sleep(longestMs * (0.5 + (randomBytes(1)[0] ?? 0) / 512));
