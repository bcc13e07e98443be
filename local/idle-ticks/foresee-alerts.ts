import { tickMs } from '../../shared/domain/tips/due.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import type { Forecast } from './forecast.ts';

/** The clinic's alerts: while a red flag waits, every tick may tell somebody of it; without one none does. */
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
