import { blockMs } from '../../shared/domain/time/zone-changes.ts';
import {
  changesBetween,
  namesIn,
  partsOf,
  type ZoneClock,
  type ZoneTable,
} from '../../shared/domain/time/zone-table.ts';
import type { Random } from './random.ts';
import { day, hour, minute } from './world.ts';

/** Many countries change their clocks for good, at one instant that nobody knew of before. */
export interface ZoneLaw {
  /** When the clocks are put forward or back. */
  readonly at: number;
  /** When the service is deployed with zone data that know it: days before, or days too late. */
  readonly deployedAt: number;
  readonly shiftMs: number;
  /** Which zones, by their names in Intl. */
  readonly salt: number;
}

/** Seven zones of ten. */
export const isUnderLaw = ({ salt }: ZoneLaw, zone: string): boolean => {
  let sum = salt;
  for (const letter of zone) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % 10 < 7;
};

/** Some worlds have such a law; most often the clocks go forward, where what was not yet due may be past. */
export const drawLaw = (random: Random, start: number): ZoneLaw | undefined => {
  if (!random.chance(0.5)) return undefined;
  const deployedAt = start + random.whole(3 * day, 30 * day);
  const at = Math.floor((deployedAt + random.whole(-5 * day, 2 * day)) / hour) * hour;
  return { at, deployedAt, shiftMs: random.pick([hour, hour, -hour]), salt: random.whole(0, 1_000_000) };
};

/** So long after the law its table still tells the clocks: no world looks further ahead. */
const toldMs = 4 * blockMs;

const clockUnderLaw = (clock: ZoneClock, { at, shiftMs }: ZoneLaw, tableStart: number): ZoneClock => {
  const until = at + toldMs;
  const changes = changesBetween(clock, tableStart, until);
  const offset = changes.findLast(([each]) => each <= at)?.[1] ?? clock.offset;
  const shift = shiftMs / minute;
  const all = [
    ...changes.filter(([each]) => each < at),
    [at, offset + shift] as const,
    ...changes.filter(([each]) => each > at).map(([each, then]) => [each, then + shift] as const),
  ];
  return { offset: clock.offset, changes: all.map(([each, then]) => [each / minute, then]), until: until / minute };
};

const listed = (names: readonly string[]): Record<string, string> => {
  const list: Record<string, string> = {};
  for (const zone of names) {
    const { region, name } = partsOf(zone);
    list[region] = [list[region], name].filter((each) => each !== undefined).join(' ');
  }
  return list;
};

/** The table that a deployment with newer zone data brings. */
export const tableUnderLaw = (table: ZoneTable, law: ZoneLaw): ZoneTable => {
  const canonical = (zone: string): string =>
    new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  return {
    ...table,
    version: `${table.version}z`,
    groups: table.groups.flatMap((group) => {
      const names = [...namesIn(group.zones), ...namesIn(group.links)];
      const changed = names.filter((name) => isUnderLaw(law, canonical(name)));
      const left = names.filter((name) => !changed.includes(name));
      const { links: _, ...same } = group;
      return [
        { ...same, zones: listed(left) },
        { ...clockUnderLaw(group, law, table.firstBlock * blockMs), zones: listed(changed) },
      ];
    }),
  };
};
