import type { Usage } from './ledger.ts';
import { type PriceName, priceTable } from './price-table.ts';

/** Something that is paid for, and how much of it. */
export interface Quantity {
  readonly price: PriceName;
  readonly amount: number;
}

/** One line of a bill. */
export interface Charge extends Quantity {
  readonly usd: number;
}

export interface Bill {
  readonly charges: readonly Charge[];
  readonly usd: number;
}

/** Prices quantities; `free` is taken off each first. */
export const billOf = (quantities: readonly Quantity[], free: Partial<Record<PriceName, number>> = {}): Bill => {
  const charges = quantities.map(({ price, amount }) => {
    const { usd, per } = priceTable[price];
    return { price, amount, usd: (Math.max(0, amount - (free[price] ?? 0)) * usd) / per };
  });
  return { charges, usd: charges.reduce((sum, charge) => sum + charge.usd, 0) };
};

const scaled = (quantities: readonly Quantity[], times: number): readonly Quantity[] =>
  quantities.map(({ price, amount }) => ({ price, amount: amount * times }));

/** The same bill so many times. */
export const billOfMany = (quantities: readonly Quantity[], times: number): Bill => billOf(scaled(quantities, times));

/** GB-seconds of so many milliseconds at a memory size in MiB. */
export const gigabyteSeconds = (milliseconds: number, memorySize: number): number =>
  (milliseconds / 1000) * (memorySize / 1024);

/** Lambda's own lines of JSON for one invocation, `platform.start` and `platform.report`; ours adds none to a tip that is accepted. */
const platformLogBytes = 550;

/** The measured cost of one tip at a worker's pace. */
export interface TipWork {
  /** Milliseconds of Lambda that are billed for one tip. */
  readonly billedMs: number;
  /** Invocations for one tip: 1/100 in full groups. */
  readonly invocations: number;
}

/** The scheduler sends ten groups a request; each is received once and deleted once. */
const sqsRequestsAGroup = 1 / 10 + 2;

/**
 * The scheduler's own time for each person who is due: 0.14 ms with DynamoDB's and SQS's answers (a day of a crowd),
 * rounded up.
 */
const scheduling = { milliseconds: 0.2, memorySize: 512 } as const;

/** All that one tip needs of AWS until the provider has accepted it. */
export const tipQuantities = (
  ledger: Usage,
  { billedMs, invocations }: TipWork,
  memorySize: number,
): readonly Quantity[] => [
  { price: 'writeUnits', amount: ledger.writeUnits },
  { price: 'readUnits', amount: ledger.readUnits },
  {
    price: 'gigabyteSeconds',
    amount: gigabyteSeconds(billedMs, memorySize) + gigabyteSeconds(scheduling.milliseconds, scheduling.memorySize),
  },
  { price: 'invocations', amount: invocations },
  { price: 'sqsRequests', amount: invocations * sqsRequestsAGroup },
  { price: 'logBytes', amount: invocations * platformLogBytes },
];

/** The HTTP API's line for one request (public-api.ts), with the 26 bytes that CloudWatch adds to each. */
const accessLogBytes = 220;

/** One event that one function answers: SES's receipt of a mail, a mail that came in. */
export const eventQuantities = (ledger: Usage, milliseconds: number, memorySize: number): readonly Quantity[] => [
  { price: 'invocations', amount: 1 },
  { price: 'gigabyteSeconds', amount: gigabyteSeconds(milliseconds, memorySize) },
  { price: 'writeUnits', amount: ledger.writeUnits },
  { price: 'readUnits', amount: ledger.readUnits },
  { price: 'logBytes', amount: platformLogBytes },
];

/** One request from outside that one function answers: Twilio's receipt of a text, a reply by text, a page. */
export const requestQuantities = (ledger: Usage, milliseconds: number, memorySize: number): readonly Quantity[] => [
  { price: 'httpRequests', amount: 1 },
  ...eventQuantities(ledger, milliseconds, memorySize),
  { price: 'logBytes', amount: accessLogBytes },
];

/** A cold start of a worker: half a second to load it, which is billed (docs/facts.md#e1), and a second until it keeps its pace. */
const coldStartMs = 1500;
export const coldStartQuantities = (memorySize: number): readonly Quantity[] => [
  { price: 'gigabyteSeconds', amount: gigabyteSeconds(coldStartMs, memorySize) },
];

/**
 * What a subscriber leaves in the table in a year: the profile, 365 tips of 0.3 KB, 180 pages of 0.5 KB, with the 100
 * bytes that DynamoDB adds to each (general knowledge). Kept for a month, and again in the continuous backup.
 */
const storedBytes = 1000 + 365 * 300 + 180 * 500;
export const storageQuantities = (subscribers: number): readonly Quantity[] => [
  { price: 'storedBytes', amount: subscribers * storedBytes },
  { price: 'backedUpBytes', amount: subscribers * storedBytes },
];

/** Lambda's lines and our own one. */
const tickLogBytes = platformLogBytes + 150;
/** How long logs are kept unless somebody says otherwise (infra/config.ts), in months. */
const logMonths = 1;

/**
 * The cost of a month in which nothing happens. The scheduler's part is what every tick asks, even if nobody is due.
 */
export const idleQuantities = (
  tick: Usage,
  deployed: { readonly alarms: number; readonly queues: number; readonly schedules: number },
): readonly Quantity[] => {
  const ticks = 30 * 24 * 12;
  // Lambda polls an idle queue with five long polls of 20 s at a time (general knowledge, as is "ten alarms free").
  const polls = deployed.queues * 5 * 3 * 60 * 24 * 30;
  return [
    { price: 'alarms', amount: deployed.alarms },
    { price: 'sqsRequests', amount: polls },
    { price: 'schedules', amount: deployed.schedules * ticks },
    { price: 'invocations', amount: deployed.schedules * ticks },
    { price: 'gigabyteSeconds', amount: gigabyteSeconds(deployed.schedules * ticks * 200, 512) },
    // reconcile-inbound reads and moves a watermark of its own.
    { price: 'readUnits', amount: ticks * (tick.readUnits + 1) },
    { price: 'writeUnits', amount: ticks * (tick.writeUnits + 1) },
    // For each of the two functions DynamoDB asks for the table's key again after five minutes (general knowledge).
    { price: 'keyRequests', amount: deployed.schedules * ticks },
    { price: 'logBytes', amount: deployed.schedules * ticks * tickLogBytes },
    { price: 'storedLogBytes', amount: deployed.schedules * ticks * tickLogBytes * logMonths },
  ];
};

/** Each month's free amounts that do not end after a year (docs/facts.md#e6). */
export const alwaysFree: Partial<Record<PriceName, number>> = {
  alarms: 10,
  sqsRequests: 1_000_000,
  schedules: 14_000_000,
  invocations: 1_000_000,
  gigabyteSeconds: 400_000,
  keyRequests: 20_000,
};
