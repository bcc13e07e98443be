import { worker } from '../infra/pace.ts';
import { resourcesOf, synthesise } from '../test/infra/deployment.ts';
import { runPacing } from '../test/simulation/load/run-pacing.ts';
import {
  alwaysFree,
  type Bill,
  billOf,
  billOfMany,
  idleQuantities,
  requestQuantities,
  type TipWork,
  tipQuantities,
} from './cost.ts';
import type { Usage } from './ledger.ts';
import type { Ledger } from './measure-ledger.ts';

const million = 1_000_000;
const tipsAMonth = 30;
/** Of a text Twilio reports `sent` and `delivered`. */
const receiptsAText = 2;
/** A reply every other day, answered in one segment. */
const repliesAMonth = 15;
const pagesAMonth = 4;
/** Milliseconds of Lambda: two calls of DynamoDB and our own code; a page reads once. Assumed, rounded up. */
const requestMs = 40;
const memory = { receipts: 256, replies: 512, web: 512 } as const;

export interface CostReport {
  readonly memorySize: number;
  /** Per million tips up to the provider's acceptance, by messages a second. */
  readonly tips: readonly { readonly perSecond: number; readonly work: TipWork; readonly bill: Bill }[];
  /** Per million each. */
  readonly receipts: Bill;
  readonly replies: Bill;
  readonly pages: Bill;
  /** A month in which nothing happens: at list prices, and with what AWS gives everybody every month. */
  readonly idle: { readonly list: Bill; readonly free: Bill };
  /** A thousand subscribers for a month. */
  readonly month: { readonly texts: number; readonly mails: number; readonly aws: number };
  readonly deployed: { readonly alarms: number; readonly queues: number; readonly schedules: number };
}

const page: Usage = { calls: 1, reads: 1, writes: 0, readUnits: 1, writeUnits: 0 };

const workAt = async (perSecond: number): Promise<TipWork> => {
  const people = 100 * perSecond;
  const { billedMsATip, invocations } = await runPacing({ channel: 'sms', perSecond, people });
  return { billedMs: billedMsATip, invocations: invocations / people };
};

const countDeployed = (): CostReport['deployed'] => {
  const resources = resourcesOf(synthesise().all);
  const count = (type: string): number => resources.filter((resource) => resource.type === type).length;
  return {
    alarms: count('AWS::CloudWatch::Alarm'),
    queues: count('AWS::Lambda::EventSourceMapping'),
    schedules: count('AWS::Scheduler::Schedule'),
  };
};

/** Prices what was counted: the ledger's units, the simulated workers' milliseconds, the template's alarms and queues. */
export const measureCost = async ({ tip, tick, receipt, reply }: Ledger): Promise<CostReport> => {
  const tips = [];
  for (const perSecond of [1, 3, 12, 25, 50, 75, 225]) {
    const work = await workAt(perSecond);
    tips.push({ perSecond, work, bill: billOfMany(tipQuantities(tip, work, worker.memorySize), million) });
  }
  const receipts = billOfMany(requestQuantities(receipt, requestMs, memory.receipts), million);
  const replies = billOfMany(requestQuantities(reply, requestMs, memory.replies), million);
  const pages = billOfMany(requestQuantities(page, requestMs, memory.web), million);
  const deployed = countDeployed();
  const idle = idleQuantities(tick, deployed);
  const free = billOf(idle, alwaysFree);
  // A small clinic sends at the pace of one number: a text a second.
  const slowest = tips[0]?.bill.usd ?? 0;
  const aMillion =
    tipsAMonth * slowest +
    tipsAMonth * receiptsAText * receipts.usd +
    repliesAMonth * replies.usd +
    pagesAMonth * pages.usd;
  return {
    memorySize: worker.memorySize,
    tips,
    receipts,
    replies,
    pages,
    idle: { list: billOf(idle), free },
    month: {
      texts: 1000 * (tipsAMonth + repliesAMonth),
      mails: 1000 * (tipsAMonth + repliesAMonth),
      aws: (1000 * aMillion) / million + free.usd,
    },
    deployed,
  };
};
