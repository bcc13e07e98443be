/** A figure that is compared: how it is called, what it is counted in, and what it is to be beside the other commit's. */
export interface Figure {
  readonly name: string;
  readonly unit: string;
  readonly digits: number;
  /** The most, or where more is better the least, of the other's. */
  readonly target?: { readonly atMost: number } | { readonly atLeast: number };
  /** The most by itself. */
  readonly limit?: number;
}

/** What can be measured by itself (`--only`), and the figures that come of it. */
export const figures = {
  reading: {
    each: {
      name: 'reading a text, over the corpora, processor time',
      unit: 'µs',
      digits: 0,
      target: { atMost: 0.5 },
    },
  },
  first: {
    first: {
      name: 'the first note in a new environment, processor time',
      unit: 'µs',
      digits: 0,
      target: { atMost: 0.2 },
    },
    imported: { name: 'loading what reads, processor time', unit: 'µs', digits: 0 },
  },
  long: {
    middle: { name: '1,600 characters, the middle of such texts', unit: 'µs', digits: 0 },
    worst: { name: '1,600 characters, the worst of them', unit: 'µs', digits: 0, limit: 3000 },
  },
  replies: {
    cpuMicros: {
      name: 'a reply, the function’s processor time, 4,200 deliveries',
      unit: 'µs',
      digits: 0,
      target: { atMost: 0.5 },
    },
    wrong: { name: 'of those lost, doubled or refused', unit: '', digits: 0, limit: 0 },
  },
  sender: {
    cpuMicros: {
      name: 'a tip, the worker’s processor time, 50 ms, engine apart',
      unit: 'µs',
      digits: 0,
      target: { atMost: 0.65 },
    },
    perSecond: { name: 'messages a second, 50 ms, engine apart', unit: '', digits: 0 },
    perSecondAtOnce: { name: 'messages a second, 0 ms, engine apart', unit: '', digits: 0 },
    rawPerSecond: { name: 'messages a second, 50 ms, raw', unit: '', digits: 0, target: { atLeast: 1.4 } },
    wrong: { name: 'of those lost or doubled', unit: '', digits: 0, limit: 0 },
  },
  engine: {
    recordMs: {
      name: 'recording what came of 25 tips, the embedded engine’s time',
      unit: 'ms',
      digits: 2,
      target: { atMost: 0.3 },
    },
    claimMs: { name: 'claiming 25 tips, the embedded engine’s time', unit: 'ms', digits: 2 },
  },
  ledger: {
    writeUnits: { name: 'DynamoDB write units, a tip with its two receipts', unit: '', digits: 2, limit: 3.1 },
  },
  start: { ready: { name: '`npm start` ready, content compiled', unit: 'ms', digits: 0, target: { atMost: 0.5 } } },
  cold: {
    'sms-inbound': { name: 'the webhook’s first event, cold, net of an empty module', unit: 'ms', digits: 0 },
    web: { name: 'a first page, the same', unit: 'ms', digits: 0, target: { atMost: 0.75 } },
    'email-inbound': { name: 'a first mail, the same', unit: 'ms', digits: 0, target: { atMost: 0.65 } },
  },
  sizes: {
    kb: { name: 'the webhook’s bundle', unit: 'KB', digits: 0, limit: 450 },
    compressedKb: { name: 'the same compressed', unit: 'KB', digits: 0 },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Figure>>>>;

export type Measure = keyof typeof figures;
export const measures: readonly Measure[] = [
  'sizes',
  'reading',
  'first',
  'long',
  'start',
  'cold',
  'replies',
  'sender',
  'engine',
  'ledger',
];
