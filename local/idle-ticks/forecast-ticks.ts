import type { Table } from '../../shared/store/dynamodb-table.ts';
import type { ScheduledFunction } from '../functions.ts';
import { type Forecast, forecastOfAll } from './forecast.ts';
import { foreseeAlerts } from './foresee-alerts.ts';
import { foreseeTexts } from './foresee-texts.ts';
import { foreseeTips } from './foresee-tips.ts';

/** The forecast of a function that is not deployed. */
const never: Forecast = { nextBusy: async () => undefined, pass: async () => {} };

/**
 * Forecasts which ticks a move may pass over. `lastReceivedAt` tells when the youngest text in Twilio's list came
 * (epoch ms); it is left out where there are no texts.
 */
export const forecastTicks = (table: Table, lastReceivedAt?: () => number | undefined): Forecast => {
  const forecasts: Readonly<Record<ScheduledFunction, Forecast>> = {
    scheduleTips: foreseeTips(table),
    reconcileInbound: lastReceivedAt ? foreseeTexts(table, lastReceivedAt) : never,
    alertClinic: foreseeAlerts(table),
  };
  return forecastOfAll(Object.values(forecasts));
};
