import type { Bill } from './cost.ts';

/** An amount of money, with so many digits of a dollar. */
export const dollars = (usd: number, digits = 2): string => `$${usd.toFixed(digits)}`;

const labels: Readonly<Record<string, string>> = {
  writeUnits: 'DynamoDB, write units',
  readUnits: 'DynamoDB, read units',
  gigabyteSeconds: 'Lambda, GB-seconds',
  invocations: 'Lambda, requests',
  sqsRequests: 'SQS, requests',
  schedules: 'Scheduler',
  httpRequests: 'HTTP API, requests',
  logBytes: "Logs (Lambda's own lines), bytes",
  storedLogBytes: 'Logs kept for a month, bytes',
  keyRequests: 'KMS, requests for the table’s key',
  alarms: 'Alarms',
};

const amount = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2));

/** A bill as rows of a table: item, quantity, price. */
export const billRows = ({ charges, usd }: Bill): string[][] => [
  ...charges.map((charge) => [labels[charge.price] ?? charge.price, amount(charge.amount), dollars(charge.usd, 3)]),
  ['**together**', '', `**${dollars(usd, 3)}**`],
];
