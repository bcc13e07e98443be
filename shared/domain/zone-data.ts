import { read } from '../../content/compiled/zones.js';
import { lazily } from './lazily.ts';
import { groupOf, isNewer, namesIn, type ZoneTable } from './zone-table.ts';

/** Where the rules of the world's clocks are taken from. */
export interface ZoneData {
  /** The table that this deployment brings. */
  readonly table: () => ZoneTable;
  /** The version of the time zone database behind the runtime's own Intl: `process.versions.tz`. */
  readonly runtimeVersion: string | undefined;
}

let data: ZoneData = { table: lazily(read), runtimeVersion: undefined };
const listeners: (() => void)[] = [];

/**
 * Says, once and before anything else, what runtime this is (shared/system-runtime.ts): of its rules and the table's the
 * newer hold. Until it is said the table's do. A simulated deployment brings another table.
 */
export const setZoneData = (changed: Partial<ZoneData>): void => {
  data = { ...data, ...changed };
  for (const forget of listeners) forget();
};

/** Has what was remembered of the old data forgotten when there are new. */
export const onZoneData = (forget: () => void): void => {
  listeners.push(forget);
};

/** The table, unless this runtime has newer rules than it was made from. */
export const tableInUse = (): ZoneTable | undefined =>
  isNewer(data.runtimeVersion, data.table().version) ? undefined : data.table();

/** A name as the table spells it, whatever its case; undefined if no table is in use or the name is in none. */
export const nameInTable = (name: string): string | undefined => {
  const wanted = name.toLowerCase();
  return tableInUse()
    ?.groups.flatMap(({ zones, links }) => [...namesIn(zones), ...namesIn(links)])
    .find((known) => known.toLowerCase() === wanted);
};

/** Do two names stand for the same clock, as far as the table knows? */
export const isOneClock = (a: string, b: string): boolean => {
  const table = tableInUse();
  return table === undefined || a === b || groupOf(table, a) === groupOf(table, b);
};
