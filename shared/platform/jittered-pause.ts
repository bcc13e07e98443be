import type { Runtime } from './runtime.ts';

/** Waits half to all of so many milliseconds, so that those who failed together do not try again together. */
export const jitteredPause =
  ({ clock, randomBytes }: Pick<Runtime, 'clock' | 'randomBytes'>) =>
  (longestMs: number): Promise<void> =>
    clock.sleep(longestMs * (0.5 + (randomBytes(1)[0] ?? 0) / 512));
