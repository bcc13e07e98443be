import { blockMs, type Stretch } from './zone-changes.ts';

/**
 * A change of clocks that comes every year: on the first such weekday (0 is Sunday) on or after a day, counted from the
 * 1st of March, so many minutes into it, UTC; and how many minutes ahead of UTC the clock is from then on.
 */
export type YearlyChange = readonly [daysAfterMarch1: number, weekday: number, minutes: number, offset: number];

/** What a clock does from the beginning of a table's first block on; minutes since 1970, and minutes ahead of UTC. */
export interface ZoneClock {
  /** At the beginning of the first block. */
  readonly offset: number;
  /** Changes that follow no yearly rule, in order. */
  readonly changes: readonly (readonly [at: number, offset: number])[];
  /** After those, for ever; none if the clock is not changed any more. */
  readonly yearly?: readonly YearlyChange[];
  /** Where the rule ends, if it does: from then on the table says nothing. */
  readonly until?: number;
}

/** By region: `America`, `Toronto New_York`. */
export type ZoneNameList = Readonly<Record<string, string>>;

/** The clocks of all zones from some day on, as content/build/compile-zone-table.ts compiles them. */
export interface ZoneTable {
  /** The version of the time zone database that it was made from: 2026f. */
  readonly version: string;
  /** It begins with this block (see blockMs). */
  readonly firstBlock: number;
  readonly groups: readonly (ZoneClock & {
    /** Zones whose clocks agree from then on. */
    readonly zones: ZoneNameList;
    /** Their other and earlier names: `Canada/Central` of Winnipeg. */
    readonly links?: ZoneNameList;
  })[];
}

type Group = ZoneTable['groups'][number];

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Splits a name into region and rest: `America/Indiana/Knox` is `Indiana/Knox` in `America`; `UTC` has no region. */
export const partsOf = (zone: string): { readonly region: string; readonly name: string } => {
  const slash = zone.indexOf('/');
  return { region: zone.slice(0, Math.max(0, slash)), name: zone.slice(slash + 1) };
};

const isIn = (list: ZoneNameList | undefined, zone: string): boolean => {
  const { region, name } = partsOf(zone);
  return list?.[region]?.split(' ').includes(name) === true;
};

/** The group that a zone stands in by exactly this name; undefined if none has it. */
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

/** One block of a zone; undefined where the table says nothing: before its first block, and of names that it lacks. */
export const blockIn = (table: ZoneTable, zone: string, index: number): readonly Stretch[] | undefined => {
  if (index < table.firstBlock) return undefined;
  const group = groupOf(table, zone);
  const start = index * blockMs;
  const end = start + blockMs;
  if (group === undefined || (group.until !== undefined && end > group.until * minuteMs)) return undefined;
  const tableStart = table.firstBlock * blockMs;
  // What holds at the start is the last change before it: within the block before, or the last of all.
  const changes = changesBetween(group, tableStart, end);
  const before = changes.findLast(([at]) => at <= start);
  return [
    { start, offsetMs: (before?.[1] ?? group.offset) * minuteMs },
    ...changes.filter(([at]) => at > start).map(([at, offset]) => ({ start: at, offsetMs: offset * minuteMs })),
  ];
};

/**
 * Whether one version of the time zone database came out after another: 2026f after 2026c, and 2026za after 2026z.
 * A version that is not known is newer than none.
 */
export const isNewer = (version: string | undefined, than: string): boolean =>
  version !== undefined && /^\d{4}[a-z]+$/.test(version) && version > than;
