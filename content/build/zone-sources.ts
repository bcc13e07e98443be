import moment from 'moment-timezone';
import { askForBlock, blockMs, offsetFormat, type Stretch } from '../../shared/domain/time/zone-changes.ts';
import type { ClockHistory } from './yearly-rule.ts';

/** A source of time zone data. */
export interface ZoneSource {
  /** The version of the tz database, such as 2026f. */
  readonly version: string | undefined;
  /** Its name, for the terminal. */
  readonly title: string;
  /** Every name of every zone that it knows. */
  readonly names: () => readonly string[];
  /** The changes of a zone's clock; undefined if it has no such zone. */
  readonly historyOf: (zone: string, firstBlock: number, blocks: number) => ClockHistory | undefined;
}

/** A clock changed within a minute, or its offset has seconds: there has been none since 1972. */
class UnevenClock extends Error {
  override readonly name = 'UnevenClock';
}

const minuteMs = 60_000;

const wholeMinutes = (zone: string, minutes: number): number => {
  if (!Number.isInteger(minutes)) throw new UnevenClock(`${zone}: ${minutes} minutes`);
  // JSON has no -0.
  return minutes === 0 ? 0 : minutes;
};

/** Turns spans of one offset into the changes between them. */
const historyFrom = (
  zone: string,
  span: Pick<ClockHistory, 'from' | 'until'>,
  stretches: readonly Stretch[],
): ClockHistory => {
  const changes: [number, number][] = [];
  let offset: number | undefined;
  let last: number | undefined;
  for (const { start, offsetMs } of stretches) {
    const minutes = wholeMinutes(zone, offsetMs / minuteMs);
    if (start > span.from && minutes !== last) {
      wholeMinutes(zone, start / minuteMs);
      changes.push([start, minutes]);
    } else offset ??= minutes;
    last = minutes;
  }
  return { ...span, offset: offset ?? 0, changes };
};

const spanOf = (firstBlock: number, blocks: number) => ({
  from: firstBlock * blockMs,
  until: (firstBlock + blocks) * blockMs,
});

/**
 * The zone data of moment-timezone, which follows each release of the tz database within days. It lists changes up to
 * the year 2499; `offsets` are minutes behind UTC, and `untils` the instants at which each ends (exclusive).
 */
export const packagedZones: ZoneSource = {
  version: moment.tz.dataVersion,
  title: `moment-timezone ${moment.tz.version}`,
  names: () => moment.tz.names(),
  historyOf: (zone, firstBlock, blocks) => {
    const known = moment.tz.zone(zone);
    if (known === null) return undefined;
    const span = spanOf(firstBlock, blocks);
    const stretches = known.offsets.map((behind, index) => ({
      start: known.untils[index - 1] ?? Number.NEGATIVE_INFINITY,
      end: known.untils[index] ?? Number.POSITIVE_INFINITY,
      offsetMs: -behind * minuteMs,
    }));
    return historyFrom(
      zone,
      span,
      stretches.filter(({ start, end }) => end > span.from && start < span.until),
    );
  },
};

/** The zone data behind this runtime's Intl: its own zones, and those names of `others` that it knows too. */
export const runtimeZones = (version: string | undefined, others: readonly string[] = []): ZoneSource => {
  const formatOf = (zone: string): Intl.DateTimeFormat | undefined => {
    try {
      return offsetFormat(zone);
    } catch (error) {
      if (error instanceof RangeError) return undefined;
      throw error;
    }
  };
  return {
    version,
    title: 'this Node.js',
    names: () => [
      ...new Set([...Intl.supportedValuesOf('timeZone'), ...others.filter((name) => formatOf(name) !== undefined)]),
    ],
    historyOf: (zone, firstBlock, blocks) => {
      const format = formatOf(zone);
      if (format === undefined) return undefined;
      const indexes = Array.from({ length: blocks }, (_, index) => firstBlock + index);
      return historyFrom(
        zone,
        spanOf(firstBlock, blocks),
        indexes.flatMap((index) => askForBlock(format, index)),
      );
    },
  };
};
