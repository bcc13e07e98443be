import { blockMs } from '../../shared/domain/time/zone-changes.ts';
import {
  isNewer,
  partsOf,
  type ZoneClock,
  type ZoneNameList,
  type ZoneTable,
} from '../../shared/domain/time/zone-table.ts';
import { type ClockHistory, ruledClock } from './yearly-rule.ts';
import type { ZoneSource } from './zone-sources.ts';

/**
 * The table begins in 2024, so that every change of 2025 and later is its own, and so is any day that a diary may show.
 */
const firstBlock = Math.floor(Date.UTC(2025, 0, 1) / blockMs);
/** The number of blocks that rules are derived from and checked against: 28 years contain every calendar there is. */
const blocks = 30;
/**
 * The number of blocks in which the runtime's clocks are compared with the table's: up to 2037, by when rules that
 * differ have shown it.
 */
const comparedBlocks = 12;

/** Chooses the source with the newer version of the tz database; with the same or an unknown version, our own. */
export const newerSource = (own: ZoneSource, runtime: ZoneSource): ZoneSource =>
  own.version === undefined || isNewer(runtime.version, own.version) ? runtime : own;

const addName = (list: Record<string, string>, zone: string): void => {
  const { region, name } = partsOf(zone);
  const others = list[region];
  list[region] = others === undefined ? name : `${others} ${name}`;
};

/**
 * Compiles the clocks of every zone that a source knows. `mainNames` are the zones' own names; any other name becomes a
 * link to one of them.
 */
export const compileZoneTable = (source: ZoneSource, mainNames: readonly string[]): ZoneTable => {
  const main = new Set(mainNames);
  const groups = new Map<string, ZoneClock & { zones: Record<string, string>; links: Record<string, string> }>();
  for (const zone of [...source.names()].sort()) {
    const history = source.historyOf(zone, firstBlock, blocks);
    if (history === undefined) continue;
    const clock = ruledClock(history);
    const key = JSON.stringify(clock);
    const group = groups.get(key) ?? { zones: {}, links: {}, ...clock };
    addName(main.has(zone) ? group.zones : group.links, zone);
    groups.set(key, group);
  }
  return {
    version: source.version ?? '',
    firstBlock,
    groups: [...groups.values()].map(({ links, ...group }) => (isEmpty(links) ? group : { ...group, links })),
  };
};

const isEmpty = (list: ZoneNameList): boolean => Object.keys(list).length === 0;

/** The first instant at which two clocks show different times; undefined if they never do. */
const partAt = (a: ClockHistory, b: ClockHistory): number | undefined => {
  if (a.offset !== b.offset) return a.from;
  for (let index = 0; index < Math.max(a.changes.length, b.changes.length); index += 1) {
    const [one, other] = [a.changes[index], b.changes[index]];
    if (one?.[0] === other?.[0] && one?.[1] === other?.[1]) continue;
    return Math.min(one?.[0] ?? Number.POSITIVE_INFINITY, other?.[0] ?? Number.POSITIVE_INFINITY);
  }
  return undefined;
};

/** A zone whose clock differs between two sources. */
export interface ZoneDifference {
  readonly zone: string;
  /** Epoch ms; undefined if the other source does not know the zone at all. */
  readonly from: number | undefined;
}

/** Lists the zones that show another time in the other source, and from when; sorted by name. */
export const zoneDifferences = (source: ZoneSource, other: ZoneSource): readonly ZoneDifference[] =>
  [...source.names()].sort().flatMap((zone): readonly ZoneDifference[] => {
    const [own, theirs] = [source, other].map((each) => each.historyOf(zone, firstBlock, comparedBlocks));
    if (own === undefined) return [];
    if (theirs === undefined) return [{ zone, from: undefined }];
    const from = partAt(own, theirs);
    return from === undefined ? [] : [{ zone, from }];
  });

/** The lines that the build prints about two sources: one, and one more for each day from which clocks differ. */
export const describeZones = (used: ZoneSource, own: ZoneSource, runtime: ZoneSource): string => {
  const line = `time zones: tz ${used.version} of ${used.title}`;
  const other = used === own ? runtime : own;
  if (used.version === other.version) return line;
  const byDay = new Map<string, string[]>();
  for (const { zone, from } of zoneDifferences(used, other)) {
    const day = from === undefined ? 'unknown there' : `from ${new Date(from).toISOString().slice(0, 10)}`;
    byDay.set(day, [...(byDay.get(day) ?? []), zone]);
  }
  const head = `${line}; ${other.title} has ${other.version ?? 'no known version'}`;
  if (byDay.size === 0) return `${head}, and no clock differs`;
  return [`${head}, whose clocks differ:`, ...[...byDay].map(([day, zones]) => `  ${day}: ${zones.join(', ')}`)].join(
    '\n',
  );
};
