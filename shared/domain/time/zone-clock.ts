import { dayMs, minuteMs } from './durations.ts';
import type { LocalDate, LocalTime } from './local-time.ts';
import { onZoneData } from './runtime-zones.ts';
import { askForBlock, blockMs, offsetFormat, type Stretch } from './zone-changes.ts';
import { isOneClock, nameInTable, tableInUse } from './zone-data.ts';
import { blockIn, namesIn } from './zone-table.ts';

/** Local date and time of an instant, and how far local time is ahead of UTC. */
export interface LocalDateTime {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly offsetMinutes: number;
}

/** The name is no time zone that this runtime or the table knows. */
export class UnknownZone extends Error {
  override readonly name = 'UnknownZone';
  readonly zone: string;
  constructor(zone: string, cause: unknown) {
    super(`no such time zone: ${zone.slice(0, 40)}`, { cause });
    this.zone = zone;
  }
}

/**
 * How far a wall time may be from its instants, in ms: local time differs from UTC by at most 14 h, and a change of
 * date line moves it by 24 h.
 */
const reachMs = 40 * 3_600_000;

// Caches of a pure function of the zone data: an answer that takes Intl 2.6 µs takes some 30 ns here.
const blocks = new Map<string, Map<number, readonly Stretch[]>>();
const formats = new Map<string, Intl.DateTimeFormat>();

onZoneData(() => blocks.clear());

const formatFor = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  try {
    const format = offsetFormat(zone);
    formats.set(zone, format);
    return format;
  } catch (error) {
    throw new UnknownZone(zone, error);
  }
};

/**
 * A zone's block from the runtime's own Intl. Its first answer takes 12 ms, because it reads everything that a locale
 * has to say about dates.
 */
const askIntl = (zone: string, index: number): readonly Stretch[] => askForBlock(formatFor(zone), index);

/** How many minutes local time is ahead of UTC by the runtime's own data; undefined if it does not know the zone. */
export const offsetInIntl = (zone: string, at: number): number | undefined => {
  if (canonicalInIntl(zone) === undefined) return undefined;
  const block = askIntl(zone, Math.floor(at / blockMs));
  return (block.findLast(({ start }) => start <= at)?.offsetMs ?? 0) / minuteMs;
};

/**
 * A zone's block from the table, or else from Intl: for the time before the table (2024), for rules that the table
 * cannot give for ever (Gaza's follow the moon, from 2036 on), and for everything if the runtime has newer rules.
 */
const findBlock = (zone: string, index: number): readonly Stretch[] => {
  const table = tableInUse();
  if (table === undefined) return askIntl(zone, index);
  const block = blockIn(table, zone, index);
  if (block !== undefined) return block;
  const canonical = canonicalZone(zone) ?? zone;
  return blockIn(table, canonical, index) ?? askIntl(canonical, index);
};

const blockOf = (zone: string, index: number): readonly Stretch[] => {
  const known = blocks.get(zone)?.get(index);
  if (known !== undefined) return known;
  const block = findBlock(zone, index);
  blocks.set(zone, (blocks.get(zone) ?? new Map()).set(index, block));
  return block;
};

/** The even stretch an instant lies in. Throws UnknownZone. */
export const stretchAt = (zone: string, at: number): Stretch => {
  const block = blockOf(zone, Math.floor(at / blockMs));
  for (let i = block.length - 1; i > 0; i -= 1) {
    const stretch = block[i];
    if (stretch !== undefined && stretch.start <= at) return stretch;
  }
  const [first] = block;
  if (first === undefined) throw new RangeError('an offset block is never empty');
  return first;
};

/** The instants in (from, to] at which the zone's clocks change, with the offset before and after, in minutes. */
export const clockChanges = (
  zone: string,
  from: number,
  to: number,
): readonly { readonly at: number; readonly before: number; readonly after: number }[] => {
  const changes = [];
  let before = stretchAt(zone, from).offsetMs;
  for (let index = Math.floor(from / blockMs); index <= Math.floor(to / blockMs); index += 1) {
    for (const { start, offsetMs } of blockOf(zone, index)) {
      if (start <= from || start > to || offsetMs === before) continue;
      changes.push({ at: start, before: before / minuteMs, after: offsetMs / minuteMs });
      before = offsetMs;
    }
  }
  return changes;
};

