import { blockMs, type Stretch } from './zone-changes.ts';

/** The clocks of all zones over some years, as content/zone-table.ts compiles them; minutes since 1970, and ahead of UTC. */
export interface ZoneTable {
  /** The version of the time zone database that it was made from: 2026c. */
  readonly version: string;
  readonly firstBlock: number;
  readonly lastBlock: number;
  readonly groups: readonly {
    /** Zones whose clocks agree all that time, by their region: `America`, `Toronto New_York`. */
    readonly zones: Readonly<Record<string, string>>;
    /** At the beginning of the first block. */
    readonly offset: number;
    readonly changes: readonly (readonly [at: number, offset: number])[];
  }[];
}

const minuteMs = 60_000;

/** `America/Indiana/Knox` is `Indiana/Knox` in `America`; `UTC` is of no region. */
export const partsOf = (zone: string): { readonly region: string; readonly name: string } => {
  const slash = zone.indexOf('/');
  return { region: zone.slice(0, Math.max(0, slash)), name: zone.slice(slash + 1) };
};

/** One block of a zone, the same that Intl tells of it; undefined if the table does not reach so far. */
export const blockIn = (table: ZoneTable, zone: string, index: number): readonly Stretch[] | undefined => {
  if (index < table.firstBlock || index > table.lastBlock) return undefined;
  const { region, name } = partsOf(zone);
  const group = table.groups.find(({ zones }) => zones[region]?.split(' ').includes(name));
  if (group === undefined) return undefined;
  const start = index * blockMs;
  let first: Stretch = { start, offsetMs: group.offset * minuteMs };
  const rest: Stretch[] = [];
  for (const [at, offset] of group.changes) {
    const change = { start: at * minuteMs, offsetMs: offset * minuteMs };
    if (change.start <= start) first = { start, offsetMs: change.offsetMs };
    else if (change.start < start + blockMs) rest.push(change);
  }
  return [first, ...rest];
};

/** Whether a runtime with that version of the time zone database has no newer rules than the table was made from. */
export const isUpToDate = ({ version }: ZoneTable, runtimeVersion: string | undefined): boolean =>
  runtimeVersion !== undefined && version >= runtimeVersion;
