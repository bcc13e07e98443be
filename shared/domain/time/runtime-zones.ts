let version: string | undefined;
const listeners: (() => void)[] = [];

/** The version of the time zone database behind this runtime's Intl (`process.versions.tz`); undefined until it is said. */
export const runtimeZoneVersion = (): string | undefined => version;

/** Registers a memo to be emptied when other zone data come to hold. */
export const onZoneData = (forget: () => void): void => {
  listeners.push(forget);
};

/** Other data hold from now on. */
export const forgetZones = (): void => {
  for (const forget of listeners) forget();
};

/**
 * Says, once and before anything else, which zone data this runtime has (shared/platform/system-runtime.ts): the newer
 * of its rules and the table's hold, and the table's until this is said. It is a module apart from the table because
 * not every function carries the table.
 */
export const setRuntimeZoneVersion = (said: string | undefined): void => {
  version = said;
  forgetZones();
};
