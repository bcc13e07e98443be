import { metricNames } from '../shared/platform/metrics.ts';
import { billRows, dollars } from './bill-rows.ts';
import { alwaysFree } from './cost.ts';
import { table } from './markdown-table.ts';
import type { IdleCost } from './measure-cost.ts';
import { priceTable } from './price-table.ts';

/** Of 24: tips come between 8 and 8, in one zone or two, and receipts after them. */
const hoursTold = 14;
const freeMetrics = 10;
/** Three dashboards of up to 50 metrics are free (general knowledge). */
const freeDashboards = 3;

/** The section of docs/cost.md about a month in which nothing happens. */
export const renderIdle = ({ deployed, list, free }: IdleCost): string => {
  const { alarms, queues, schedules, dashboards } = deployed;
  if (dashboards > freeDashboards) throw new RangeError('not in the bill: dashboards beyond three');
  const names = Object.keys(metricNames).length;
  const { usd } = priceTable.metrics;
  const told = (usd * 2 * names * hoursTold) / 24;
  const paid = (usd * Math.max(0, (2 * names * hoursTold) / 24 - freeMetrics)).toFixed(2);
  const alarmsPaid = Math.max(0, alarms - (alwaysFree.alarms ?? 0)) * priceTable.alarms.usd;
  return `## When nothing happens

Alarms that look at ${alarms} metrics (an alarm is paid for by the metric), ${queues} queues that Lambda polls, ${schedules} schedules that run every five minutes, logs kept for a month. Nothing else that is deployed costs anything by the month: no key, no secret; the one dashboard is among the three that every account has free (general knowledge); the keys are AWS's, the parameter is a standard one, queues and SES's events cost by use. A month:

${table(['', 'amount', 'US$'], billRows(list))}

With what AWS gives everybody every month (ten alarms, a million SQS requests, Lambda's, the Scheduler's and KMS's): **${dollars(free.usd)}**, of which ${dollars(alarmsPaid)} are alarms.

Our own metrics are log lines; CloudWatch bills each by the hours in which it was told anything, so that an idle deployment pays for none. ${names} are told by channel: were each of them told in ${hoursTold} hours of every day, by both channels, they would come to ${dollars(told)} a month, $${paid} with the ten that are free (general knowledge); most are told in few hours, and the reasons for which tips are skipped are one more each.`;
};
