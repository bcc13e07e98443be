import type { Runtime } from '../platform/runtime.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';

/** The profile kept changing for too long. The reply's provider is to deliver it again. */
export class ContentionError extends Error {
  override readonly name = 'ContentionError';

  constructor(tries: number, options?: ErrorOptions) {
    super(`the profile changed ${tries} times while it was being decided about`, options);
  }
}

/**
 * How long to try, in ms. Twilio gives a webhook 4.5 s (its URL's `rt`); a call to the table takes some ten
 * milliseconds of what is left.
 */
const longestMs = 3000;
/**
 * Pauses are drawn between 0 and this many ms, doubled with each try, so that fifty writers who collide once are soon
 * spread out.
 */
const firstPauseMs = 10;
const longestPauseMs = 320;

const drawPause = ({ randomBytes }: Runtime, tries: number): number => {
  const most = Math.min(firstPauseMs * 2 ** tries, longestPauseMs);
  return Math.floor((most * (randomBytes(1)[0] ?? 0)) / 256);
};

/** The most tries, for a clock that stands still; this many conflicts in a row are a fault of ours. */
const mostTries = 60;

/**
 * Reads, decides and writes until no other writer came in between; `attempt` answers undefined to be called again.
 * @throws ContentionError when that took too long
 */
export const retryOnConflict = async <T>(runtime: Runtime, attempt: () => Promise<T | undefined>): Promise<T> => {
  const started = runtime.clock.now();
  let conflict: unknown;
  for (let tries = 1; tries <= mostTries; tries += 1) {
    try {
      const done = await attempt();
      if (done !== undefined) return done;
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      conflict = error;
      const pause = drawPause(runtime, tries);
      if (runtime.clock.now() + pause - started > longestMs) throw new ContentionError(tries, { cause: error });
      await runtime.clock.sleep(pause);
    }
  }
  throw new ContentionError(mostTries, { cause: conflict });
};
