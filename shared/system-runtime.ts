import { randomBytes } from 'node:crypto';
import { systemClock } from './clock.ts';
import type { Runtime } from './runtime.ts';

/** The runtime of a deployed function. */
export const systemRuntime: Runtime = {
  clock: systemClock,
  randomBytes,
  print: (line) => {
    process.stdout.write(line);
  },
};