/** How many minutes local time is ahead of UTC. Throws UnknownZone. */
export const offsetAt = (zone: string, at: number): number => stretchAt(zone, at).offsetMs / minuteMs;

const canonicalInIntl = (name: string): string | undefined => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/**
 * The canonical spelling of a zone name in any case or an alias (`europe/paris`, `Canada/Central`); undefined if it is
 * none. It is Intl's, unless the table knows better: for a zone that is newer than this runtime, or that no longer
 * keeps the same time as the one whose name Intl has for it. A bare offset such as `+02:00` is no zone, because it
 * would not follow the clocks.
 */
export const canonicalZone = (name: string): string | undefined => {
  if (!/^[a-z]/i.test(name) || name.length > 40) return undefined;
  const canonical = canonicalInIntl(name);
  if (canonical === name) return canonical;
  const own = nameInTable(name);
  return canonical !== undefined && (own === undefined || isOneClock(own, canonical)) ? canonical : own;
};

/** Every zone by its canonical name: this runtime's, and newer ones of the table. */
export const allZones = (): readonly string[] => {
  const known = Intl.supportedValuesOf('timeZone');
  const listed = new Set(known);
  const tableZones = (tableInUse()?.groups ?? []).flatMap(({ zones }) => namesIn(zones));
  const newer = tableZones.filter((zone) => !listed.has(zone) && canonicalZone(zone) === zone);
  return newer.length === 0 ? known : [...known, ...newer].sort();
};

/** Whether a name is a time zone, in any spelling that Intl accepts. */
export const isZone = (name: string): boolean => canonicalZone(name) !== undefined;

const timeTexts: LocalTime[] = [];
const timeText = (minute: number): LocalTime => {
  timeTexts[minute] ??= [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
  return timeTexts[minute];
};
let lastDay = { day: 0, text: '1970-01-01' };

/** Date and time of a wall clock given as ms since 1970 on that clock. */
export const readWall = (wallMs: number): { readonly date: LocalDate; readonly time: LocalTime } => {
  const day = Math.floor(wallMs / dayMs);
  if (day !== lastDay.day) lastDay = { day, text: new Date(day * dayMs).toISOString().slice(0, 10) };
  return { date: lastDay.text, time: timeText(Math.floor((wallMs - day * dayMs) / minuteMs)) };
};

/** Local date and time of day at an instant. Throws UnknownZone. */
export const localDateTime = (zone: string, at: number): LocalDateTime => {
  const { offsetMs } = stretchAt(zone, at);
  return { ...readWall(at + offsetMs), offsetMinutes: offsetMs / minuteMs };
};

const wallOf = (date: LocalDate, time: LocalTime): number => Date.parse(`${date}T${time}:00Z`);

/** The instants at which the wall clock shows this: none in a spring gap, two in an autumn overlap, else one. */
export const instantsOf = (zone: string, date: LocalDate, time: LocalTime): readonly number[] => {
  const wall = wallOf(date, time);
  const changes = clockChanges(zone, wall - reachMs, wall + reachMs);
  const offsets = new Set([offsetAt(zone, wall - reachMs), ...changes.map(({ after }) => after)]);
  return [...offsets]
    .map((offset) => ({ offset, at: wall - offset * minuteMs }))
    .filter(({ offset, at }) => offsetAt(zone, at) === offset)
    .map(({ at }) => at)
    .sort((a, b) => a - b);
};

/** The instant meant by a wall time: in a gap the first one after it, in an overlap the earlier. */
export const firstInstantOf = (zone: string, date: LocalDate, time: LocalTime): number => {
  const [first] = instantsOf(zone, date, time);
  if (first !== undefined) return first;
  const wall = wallOf(date, time);
  const gap = clockChanges(zone, wall - reachMs, wall + reachMs).find(
    ({ at, before, after }) => at + before * minuteMs <= wall && wall < at + after * minuteMs,
  );
  if (gap === undefined) throw new RangeError(`${date} ${time} is no wall time`);
  return gap.at;
};
