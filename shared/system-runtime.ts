import { randomBytes } from 'node:crypto';
import { systemClock } from './clock.ts';
import { setZoneData } from './domain/zone-data.ts';
import type { Runtime } from './runtime.ts';

setZoneData({ runtimeVersion: process.versions['tz'] });

/** The runtime of a deployed function. */
export const systemRuntime: Runtime = { clock: systemClock, randomBytes };
