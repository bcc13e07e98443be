let version: string | undefined;
const listeners: (() => void)[] = [];

/** The version of the time zone database behind this runtime's Intl (`process.versions.tz`); undefined until it is said. */
export const runtimeZoneVersion = (): string | undefined => version;

/** Has what was remembered of zone data forgotten when other data hold. */
export const onZoneData = (forget: () => void): void => {
  listeners.push(forget);
};

/** Other data hold from now on. */
export const forgetZones = (): void => {
  for (const forget of listeners) forget();
};

/**
 * Says, once and before anything else, what runtime this is (shared/platform/system-runtime.ts): of its rules and those of the table
 * the newer hold. Until it is said the table's do. Apart from the table, for not every function carries that.
 */
export const setRuntimeZoneVersion = (said: string | undefined): void => {
  version = said;
  forgetZones();
};
