/**
 * Forecasts, for a function that EventBridge Scheduler starts, the ticks at which it may do more than move its
 * watermark. A tick too many costs a few milliseconds; one too few would lose what was due.
 */
export interface Forecast {
  /**
   * The first tick in (last, until] that has to be run; undefined if there is none. `last` is the tick that was run or
   * passed last. All are epoch ms.
   */
  nextBusy(last: number, until: number): Promise<number | undefined>;
  /** Writes to the table what the idle ticks up to this one would have written. */
  pass(upTo: number): Promise<void>;
}

/** The forecast of several functions of one tick, which has to be run as soon as it has to be for one of them. */
export const forecastOfAll = (forecasts: readonly Forecast[]): Forecast => ({
  nextBusy: async (last, until) => {
    let first: number | undefined;
    for (const forecast of forecasts) first = (await forecast.nextBusy(last, first ?? until)) ?? first;
    return first;
  },
  pass: async (upTo) => {
    for (const forecast of forecasts) await forecast.pass(upTo);
  },
});
