import { randomBytes } from 'node:crypto';
import { systemClock } from './clock.ts';
import { setRuntimeZoneVersion } from './domain/runtime-zones.ts';
import type { Runtime } from './runtime.ts';

setRuntimeZoneVersion(process.versions['tz']);

/** The runtime of a deployed function. */
export const systemRuntime: Runtime = {
  clock: systemClock,
  randomBytes,
  print: (line) => {
    process.stdout.write(line);
  },
};
