import { read } from '../../../content/compiled/zones.js';
import { memoize } from '../memoize.ts';
import { forgetZones, runtimeZoneVersion } from './runtime-zones.ts';
import { groupOf, isNewer, namesIn, type ZoneTable } from './zone-table.ts';

let deployed: () => ZoneTable = memoize(read);

/** Replaces the compiled table, as a simulated deployment does. */
export const setZoneTable = (table: ZoneTable): void => {
  deployed = () => table;
  forgetZones();
};

/** The table in effect; undefined if this runtime has newer rules. */
export const tableInUse = (): ZoneTable | undefined =>
  isNewer(runtimeZoneVersion(), deployed().version) ? undefined : deployed();

/** A name as the table spells it, whatever its case; undefined if no table is in effect, or it lacks the name. */
export const nameInTable = (name: string): string | undefined => {
  const wanted = name.toLowerCase();
  return tableInUse()
    ?.groups.flatMap(({ zones, links }) => [...namesIn(zones), ...namesIn(links)])
    .find((known) => known.toLowerCase() === wanted);
};

/** Whether two names mean the same clock, as far as the table knows. */
export const isOneClock = (a: string, b: string): boolean => {
  const table = tableInUse();
  return table === undefined || a === b || groupOf(table, a) === groupOf(table, b);
};
