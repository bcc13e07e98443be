import { dayMs, minuteMs } from './durations.ts';
import { blockMs, type Stretch } from './zone-changes.ts';

/**
 * A yearly change of clocks: on the first such weekday (0 is Sunday) on or after a day counted from 1 March, so many
 * minutes (UTC) into it; then how many minutes ahead of UTC the clock is from there on.
 */
export type YearlyChange = readonly [daysAfterMarch1: number, weekday: number, minutes: number, offset: number];

/**
 * A clock from the beginning of a table's first block; instants are minutes since 1970, offsets minutes ahead of UTC.
 */
export interface ZoneClock {
  /** The offset at the beginning of the first block. */
  readonly offset: number;
  /** Changes that follow no yearly rule, in order. */
  readonly changes: readonly (readonly [at: number, offset: number])[];
  /** The yearly changes after those, for ever; none if the clock no longer changes. */
  readonly yearly?: readonly YearlyChange[];
  /** Where the rule ends, if it does; the table knows nothing after it. */
  readonly until?: number;
}

/** Names by region: `America` -> `Toronto New_York`. */
export type ZoneNameList = Readonly<Record<string, string>>;

/** The clocks of all zones from some day on, as content/build/compile-zone-table.ts compiles them. */
export interface ZoneTable {
  /** The version of the time zone database that it was made from: 2026f. */
  readonly version: string;
  /** The table's first block (blockMs). */
  readonly firstBlock: number;
  readonly groups: readonly (ZoneClock & {
    /** Zones whose clocks agree from then on. */
    readonly zones: ZoneNameList;
    /** Their other and earlier names: `Canada/Central` of Winnipeg. */
    readonly links?: ZoneNameList;
  })[];
}

type Group = ZoneTable['groups'][number];

/** Splits a name into region and rest: `America/Indiana/Knox` is `Indiana/Knox` in `America`; `UTC` has no region. */
export const partsOf = (zone: string): { readonly region: string; readonly name: string } => {
  const slash = zone.indexOf('/');
  return { region: zone.slice(0, Math.max(0, slash)), name: zone.slice(slash + 1) };
};

const isIn = (list: ZoneNameList | undefined, zone: string): boolean => {
  const { region, name } = partsOf(zone);
  return list?.[region]?.split(' ').includes(name) === true;
};

/** The group that lists a zone by exactly this name; undefined if none does. */
export const groupOf = (table: ZoneTable, zone: string): Group | undefined =>
  table.groups.find(({ zones, links }) => isIn(zones, zone) || isIn(links, zone));

/** Every name of a list, in full. */
export const namesIn = (list: ZoneNameList | undefined): readonly string[] =>
  Object.entries(list ?? {}).flatMap(([region, names]) =>
    names.split(' ').map((name) => (region === '' ? name : `${region}/${name}`)),
  );

/** A yearly change of one year: epoch ms, and minutes ahead of UTC from then on. */
export const changeOfYear = (
  [days, weekday, minutes, offset]: YearlyChange,
  year: number,
): readonly [at: number, offset: number] => {
  const earliest = Date.UTC(year, 2, 1) + days * dayMs;
  const wait = (weekday - new Date(earliest).getUTCDay() + 7) % 7;
  return [earliest + wait * dayMs + minutes * minuteMs, offset];
};

/** The changes of a clock after one instant and before another, epoch ms, oldest first. */
export const changesBetween = (
  clock: ZoneClock,
  from: number,
  to: number,
): readonly (readonly [at: number, offset: number])[] => {
  const single = clock.changes.map(([at, offset]) => [at * minuteMs, offset] as const);
  const ruled = Math.max(from, single.at(-1)?.[0] ?? from);
  const yearly: (readonly [number, number])[] = [];
  for (let year = new Date(ruled).getUTCFullYear(); year <= new Date(to).getUTCFullYear(); year += 1) {
    for (const change of clock.yearly ?? []) yearly.push(changeOfYear(change, year));
  }
  return [...single, ...yearly.filter(([at]) => at > ruled)].filter(([at]) => from < at && at < to);
};

/** One block of a zone; undefined before the table's first block, and for names that it lacks. */
export const blockIn = (table: ZoneTable, zone: string, index: number): readonly Stretch[] | undefined => {
  if (index < table.firstBlock) return undefined;
  const group = groupOf(table, zone);
  const start = index * blockMs;
  const end = start + blockMs;
  if (group === undefined || (group.until !== undefined && end > group.until * minuteMs)) return undefined;
  const tableStart = table.firstBlock * blockMs;
  // The offset at the start comes from the last change before it: within the block before, or the last of all.
  const changes = changesBetween(group, tableStart, end);
  const before = changes.findLast(([at]) => at <= start);
  return [
    { start, offsetMs: (before?.[1] ?? group.offset) * minuteMs },
    ...changes.filter(([at]) => at > start).map(([at, offset]) => ({ start: at, offsetMs: offset * minuteMs })),
  ];
};

/**
 * Whether one version of the tz database is newer than another: 2026f than 2026c, and 2026za than 2026z. An unknown
 * version is newer than none.
 */
export const isNewer = (version: string | undefined, than: string): boolean =>
  version !== undefined && /^\d{4}[a-z]+$/.test(version) && version > than;
