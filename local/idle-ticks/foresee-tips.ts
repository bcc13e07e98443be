import { isSlotInWindow } from '../../shared/domain/time/sending-window.ts';
import { clocksAt, dueSlots, tickMs, walkFrom } from '../../shared/domain/tips/due.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import { readDueTimes } from './due-times.ts';
import type { Forecast } from './forecast.ts';

/** The first tick in (last, until] at which somebody's time of day comes, by the scheduler's own reckoning of what is due. */
export const firstDueTick = (
  timesByZone: ReadonlyMap<string, ReadonlySet<string>>,
  last: number,
  until: number,
): number | undefined => {
  const inhabited = [...timesByZone].filter(([, times]) => times.size > 0);
  if (inhabited.length === 0) return undefined;
  for (let tick = last + tickMs; tick <= until; tick += tickMs) {
    const isDue = inhabited.some(([zone, times]) =>
      dueSlots(zone, tick).some(({ time }) => isSlotInWindow(time) && times.has(time)),
    );
    if (isDue) return tick;
  }
  return undefined;
};

/** Forecasts the ticks at which `schedule-tips` has somebody to queue or something to catch up with. */
export const foreseeTips = (table: Table): Forecast => {
  const [watermark, zones] = [createWatermarkStore(table), createZoneStore(table)];
  return {
    nextBusy: async (last, until) => {
      const next = last + tickMs;
      if (next > until) return undefined;
      const [reached, inUse] = await Promise.all([watermark.read(), zones.read()]);
      if (reached?.at !== last) return next;
      // Newer zone data than those of the last tick: slots that were passed over are walked again.
      if ([...walkFrom(inUse, last, reached.clocks).values()].some((from) => from < last)) return next;
      const times = await Promise.all(inUse.map((zone) => readDueTimes(table, zone)));
      return firstDueTick(new Map(inUse.map((zone, place) => [zone, times[place] ?? new Set<string>()])), last, until);
    },
    pass: async (upTo) => watermark.advance({ at: upTo, clocks: clocksAt(await zones.read(), upTo) }),
  };
};
