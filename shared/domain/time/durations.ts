/** Lengths of time in milliseconds. A day here is 24 hours; a local day may be 23 or 25 (zone-clock.ts). */
export const minuteMs = 60_000;
/** An hour, in ms. */
export const hourMs = 60 * minuteMs;
/** A day of 24 hours, in ms; a local day may be longer or shorter. */
export const dayMs = 24 * hourMs;
