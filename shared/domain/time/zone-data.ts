import { read } from '../../../content/compiled/zones.js';
import { memoize } from '../memoize.ts';
import { forgetZones, runtimeZoneVersion } from './runtime-zones.ts';
import { groupOf, isNewer, namesIn, type ZoneTable } from './zone-table.ts';

let deployed: () => ZoneTable = memoize(read);

/** Another table than the compiled one: what a simulated deployment brings. */
export const setZoneTable = (table: ZoneTable): void => {
  deployed = () => table;
  forgetZones();
};

/** The table, unless this runtime has newer rules than it was made from. */
export const tableInUse = (): ZoneTable | undefined =>
  isNewer(runtimeZoneVersion(), deployed().version) ? undefined : deployed();

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
