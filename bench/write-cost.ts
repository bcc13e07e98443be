import type { Bill } from './cost.ts';
import type { CostReport } from './measure-cost.ts';
import type { SenderReadings } from './measure-sender.ts';
import { priceTable } from './price-table.ts';

const dollars = (usd: number, digits = 2): string => `$${usd.toFixed(digits)}`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map((_, column) => (column === 0 ? '---' : '--:')), ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const labels: Readonly<Record<string, string>> = {
  writeUnits: 'DynamoDB, write units',
  readUnits: 'DynamoDB, read units',
  gigabyteSeconds: 'Lambda, GB-seconds',
  invocations: 'Lambda, requests',
  sqsRequests: 'SQS, requests',
  schedules: 'Scheduler',
  httpRequests: 'HTTP API, requests',
  logBytes: "Logs (Lambda's own lines), bytes",
  alarms: 'Alarms',
};

const amount = (value: number): string => (value >= 100 ? Math.round(value).toLocaleString('en-US') : value.toFixed(2));

const billRows = ({ charges, usd }: Bill): string[][] => [
  ...charges.map((charge) => [labels[charge.price] ?? charge.price, amount(charge.amount), dollars(charge.usd, 3)]),
  ['**together**', '', `**${dollars(usd, 3)}**`],
];

/** docs/cost.md. */
export const renderCost = (report: CostReport, senders: Readonly<Record<'sms' | 'email', SenderReadings>>): string => {
  const { textsOut, textsIn, carrierFees, mails, mailsALaCarte, postgres, redis, server } = priceTable;
  const text = textsOut.usd + carrierFees.usd;
  const at25 = report.tips.find(({ perSecond }) => perSecond === 25);
  if (!at25) throw new RangeError('25 a second is among the rates');
  const thousandTexts = 1000 * (45 * text + 15 * textsIn.usd);
  const thousandMails = (45_000 * mails.usd) / mails.per;
  return `# What it costs

Written by \`npm run bench -- --cost\` from what was counted and from a price table (bench/price-table.ts, US list prices). The message is the bill: a text costs about ${Math.round((text * 1e6) / at25.bill.usd / 100) * 100} times what the AWS work for it costs.

## A million tips, up to the provider's acceptance

At 25 a second:

${table(['', 'amount', 'US$'], billRows(at25.bill))}

The units and calls are counted at the embedded engine by a middleware of the SDK (bench/measure-ledger.ts). A worker is billed while it waits for its pace, so Lambda's share depends on the rate: SQS wants at least two workers, and each sends 25 a second at most.

${table(
  ['messages a second', 'workers’ ms a tip', 'Lambda', 'all of AWS'],
  report.tips.map(({ perSecond, work, bill }) => [
    String(perSecond),
    work.billedMs.toFixed(1),
    dollars(bill.charges.find(({ price }) => price === 'gigabyteSeconds')?.usd ?? 0, 3),
    dollars(bill.usd, 3),
  ]),
)}

Beside it, a million receipts: ${dollars(report.receipts.usd)}; replies (scores): ${dollars(report.replies.usd)}; pages: ${dollars(report.pages.usd)}. Twilio sends two receipts a text. Their Lambda time is an assumption, 40 ms; $1.00 of each is the HTTP API.

A million messages: Twilio ${dollars(text * 1e6, 0)} (${textsOut.usd} and the carriers' ${carrierFees.usd} a segment), SES ${dollars((mails.usd * 1e6) / mails.per, 0)} (Essentials) or ${dollars((mailsALaCarte.usd * 1e6) / mailsALaCarte.per, 0)} (à la carte).

## The memory of a worker

${table(
  ['', 'peak memory', 'processor time a tip'],
  Object.entries(senders).map(([channel, { peakMegabytes, cpuMsATip }]) => [
    channel === 'sms' ? 'texts' : 'mails',
    `${Math.round(peakMegabytes)} MB`,
    `${cpuMsATip.toFixed(1)} ms`,
  ]),
)}

The bundle that is deployed, in a process of its own with the settings it is deployed with, 600 tips at 25 a second, on an x86 machine, over HTTP without TLS. Lambda's runtime, TLS and the parameter extension come on top (not measured here), and a worker that runs out of memory leaves its tips in doubt: hence ${report.memorySize} MB, not the least that might do. At 25 tips a second a worker uses ${Math.round((25 * Math.max(senders.sms.cpuMsATip, senders.email.cpuMsATip)) / 10)} % of a processor. Look at "Max Memory Used" in the first REPORT lines of a deployment; the number stands in infra/pace.ts.

## A thousand subscribers for a month

Thirty tips each, a reply every other day and its answer, four pages, at one text a second:

${table(
  ['', 'by text', 'by mail'],
  [
    ['Twilio (US) or SES', dollars(thousandTexts, 0), dollars(thousandMails)],
    ['AWS, idle cost included', dollars(report.month.aws), dollars(report.month.aws)],
  ],
)}

## When nothing happens

${report.deployed.alarms} alarms, ${report.deployed.queues} queues that Lambda polls, ${report.deployed.schedules} schedules that run every five minutes. A month:

${table(['', 'amount', 'US$'], billRows(report.idle.list))}

With what AWS gives everybody every month (ten alarms, a million SQS requests, Lambda's and the Scheduler's): **${dollars(report.idle.free.usd)}**.

## The server that the alternatives need

They run all day whoever is due:

${table(
  ['', 'keeps its jobs in', 'a month'],
  [
    ['pg-boss, graphile-worker', 'PostgreSQL', dollars(postgres.usd + server.usd, 0)],
    ['BullMQ', 'Redis', dollars(redis.usd + server.usd, 0)],
    [
      'listmonk, RapidPro',
      'PostgreSQL (and Redis)',
      `${dollars(postgres.usd + server.usd, 0)}–${dollars(postgres.usd + redis.usd + 2 * server.usd, 0)}`,
    ],
  ],
)}

One small instance of each, in one zone, and one small worker: RDS db.t4g.micro with 20 GB, ElastiCache cache.t4g.micro, Fargate with a quarter of a processor. These three prices are from general knowledge.

## Prices

${table(
  ['what', 'US$', 'from'],
  Object.values(priceTable).map(({ usd, per, unit, source }) => [
    unit,
    per === 1 ? String(usd) : `${usd} for ${per.toLocaleString('en-US')}`,
    source,
  ]),
)}

Sources are the sections of the project's fact sheet. Check them before relying on them.
`;
};
