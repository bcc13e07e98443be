import { overlapMs, youngMs } from '../../functions/reconcile-inbound/reconcile-inbound.ts';
import { tickMs } from '../../shared/domain/tips/due.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import type { Forecast } from './forecast.ts';

/**
 * How far a run looks back, in ms: from the watermark of the run before, with one tick more than needed because Twilio
 * stamps whole seconds.
 */
const lookedAtMs = overlapMs + youngMs + 2 * tickMs;

/**
 * Forecasts the ticks at which `reconcile-inbound` may find a text, or has to repeat a run that failed.
 * `lastReceivedAt`: of Twilio's list, epoch ms.
 */
export const foreseeTexts = (table: Table, lastReceivedAt: () => number | undefined): Forecast => {
  const watermark = createWatermarkStore(table, 'texts');
  return {
    nextBusy: async (last, until) => {
      const next = last + tickMs;
      if (next > until) return undefined;
      const received = lastReceivedAt();
      if (received !== undefined && next <= received + lookedAtMs) return next;
      const reached = (await watermark.read())?.at;
      return reached === undefined || reached < last - youngMs ? next : undefined;
    },
    pass: (upTo) => watermark.advance({ at: upTo - youngMs }),
  };
};
