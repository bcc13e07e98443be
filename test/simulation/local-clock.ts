import { hour, minute } from './world.ts';
import { isUnderLaw, type ZoneLaw } from './zone-law.ts';

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

/**
 * The laws that the oldest Intl of a supported Node.js (tz 2026c) does not know, from the newspapers: Manitoba and the
 * Northwest Territories keep summer time, Cuba does for a year.
 */
const latestLaws: Readonly<Record<string, { readonly from: number; readonly until: number; readonly hours: number }>> =
  {
    'America/Winnipeg': { from: Date.UTC(2026, 10, 1, 7), until: Number.POSITIVE_INFINITY, hours: -5 },
    'America/Inuvik': { from: Date.UTC(2026, 10, 1, 8), until: Number.POSITIVE_INFINITY, hours: -6 },
    'America/Havana': { from: Date.UTC(2026, 10, 1, 5), until: Date.UTC(2027, 10, 7, 5), hours: -4 },
  };

let worldLaw: ZoneLaw | undefined;

/** The law that comes over this world, or none. */
export const setWorldLaw = (law: ZoneLaw | undefined): void => {
  worldLaw = law;
};

const canonicalNames = new Map<string, string>();
const canonical = (zone: string): string => {
  const known = canonicalNames.get(zone) ?? formatOf(zone).resolvedOptions().timeZone;
  canonicalNames.set(zone, known);
  return known;
};

const shiftOf = (zone: string): number => (worldLaw && isUnderLaw(worldLaw, canonical(zone)) ? worldLaw.shiftMs : 0);

/** When a new law begins to move what the service does: it is in force, and a deployment has brought it. */
const jumpAt = (): number => Math.max(worldLaw?.at ?? 0, worldLaw?.deployedAt ?? 0);

const quarter = 15 * minute;

/** How far a zone's clock is ahead of UTC, by the laws that were known at `knownAt`. */
const offsetOf = (zone: string, at: number, knownAt = at): number => {
  const isLaw = worldLaw !== undefined && at >= worldLaw.at && knownAt >= worldLaw.deployedAt;
  return lawlessOffset(zone, at) + (isLaw ? shiftOf(zone) : 0);
};

/** The same before any law of this world's own, asked of Intl itself: the simulation does not trust our own zone clock. */
const lawlessOffset = (zone: string, at: number): number => {
  const latest = latestLaws[canonical(zone)];
  if (latest && latest.from <= at && at < latest.until) return latest.hours * hour;
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

/** Date and minutes since midnight on a zone's wall clock, by the laws that were known at `knownAt`. */
export const wallClock = (
  zone: string,
  at: number,
  knownAt = at,
): { readonly date: string; readonly minutes: number } => {
  const wall = at + offsetOf(zone, at, knownAt);
  return { date: new Date(wall).toISOString().slice(0, 10), minutes: Math.floor((wall % (24 * hour)) / minute) };
};

/** The instants of a wall time: two if a law puts the clock back over it; if it is put forward over it, when it is. */
const instantsOf = (zone: string, wall: number): readonly number[] => {
  const guess = wall - lawlessOffset(zone, wall - lawlessOffset(zone, wall));
  const before = wall - lawlessOffset(zone, guess);
  const after = before - shiftOf(zone);
  const jump = jumpAt();
  if (worldLaw === undefined || before === after) return [before];
  const instants = [before < jump ? before : [], after >= jump ? after : []].flat();
  return instants.length > 0 ? instants : [jump];
};

/**
 * The next instant after `from` at which a zone's clock shows that time of day, for times at which no zone changes its
 * clocks but by this world's law.
 */
export const nextInstant = (zone: string, time: string, from: number): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  for (let days = -1; ; days += 1) {
    const midnight = Date.parse(`${wallClock(zone, from + days * 24 * hour).date}T00:00:00Z`);
    const instant = instantsOf(zone, midnight + hours * hour + minutes * minute).find((each) => each > from);
    if (instant !== undefined) return instant;
  }
};

/** The instant from which lateness counts, for a time that a clock skipped when it was put forward. */
export const shownSince = (zone: string, at: number): number =>
  worldLaw !== undefined && at === jumpAt() ? at - Math.max(0, shiftOf(zone)) : at;

/** When a clock showed what it showed at an instant, by the laws known at `knownAt`: one that came late may put it an hour back. */
export const knownSince = (zone: string, at: number, knownAt: number): number => {
  if (worldLaw === undefined) return at;
  const cameLate = worldLaw.at <= at && at < worldLaw.deployedAt && knownAt >= worldLaw.deployedAt;
  return cameLate ? at - Math.max(0, shiftOf(zone)) : at;
};

/** Is it between 08:00 and 20:00 there, give or take, by the laws that were known at `knownAt`? */
export const isDaytime = (zone: string, at: number, toleranceMs: number, knownAt?: number): boolean =>
  [at - toleranceMs, at, at + toleranceMs].some((instant) => {
    const { minutes } = wallClock(zone, instant, knownAt);
    return 8 * 60 <= minutes && minutes < 20 * 60;
  });
