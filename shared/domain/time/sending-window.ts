import { type LocalTime, minutesOf, timeOfMinutes } from './local-time.ts';
import { clockChanges, dayMs, minuteMs, offsetAt } from './zone-clock.ts';

/** Tips are sent from 08:00 … */
const opensAt = 8 * 60;
/** … until before 20:00 local: inside the US rule of 08:00–21:00 and the narrower ones of some states (docs/facts.md#c1). */
const closesAt = 20 * 60;
/** Times of day stand on a 5-minute grid. */
const gridMinutes = 5;
const dayMinutes = 24 * 60;
/** A promise about a time of day has to hold a year on, over every change of clocks. */
const yearAheadMs = 366 * dayMs;

const withinDay = (minutes: number): number => ((minutes % dayMinutes) + dayMinutes) % dayMinutes;

const isOpen = (minutes: number): boolean => {
  const time = withinDay(minutes);
  return opensAt <= time && time < closesAt;
};

/** Is this time of day, on the clock of a zone that is sure, in the window? */
export const isSlotInWindow = (time: LocalTime): boolean => isOpen(minutesOf(time));

/** May a tip be sent at this instant? Only if it is between 08:00 and 20:00 in every zone the person may be in. */
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
   * What the first zone's clock shows when the stretch begins, in minutes since midnight, and how many minutes the
   * stretch lasts.
   */
  readonly opening: number;
  readonly minutes: number;
  /** By how many minutes the clocks of all the zones are ahead of the first's. */
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
 * Whether a time of day is in the window of all zones, in every season that has that time. A season may be three hours
 * of one night, between the changes of clocks in New York and in Los Angeles, and has no daytime then.
 */
const isAllowedIn = (seasons: readonly Season[], time: number): boolean =>
  seasons.every(
    ({ opening, minutes, leads }) => withinDay(time - opening) >= minutes || leads.every((lead) => isOpen(time + lead)),
  );

/** May the tip be set to this time of the first zone's clock: in the window of all the zones, on any day of the coming year? */
export const isAllowedTime = (zones: readonly string[], time: LocalTime, now: number): boolean =>
  isAllowedIn(seasonsOfYear(zones, now), minutesOf(time));

const allowedTimes = (zones: readonly string[], now: number): readonly number[] => {
  const grid = Array.from({ length: dayMinutes / gridMinutes }, (_, index) => index * gridMinutes);
  const seasons = seasonsOfYear(zones, now);
  const allowed = grid.filter((time) => isAllowedIn(seasons, time));
  // Zones half a world apart share no daytime. The first zone's own window is then what can be asked for; isInWindow still refuses to send.
  return allowed.length > 0 ? allowed : grid.filter(isOpen);
};

/**
 * From when until when a tip may be set, on the first zone's clock: 08:00 to 20:00 where the zone is sure, less while it
 * is a guess. `closes` is five minutes after the last slot.
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

/** The allowed time of day nearest to the one asked for, on the same day; the earlier of two as near. */
export const nearestAllowedTime = (zones: readonly string[], asked: LocalTime, now: number): LocalTime =>
  nearest(allowedTimes(zones, now), minutesOf(asked));

/** The first allowed time of day not before the preferred one, or the nearest allowed if the rest of the day has none. */
export const earliestAllowedTime = (zones: readonly string[], preferred: LocalTime, now: number): LocalTime => {
  const allowed = allowedTimes(zones, now);
  const wanted = minutesOf(preferred);
  const later = allowed.find((time) => time >= wanted);
  return later === undefined ? nearest(allowed, wanted) : timeOfMinutes(later);
};
