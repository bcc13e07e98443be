import { get } from './api.js';

/**
 * The clocks of zones as the service tells them: a browser's own zone data may be older than ours, and would show a tip of
 * nine o'clock at eight. By zone: how far it is ahead of UTC, and from when on otherwise.
 */
const clocks = new Map();

/** Asks the service for a zone's clock, unless it is known around that instant (ms). */
export const learnZone = async (zone, now) => {
  const known = clocks.get(zone);
  if (known && known.from <= now && now < known.until) return;
  const { from, until, offset, changes } = await get(`zone?name=${encodeURIComponent(zone)}`);
  clocks.set(zone, { from, until, steps: [{ at: Number.NEGATIVE_INFINITY, offset }, ...changes] });
};

/** By how many ms the zone's wall clock is ahead of UTC at an instant; 0 until it is learned. */
export const offsetAt = (zone, at) => (clocks.get(zone)?.steps.findLast((step) => step.at <= at)?.offset ?? 0) * 60_000;
