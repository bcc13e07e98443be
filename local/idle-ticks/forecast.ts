/**
 * A forecast for a function that EventBridge Scheduler starts: the ticks at which it may do more than move its
 * watermark. A tick too many costs a few milliseconds; one too few would lose what was due.
 */
export interface Forecast {
  /**
   * The first tick in (last, until] that has to be run, undefined if none has. `last` is the tick that was run or passed
   * last; all epoch ms.
   */
  nextBusy(last: number, until: number): Promise<number | undefined>;
  /** Leaves in the table what the idle ticks up to this one would have left. */
  pass(upTo: number): Promise<void>;
}

/** Several functions of one tick: it has to be run for all as soon as it has to be for one. */
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
