import { hour, minute } from './world.ts';

const formats = new Map<string, Intl.DateTimeFormat>();
const offsetsOfZones = new Map<string, Map<number, number>>();

const formatOf = (zone: string): Intl.DateTimeFormat => {
  const known = formats.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, format);
  return format;
};

const quarter = 15 * minute;

/** How far a zone's clock is ahead of UTC, asked of Intl itself: the simulation does not trust our own zone clock. */
const offsetOf = (zone: string, at: number): number => {
  // No zone changes its clocks within a quarter of an hour of UTC.
  const start = Math.floor(at / quarter) * quarter;
  const offsets = offsetsOfZones.get(zone) ?? new Map<number, number>();
  offsetsOfZones.set(zone, offsets);
  const known = offsets.get(start);
  if (known !== undefined) return known;
  const parts = new Map(
    formatOf(zone)
      .formatToParts(start)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (type: Intl.DateTimeFormatPartTypes): number => parts.get(type) ?? Number.NaN;
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  offsets.set(start, wall - start);
  return wall - start;
};

/** Date and minutes since midnight on a zone's wall clock. */
export const wallClock = (zone: string, at: number): { readonly date: string; readonly minutes: number } => {
  const wall = at + offsetOf(zone, at);
  return { date: new Date(wall).toISOString().slice(0, 10), minutes: Math.floor((wall % (24 * hour)) / minute) };
};

/** The next instant after `from` at which a zone's clock shows that time of day, for times at which no zone changes its clocks. */
export const nextInstant = (zone: string, time: string, from: number): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  for (let days = -1; ; days += 1) {
    const midnight = Date.parse(`${wallClock(zone, from + days * 24 * hour).date}T00:00:00Z`);
    const wall = midnight + hours * hour + minutes * minute;
    const guess = wall - offsetOf(zone, wall - offsetOf(zone, from));
    const instant = wall - offsetOf(zone, guess);
    if (instant > from) return instant;
  }
};

/** Is it between 08:00 and 20:00 there, give or take? */
export const isDaytime = (zone: string, at: number, toleranceMs: number): boolean =>
  [at - toleranceMs, at, at + toleranceMs].some((instant) => {
    const { minutes } = wallClock(zone, instant);
    return 8 * 60 <= minutes && minutes < 20 * 60;
  });
