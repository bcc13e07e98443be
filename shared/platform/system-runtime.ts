import { randomBytes } from 'node:crypto';
import { setRuntimeZoneVersion } from '../domain/time/runtime-zones.ts';
import { systemClock } from './clock.ts';
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
