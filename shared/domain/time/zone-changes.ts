import { dayMs } from './durations.ts';
/** A stretch of time in which a zone's offset stays the same. */
export interface Stretch {
  /** Where the clock changed, or the table's block begins (epoch ms). */
  readonly start: number;
  readonly offsetMs: number;
}

/** The length of a block of a table, in ms: 398 days. A tick needs one block per zone, a year's look ahead two. */
export const blockMs = 2 ** 35;
/**
 * The distance of the instants that are asked about, in ms: no zone has changed its clocks twice within two weeks since
 * 1970, so one a week misses nothing.
 */
const probeMs = 7 * dayMs;

/** Reads an offset, in ms, as Intl prints it: `GMT`, `GMT+05:45`, before 1972 also `GMT-00:44:30`. */
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

/** The even stretches of a block, the one that began `index` blocks after 1970. */
export const askForBlock = (format: Intl.DateTimeFormat, index: number): readonly Stretch[] => {
  const start = index * blockMs;
  const stretches = [{ start, offsetMs: readOffset(format, start) }];
  const end = start + blockMs;
  for (let from = start, offsetMs = readOffset(format, start); from < end - 1; ) {
    const to = Math.min(from + probeMs, end - 1);
    if (readOffset(format, to) !== offsetMs) {
      const change = changeBetween(format, from, to, offsetMs);
      // A change in the block's last second rounds up into the next block and is found there.
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

/**
 * The format with which a zone's offset is read.
 * @throws RangeError if this runtime knows no such zone
 */
export const offsetFormat = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
