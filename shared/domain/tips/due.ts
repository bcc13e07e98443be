import { dayMs, minuteMs } from '../time/durations.ts';
import { addDays, type LocalDate, type LocalTime } from '../time/local-time.ts';
import {
  clockChanges,
  instantsOf,
  localDateTime,
  offsetAt,
  offsetInIntl,
  readWall,
  stretchAt,
} from '../time/zone-clock.ts';

/** A local date and time of day at which tips are due; `time` is a multiple of 5 minutes. */
export interface DueSlot {
  readonly date: LocalDate;
  readonly time: LocalTime;
}

/**
 * The distance of ticks, in ms. They are at every fifth minute of UTC, as all slots of all zones are (every offset in
 * use is a multiple of a quarter of an hour).
 */
export const tickMs = 5 * minuteMs;

/** How late a tip may be sent, in ms; a later one is skipped and recorded (docs/design.md#section-6). */
export const lateAfterMs = 2 * 60 * minuteMs;

/**
 * How far back a tick looks after an outage, in ms. Tips more than 2 h old are only recorded as late; tips more than 3
 * h old not even that.
 */
export const catchUpMs = 3 * 60 * minuteMs;

const slotAtOrBefore = (wallMs: number): number => Math.floor(wallMs / tickMs) * tickMs;

/**
 * The slots that a forward change of the clock makes due together: all after `before`, up to `until` (ms on the wall
 * clock). Slots of a date that the zone leaves out altogether (Samoa, 2011-12-30) belong to nobody's day and are
 * dropped.
 */
const slotsOver = (before: number, until: number): readonly DueSlot[] => {
  const slots: DueSlot[] = [];
  const [first, last] = [readWall(before).date, readWall(until).date];
  for (let wall = slotAtOrBefore(before) + tickMs; wall <= until; wall += tickMs) {
    const slot = readWall(wall);
    if (slot.date === first || slot.date === last) slots.push(slot);
  }
  return slots;
};

/**
 * What becomes due in a zone at one 5-minute instant of UTC: the slot its clock then shows, and any slots that a
 * spring gap has left out since the tick before. In the repeated autumn hour the same slots come twice;
 * whoever got a tip at the first has that date claimed, and whoever joined or moved in between is not lost.
 * A few comparisons a tick and zone: local clocks are labelled, never compared. Throws UnknownZone.
 */
export const dueSlots = (zone: string, tick: number): readonly DueSlot[] => {
  const { start, offsetMs } = stretchAt(zone, tick);
  const wall = tick + offsetMs;
  if (start > tick - tickMs) {
    const wallBefore = tick - tickMs + stretchAt(zone, tick - tickMs).offsetMs;
    if (wall - wallBefore > tickMs) return slotsOver(wallBefore, wall);
  }
  return [readWall(slotAtOrBefore(wall))];
};

/** How many minutes each zone's clock is ahead of UTC at an instant; a later run compares its own rules with them. */
export const clocksAt = (zones: readonly string[], at: number): Readonly<Record<string, number>> =>
  Object.fromEntries(zones.map((zone) => [zone, offsetAt(zone, at)]));

/**
 * The instant from which each zone is walked (epoch ms): normally the watermark. Newer zone data may make a clock show
 * a later time than it was taken to show when the watermark was set. The slots between those two times were never
 * looked at, so that zone is walked from that much before the watermark. If the clock shows an earlier time, slots come
 * twice, and the claim of that date keeps the second from being sent. `clocks` are the offsets stored with the
 * watermark; before they were stored, they were those of the runtime's own Intl.
 */
export const walkFrom = (
  zones: readonly string[],
  watermark: number,
  clocks: Readonly<Record<string, number>> | undefined,
): ReadonlyMap<string, number> =>
  new Map(
    zones.map((zone) => {
      const now = offsetAt(zone, watermark);
      const before = clocks === undefined ? offsetInIntl(zone, watermark) : clocks[zone];
      return [zone, watermark - Math.max(0, now - (before ?? now)) * minuteMs];
    }),
  );

/**
 * The ticks to walk: the 5-minute instants in (watermark, now], at most the last 3 h of them, oldest first.
 * A watermark ahead of `now` gives none.
 */
export const ticksBetween = (watermark: number, now: number): readonly number[] => {
  const ticks: number[] = [];
  const from = Math.max(watermark, now - catchUpMs);
  for (let tick = (Math.floor(from / tickMs) + 1) * tickMs; tick <= now; tick += tickMs) ticks.push(tick);
  return ticks;
};

const tickAtOrAfter = (at: number): number => Math.ceil(at / tickMs) * tickMs;

/** The ticks at which a local date's time is due: two where it comes twice, the one after a gap, none on a date left out. */
const ticksOf = (zone: string, date: LocalDate, time: LocalTime): readonly number[] => {
  const instants = instantsOf(zone, date, time);
  if (instants.length > 0) return instants.map(tickAtOrAfter);
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return clockChanges(zone, midnight - 2 * dayMs, midnight + 2 * dayMs)
    .map(({ at }) => tickAtOrAfter(at))
    .filter((tick) => dueSlots(zone, tick).some((slot) => slot.date === date && slot.time === time));
};

/**
 * When a person with this time of day is next due: the first tick after `after` (epoch ms) whose local date is not
 * before `notBefore`, and that date. It predicts what dueSlots will do, for texts such as "your next tip comes …".
 */
export const nextDue = (
  zone: string,
  time: LocalTime,
  after: number,
  notBefore?: LocalDate,
): { readonly at: number; readonly date: LocalDate } => {
  // The search starts a day early, because a slot in a gap over midnight is due when the clock already shows the next
  // date.
  const yesterday = addDays(localDateTime(zone, after).date, -1);
  const start = notBefore !== undefined && notBefore > yesterday ? notBefore : yesterday;
  // Yesterday, today, a date left out and tomorrow: four dates always hold one tick, unless `time` is off the 5-minute
  // grid.
  for (let days = 0; days < 5; days += 1) {
    const date = addDays(start, days);
    const at = ticksOf(zone, date, time).find((tick) => tick > after);
    if (at !== undefined) return { at, date };
  }
  throw new RangeError(`${time} never comes in ${zone}`);
};
