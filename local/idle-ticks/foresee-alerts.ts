import { tickMs } from '../../shared/domain/tips/due.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import type { Forecast } from './forecast.ts';

/** Forecasts the ticks of alert-clinic: every tick while a red flag waits, none otherwise. */
export const foreseeAlerts = (table: Table): Forecast => {
  const worklist = createWorklistStore(table);
  return {
    nextBusy: async (last, until) => {
      const next = last + tickMs;
      if (next > until) return undefined;
      const waits = (await worklist.list()).some(({ acknowledgedAt }) => acknowledgedAt === undefined);
      return waits ? next : undefined;
    },
    pass: async () => {},
  };
};
