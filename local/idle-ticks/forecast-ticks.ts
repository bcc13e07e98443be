import type { Table } from '../../shared/store/dynamodb-table.ts';
import type { ScheduledFunction } from '../functions.ts';
import { type Forecast, forecastOfAll } from './forecast.ts';
import { foreseeTexts } from './foresee-texts.ts';
import { foreseeTips } from './foresee-tips.ts';

/** Which ticks a move may pass over. `lastReceivedAt`: when the youngest text came that Twilio lists, epoch ms. */
export const forecastTicks = (table: Table, lastReceivedAt: () => number | undefined): Forecast => {
  const forecasts: Readonly<Record<ScheduledFunction, Forecast>> = {
    scheduleTips: foreseeTips(table),
    reconcileInbound: foreseeTexts(table, lastReceivedAt),
  };
  return forecastOfAll(Object.values(forecasts));
};
