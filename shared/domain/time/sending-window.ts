import { dayMs, minuteMs } from './durations.ts';
import { type LocalTime, minutesOf, timeOfMinutes } from './local-time.ts';
import { clockChanges, offsetAt } from './zone-clock.ts';

/** The window opens at 08:00, in minutes since midnight. */
const opensAt = 8 * 60;
/**
 * The window closes at 20:00 local time: within the US rule of 08:00–21:00 and the narrower ones of some states
 * (docs/facts.md#c1).
 */
const closesAt = 20 * 60;
/** Times of day stand on a 5-minute grid. */
const gridMinutes = 5;
const dayMinutes = 24 * 60;
/** How far ahead a promised time of day must be allowed, in ms: a year, over every change of clocks. */
const yearAheadMs = 366 * dayMs;

const withinDay = (minutes: number): number => ((minutes % dayMinutes) + dayMinutes) % dayMinutes;

const isOpen = (minutes: number): boolean => {
  const time = withinDay(minutes);
  return opensAt <= time && time < closesAt;
};

/** Whether a time of day is in the window, by the clock of a zone that is certain. */
export const isSlotInWindow = (time: LocalTime): boolean => isOpen(minutesOf(time));

/**
 * Whether a tip may be sent at an instant: only if it is between 08:00 and 20:00 in every zone the person may be in.
 */
export const isInWindow = (zones: readonly string[], at: number): boolean =>
  zones.length > 0 && zones.every((zone) => isOpen(Math.floor(at / minuteMs) + offsetAt(zone, at)));

/** Milliseconds until the window closes in the first of these zones; 0 outside it. */
export const windowClosesIn = (zones: readonly string[], at: number): number =>
  isInWindow(zones, at)
    ? Math.min(
        ...zones.map((zone) => {
          const wall = at + offsetAt(zone, at) * minuteMs;
          return closesAt * minuteMs - (((wall % dayMs) + dayMs) % dayMs);
        }),
      )
    : 0;

/** A stretch of the coming year in which no zone's clock changes. */
interface Season {
  /**
   * What the first zone's clock shows when the stretch begins, in minutes since midnight; `minutes` is how long it
   * lasts.
   */
  readonly opening: number;
  readonly minutes: number;
  /** How many minutes each zone's clock is ahead of the first's. */
  readonly leads: readonly number[];
}

const seasonsOfYear = (zones: readonly string[], from: number): readonly Season[] => {
  const [own] = zones;
  if (own === undefined) throw new RangeError('a person is in some zone');
  const until = from + yearAheadMs;
  const changes = zones.flatMap((zone) => clockChanges(zone, from, until).map(({ at }) => at));
  const starts = [...new Set([from, ...changes])].sort((a, b) => a - b);
  return starts.map((start, index) => {
    const lead = offsetAt(own, start);
    return {
      opening: withinDay(Math.floor(start / minuteMs) + lead),
      minutes: ((starts[index + 1] ?? until) - start) / minuteMs,
      leads: zones.map((zone) => offsetAt(zone, start) - lead),
    };
  });
};

/**
 * Whether a time of day is in the window of all zones, in every season that has that time. A season may last three
 * hours of one night, between the changes of clocks in New York and Los Angeles, and has no daytime then.
 */
const isAllowedIn = (seasons: readonly Season[], time: number): boolean =>
  seasons.every(
    ({ opening, minutes, leads }) => withinDay(time - opening) >= minutes || leads.every((lead) => isOpen(time + lead)),
  );

/**
 * Whether the tip may be set to this time of the first zone's clock: it must be in the window of all zones on every day
 * of the coming year.
 */
export const isAllowedTime = (zones: readonly string[], time: LocalTime, now: number): boolean =>
  isAllowedIn(seasonsOfYear(zones, now), minutesOf(time));

const allowedTimes = (zones: readonly string[], now: number): readonly number[] => {
  const grid = Array.from({ length: dayMinutes / gridMinutes }, (_, index) => index * gridMinutes);
  const seasons = seasonsOfYear(zones, now);
  const allowed = grid.filter((time) => isAllowedIn(seasons, time));
  // Zones half a world apart share no daytime. Then the first zone's own window may be asked for, and isInWindow still
  // refuses to send.
  return allowed.length > 0 ? allowed : grid.filter(isOpen);
};

/**
 * The times between which a tip may be set, by the first zone's clock: 08:00 to 20:00 where the zone is certain, less
 * while it is a guess. `closes` is five minutes after the last slot.
 */
export const windowOf = (
  zones: readonly string[],
  now: number,
): { readonly opens: LocalTime; readonly closes: LocalTime } => {
  const allowed = allowedTimes(zones, now);
  return { opens: timeOfMinutes(Math.min(...allowed)), closes: timeOfMinutes(Math.max(...allowed) + gridMinutes) };
};

const nearest = (allowed: readonly number[], wanted: number): LocalTime =>
  timeOfMinutes(allowed.reduce((best, time) => (Math.abs(time - wanted) < Math.abs(best - wanted) ? time : best)));

/** The allowed time nearest to the one asked for, on the same day; the earlier of two equally near. */
export const nearestAllowedTime = (zones: readonly string[], asked: LocalTime, now: number): LocalTime =>
  nearest(allowedTimes(zones, now), minutesOf(asked));

/** The first allowed time of day not before the preferred one, or the nearest allowed if the rest of the day has none. */
export const earliestAllowedTime = (zones: readonly string[], preferred: LocalTime, now: number): LocalTime => {
  const allowed = allowedTimes(zones, now);
  const wanted = minutesOf(preferred);
  const later = allowed.find((time) => time >= wanted);
  return later === undefined ? nearest(allowed, wanted) : timeOfMinutes(later);
};
