/** Lengths of time in milliseconds. A day here is 24 hours; a local day may be 23 or 25 (zone-clock.ts). */
export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;
