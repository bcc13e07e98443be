let version: string | undefined;
const listeners: (() => void)[] = [];

/** The version of the tz database behind this runtime's Intl (`process.versions.tz`); undefined until it is set. */
export const runtimeZoneVersion = (): string | undefined => version;

/** Registers a cache to be emptied when other zone data take effect. */
export const onZoneData = (forget: () => void): void => {
  listeners.push(forget);
};

/** Empties all registered caches: other zone data are in effect now. */
export const forgetZones = (): void => {
  for (const forget of listeners) forget();
};

/**
 * Sets, once and before anything else, which zone data this runtime has (shared/platform/system-runtime.ts). The newer
 * of its rules and the table's apply; until this is set, the table's. It is a module of its own because not every
 * function carries the table.
 */
export const setRuntimeZoneVersion = (said: string | undefined): void => {
  version = said;
  forgetZones();
};
