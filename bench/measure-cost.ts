import { worker } from '../infra/pace.ts';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { resourcesOf, synthesise } from '../test/infra/deployment.ts';
import { runPacing } from '../test/simulation/load/run-pacing.ts';
import {
  alwaysFree,
  type Bill,
  billOf,
  billOfMany,
  coldStartQuantities,
  eventQuantities,
  idleQuantities,
  requestQuantities,
  storageQuantities,
  type TipWork,
  tipQuantities,
} from './cost.ts';
import type { Usage } from './ledger.ts';
import type { Ledger } from './measure-ledger.ts';

const million = 1_000_000;
const tipsAMonth = 30;
/** Of a text Twilio reports `sent` and `delivered`, of a mail SES reports `Send` and `Delivery`. */
const receiptsATip = 2;
/** A reply every other day, answered in one segment. */
const repliesAMonth = 15;
const pagesAMonth = 4;
/** Milliseconds of Lambda: two calls of DynamoDB and our own code; a page reads once. Assumed, rounded up. */
const requestMs = 40;
const memory = { receipts: 256, replies: 512, web: 512 } as const;

export interface CostReport {
  /** Per million tips up to the provider's acceptance, by messages a second. */
  readonly tips: readonly {
    readonly perSecond: number;
    readonly work: TipWork;
    readonly texts: Bill;
    readonly mails: Bill;
  }[];
  /** One of a worker of texts. */
  readonly coldStart: Bill;
  /** Per million each. */
  readonly receipts: Bill;
  readonly replies: Bill;
  readonly pages: Bill;
  readonly idle: IdleCost;
  /** AWS for a thousand subscribers and a month, without what is idle. */
  readonly month: Readonly<Record<Channel, number>>;
}

const page: Usage = { calls: 1, reads: 1, writes: 0, readUnits: 1, writeUnits: 0 };

const workAt = async (perSecond: number): Promise<TipWork> => {
  const people = 100 * perSecond;
  const { billedMsATip, invocations } = await runPacing({ channel: 'sms', perSecond, people });
  return { billedMs: billedMsATip, invocations: invocations / people };
};

/** What a deployment has that is paid for by the month. */
interface Deployed {
  /** By the metric that they look at. */
  readonly alarms: number;
  readonly dashboards: number;
  readonly queues: number;
  readonly schedules: number;
}

/** A month in which nothing happens: at list prices, and with what AWS gives everybody every month. */
export interface IdleCost {
  readonly deployed: Deployed;
  readonly list: Bill;
  readonly free: Bill;
}

/**
 * Resources that cost money by the month whether or not they are used (docs/facts.md#e6). The bill has no line for
 * them, so a deployment must have none.
 */
const paidByTheMonth = [
  'AWS::KMS::Key',
  'AWS::Logs::MetricFilter',
  'AWS::SecretsManager::Secret',
  'AWS::WAFv2::WebACL',
] as const;

const countDeployed = (): Deployed => {
  const resources = resourcesOf(synthesise().all);
  const count = (type: string): number => resources.filter((resource) => resource.type === type).length;
  const missed = paidByTheMonth.filter((type) => count(type) > 0);
  if (missed.length > 0) throw new RangeError(`not in the bill: ${missed.join(', ')}`);
  return {
    // An alarm is paid for by the metric: one on an expression, by each metric in it.
    alarms: resources.reduce((sum, { type, properties }) => {
      if (type !== 'AWS::CloudWatch::Alarm') return sum;
      const metrics = Array.isArray(properties['Metrics']) ? properties['Metrics'] : [properties];
      return sum + metrics.filter((metric) => 'MetricStat' in metric || 'MetricName' in metric).length;
    }, 0),
    dashboards: count('AWS::CloudWatch::Dashboard'),
    // Of the table's stream Lambda reads for nothing.
    queues: resources.filter(
      ({ type, properties }) => type === 'AWS::Lambda::EventSourceMapping' && !('StartingPosition' in properties),
    ).length,
    schedules: count('AWS::Scheduler::Schedule'),
  };
};

/** One of each, halved: of two receipts a tip one is the first, and one the last. */
const meanOf = (one: Usage, other: Usage): Usage => ({
  calls: (one.calls + other.calls) / 2,
  reads: (one.reads + other.reads) / 2,
  writes: (one.writes + other.writes) / 2,
  readUnits: (one.readUnits + other.readUnits) / 2,
  writeUnits: (one.writeUnits + other.writeUnits) / 2,
});

/** A month of one subscriber: tips, receipts, replies, pages, and a year's diary kept. */
const monthOf = (tips: Bill, receipts: Bill, replies: Bill, pages: Bill): number => {
  const each =
    tipsAMonth * tips.usd +
    tipsAMonth * receiptsATip * receipts.usd +
    repliesAMonth * replies.usd +
    pagesAMonth * pages.usd;
  return (1000 * each) / million + billOf(storageQuantities(1000)).usd;
};

/** Prices a month in which nothing happens: the template's alarms, queues and schedules, and what a tick was counted to take. */
export const measureIdle = ({ tick }: Pick<Ledger, 'tick'>): IdleCost => {
  const deployed = countDeployed();
  const quantities = idleQuantities(tick, deployed);
  return { deployed, list: billOf(quantities), free: billOf(quantities, alwaysFree) };
};

/** Prices what was counted: the ledger's units, the simulated workers' milliseconds, the template's alarms and queues. */
export const measureCost = async ({ tip, tick, underWay, receipt, reply }: Ledger): Promise<CostReport> => {
  const tips = [];
  for (const perSecond of [1, 3, 12, 25, 50, 75, 225]) {
    const work = await workAt(perSecond);
    const billBy = (channel: Channel) => billOfMany(tipQuantities(tip, work, worker.memorySize[channel]), million);
    tips.push({ perSecond, work, texts: billBy('sms'), mails: billBy('email') });
  }
  const eitherReceipt = meanOf(underWay, receipt);
  const receipts = billOfMany(requestQuantities(eitherReceipt, requestMs, memory.receipts), million);
  const replies = billOfMany(requestQuantities(reply, requestMs, memory.replies), million);
  const pages = billOfMany(requestQuantities(page, requestMs, memory.web), million);
  // Mail comes and goes by events, not by the HTTP API; what came in lies in S3 for a week.
  const mailReceipts = billOfMany(eventQuantities(eitherReceipt, requestMs, memory.receipts), million);
  const mailIn = [...eventQuantities(reply, requestMs, memory.replies), { price: 'puts', amount: 1 }] as const;
  // A small clinic sends at the pace of one number: a message a second.
  const [slowest] = tips;
  if (!slowest) throw new RangeError('one a second is among the rates');
  return {
    tips,
    coldStart: billOf(coldStartQuantities(worker.memorySize.sms)),
    receipts,
    replies,
    pages,
    idle: measureIdle({ tick }),
    month: {
      sms: monthOf(slowest.texts, receipts, replies, pages),
      email: monthOf(slowest.mails, mailReceipts, billOfMany(mailIn, million), pages),
    },
  };
};
