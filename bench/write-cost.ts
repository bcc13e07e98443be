import { billRows, dollars } from './bill-rows.ts';
import type { Bill } from './cost.ts';
import { table } from './markdown-table.ts';
import type { CostReport } from './measure-cost.ts';
import { priceTable } from './price-table.ts';
import { renderIdle } from './write-idle.ts';
import { renderMemory, type SenderReports } from './write-memory.ts';

/** docs/cost.md. */
export const renderCost = (report: CostReport, senders: SenderReports, emptyMegabytes: number): string => {
  const {
    textsOut,
    textsIn,
    carrierFees,
    number,
    campaign,
    mails,
    mailsIn,
    mailsALaCarte,
    postgres,
    redis,
    server,
    writeUnits,
    readUnits,
  } = priceTable;
  const text = textsOut.usd + carrierFees.usd;
  const at25 = report.tips.find(({ perSecond }) => perSecond === 25);
  if (!at25) throw new RangeError('25 a second is among the rates');
  const thousandTexts = 1000 * (45 * text + 15 * textsIn.usd) + number.usd + campaign.usd;
  const thousandMails = (45_000 * mails.usd) / mails.per + (15_000 * mailsIn.usd) / mailsIn.per;
  const gigabyteSecondsOf = ({ charges }: Bill): number =>
    charges.find(({ price }) => price === 'gigabyteSeconds')?.usd ?? 0;
  return `# What it costs

Written by \`npm run bench -- --cost\` from what was counted and from a price table (bench/price-table.ts, US list prices). The message is the bill: a text costs about ${Math.round((text * 1e6) / at25.texts.usd / 100) * 100} times what the AWS work for it costs.

## A million tips, up to the provider's acceptance

Texts, at 25 a second:

${table(['', 'amount', 'US$'], billRows(at25.texts))}

The units and calls are counted at the embedded engine by a middleware of the SDK (bench/measure-ledger.ts), the scheduler's share included. A worker is billed while it waits for its pace, so Lambda's share depends on the rate: SQS wants at least two workers, and each sends 25 a second at most.

${table(
  ['messages a second', 'workers’ ms a tip', 'Lambda, texts', 'all of AWS, texts', 'all of AWS, mails'],
  report.tips.map(({ perSecond, work, texts, mails: byMail }) => [
    String(perSecond),
    work.billedMs.toFixed(1),
    dollars(gigabyteSecondsOf(texts), 3),
    dollars(texts.usd, 3),
    dollars(byMail.usd, 3),
  ]),
)}

Not in it: a cold start, ${dollars(report.coldStart.usd, 7)} (assumed: 1.5 s until a worker keeps its pace); were each thousand tips a morning of its own with two of them, ${dollars(2000 * report.coldStart.usd, 3)} a million.

Beside it, a million receipts: ${dollars(report.receipts.usd)}; replies (scores): ${dollars(report.replies.usd)}; pages: ${dollars(report.pages.usd)}. Twilio sends two receipts a text: one that it is on its way, which mostly is read and not written, and one how it ended. Their Lambda time is an assumption, 40 ms; $1.00 of each is the HTTP API, through which nothing of a mail goes.

The month's cap is counted once a group of a hundred tips, a write and half a read: ${dollars(10_000 * (writeUnits.usd / writeUnits.per + (0.5 * readUnits.usd) / readUnits.per), 3)} a million tips; an answer by one in sixteen: ${dollars((62_500 * writeUnits.usd) / writeUnits.per, 3)} a million answers. Neither is in the tables.

A million messages: Twilio ${dollars(text * 1e6, 0)} (${textsOut.usd} and the carriers' ${carrierFees.usd} a segment), SES ${dollars((mails.usd * 1e6) / mails.per, 0)} (Essentials) or ${dollars((mailsALaCarte.usd * 1e6) / mailsALaCarte.per, 0)} (à la carte).

${renderMemory(senders, emptyMegabytes)}

## A thousand subscribers for a month

Thirty tips each, a reply every other day and its answer, four pages, at one message a second; two receipts a tip; a year of diaries kept, and in the continuous backup:

${table(
  ['', 'by text', 'by mail'],
  [
    ['Twilio (US), or SES', dollars(thousandTexts), dollars(thousandMails)],
    ['AWS, for what they do', dollars(report.month.sms), dollars(report.month.email)],
  ],
)}

Twilio's includes the number and the campaign (${dollars(number.usd)} and at most ${dollars(campaign.usd)} a month); SES's what it receives. What AWS costs when nothing happens comes on top.

${renderIdle(report.idle)}

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
