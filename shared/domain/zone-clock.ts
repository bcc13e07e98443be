import type { LocalDate, LocalTime } from './local-time.ts';

/** Local date and time of an instant, and how far local time is ahead of UTC. */
export interface LocalDateTime {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly offsetMinutes: number;
}

/** A stretch of time over which a zone's clock runs evenly. */
export interface Stretch {
  /** Epoch ms: where the clock changed, or where the block of the table begins. */
  readonly start: number;
  readonly offsetMs: number;
}

/** The name is no time zone this runtime knows. */
export class UnknownZone extends Error {
  override readonly name = 'UnknownZone';
  readonly zone: string;
  constructor(zone: string, cause: unknown) {
    super(`no such time zone: ${zone.slice(0, 40)}`, { cause });
    this.zone = zone;
  }
}

export const minuteMs = 60_000;
export const dayMs = 86_400_000;
/** Tables are built 398 days at a time (2^35 ms): a tick needs one block a zone, a year's look ahead two. */
const blockMs = 2 ** 35;
/** No zone has changed its clocks twice within two weeks since 1970; a probe a week misses nothing. */
const probeMs = 7 * dayMs;
/** Local time differs from UTC by at most 14 h, and a change of date line moves it by 24 h: a wall time lies within this of its instants. */
const reachMs = 40 * 3_600_000;

/** Offset in ms as Intl prints it: `GMT`, `GMT+05:45`, before 1972 also `GMT-00:44:30`. */
const readOffset = (format: Intl.DateTimeFormat, at: number): number => {
  const text = format.format(at);
  const [hours = '0', minutes = '0', seconds = '0'] = text.slice(text.lastIndexOf('GMT') + 4).split(':');
  const size = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return text.includes('GMT-') ? -size : size;
};

/** First instant, to the second, of (from, to] at which the offset is no longer the one at `from`. */
const changeBetween = (format: Intl.DateTimeFormat, from: number, to: number, offsetMs: number): number => {
  let before = Math.floor(from / 1000);
  let after = Math.ceil(to / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (readOffset(format, middle * 1000) === offsetMs) before = middle;
    else after = middle;
  }
  return after * 1000;
};

const buildBlock = (format: Intl.DateTimeFormat, start: number): readonly Stretch[] => {
  const stretches = [{ start, offsetMs: readOffset(format, start) }];
  const end = start + blockMs;
  for (let from = start, offsetMs = readOffset(format, start); from < end - 1; ) {
    const to = Math.min(from + probeMs, end - 1);
    if (readOffset(format, to) !== offsetMs) {
      const change = changeBetween(format, from, to, offsetMs);
      // A change in the block's last second rounds up into the next block, which finds it for itself.
      if (change >= end) break;
      offsetMs = readOffset(format, change);
      stretches.push({ start: change, offsetMs });
      from = change;
    } else {
      from = to;
    }
  }
  return stretches;
};

interface ZoneTable {
  readonly format: Intl.DateTimeFormat;
  readonly blocks: Map<number, readonly Stretch[]>;
}

// Memo of a pure function of the zone data: what Intl answers in 2.6 us is here answered in some 30 ns.
const tables = new Map<string, ZoneTable>();

const makeFormat = (zone: string): Intl.DateTimeFormat => {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch (error) {
    throw new UnknownZone(zone, error);
  }
};

const tableOf = (zone: string): ZoneTable => {
  const known = tables.get(zone);
  if (known !== undefined) return known;
  const table = { format: makeFormat(zone), blocks: new Map() };
  tables.set(zone, table);
  return table;
};

const blockOf = (table: ZoneTable, index: number): readonly Stretch[] => {
  const known = table.blocks.get(index);
  if (known !== undefined) return known;
  const block = buildBlock(table.format, index * blockMs);
  table.blocks.set(index, block);
  return block;
};

/** The even stretch an instant lies in. Throws UnknownZone. */
export const stretchAt = (zone: string, at: number): Stretch => {
  const block = blockOf(tableOf(zone), Math.floor(at / blockMs));
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
  const table = tableOf(zone);
  const changes = [];
  let before = stretchAt(zone, from).offsetMs;
  for (let index = Math.floor(from / blockMs); index <= Math.floor(to / blockMs); index += 1) {
    for (const { start, offsetMs } of blockOf(table, index)) {
      if (start <= from || start > to || offsetMs === before) continue;
      changes.push({ at: start, before: before / minuteMs, after: offsetMs / minuteMs });
      before = offsetMs;
    }
  }
  return changes;
};

/** How many minutes local time is ahead of UTC. Throws UnknownZone. */
export const offsetAt = (zone: string, at: number): number => stretchAt(zone, at).offsetMs / minuteMs;

/**
 * The canonical spelling of a zone name in this runtime (`europe/paris`, `US/Pacific` and so on are accepted),
 * or undefined. A bare offset such as `+02:00` is no zone: it would not follow the clocks.
 */
export const canonicalZone = (name: string): string | undefined => {
  if (!/^[a-z]/i.test(name) || name.length > 40) return undefined;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
};

/** Is this the name of a time zone, in any spelling Intl accepts? */
export const isZone = (name: string): boolean => canonicalZone(name) !== undefined;

const timeTexts: readonly LocalTime[] = Array.from({ length: 1440 }, (_, minute) =>
  [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':'),
);
let lastDay = { day: 0, text: '1970-01-01' };

/** Date and time of a wall clock given as ms since 1970 on that clock. */
export const readWall = (wallMs: number): { readonly date: LocalDate; readonly time: LocalTime } => {
  const day = Math.floor(wallMs / dayMs);
  if (day !== lastDay.day) lastDay = { day, text: new Date(day * dayMs).toISOString().slice(0, 10) };
  return { date: lastDay.text, time: timeTexts[Math.floor((wallMs - day * dayMs) / minuteMs)] ?? '00:00' };
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
