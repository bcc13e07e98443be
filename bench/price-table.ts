/** A list price and where it is from. */
export interface Price {
  readonly usd: number;
  /** What one `usd` buys. */
  readonly per: number;
  readonly unit: string;
  /** The fact of docs and the date it was read; prices without one are from general knowledge. */
  readonly source: string;
}

const million = 1_000_000;
const checked = 'E6, compiled 2026-11-22';
const unverified = 'not verified';

/** US list prices, us-east-1, without any free tier unless it says so. */
export const priceTable = {
  writeUnits: { usd: 0.625, per: million, unit: 'DynamoDB write units, on demand', source: checked },
  readUnits: { usd: 0.125, per: million, unit: 'DynamoDB read units, on demand', source: checked },
  gigabyteSeconds: {
    usd: 13.3334,
    per: million,
    unit: 'Lambda GB-seconds, arm64',
    source: `${checked} (read 2026-09-20)`,
  },
  invocations: { usd: 0.2, per: million, unit: 'Lambda requests', source: `${checked} (read 2026-09-20)` },
  sqsRequests: {
    usd: 0.4,
    per: million,
    unit: 'SQS requests, standard queue',
    source: `${checked} (a price list of 2020)`,
  },
  schedules: {
    usd: 1,
    per: million,
    unit: 'EventBridge Scheduler invocations, 14 million a month free',
    source: checked,
  },
  httpRequests: { usd: 1, per: million, unit: 'HTTP API requests', source: `E5, ${unverified}` },
  logBytes: { usd: 0.5, per: 1e9, unit: 'bytes of CloudWatch Logs', source: `E6, ${unverified}` },
  storedLogBytes: { usd: 0.03, per: 1e9, unit: 'bytes of logs kept for a month', source: `E6, ${unverified}` },
  storedBytes: { usd: 0.25, per: 1e9, unit: 'bytes in DynamoDB for a month, 25 GB free', source: checked },
  backedUpBytes: {
    usd: 0.2,
    per: 1e9,
    unit: 'bytes in the continuous backup for a month',
    source: `E6, ${unverified}`,
  },
  keyRequests: { usd: 0.03, per: 10_000, unit: 'KMS requests, 20,000 a month free', source: `E6, ${unverified}` },
  puts: { usd: 0.005, per: 1000, unit: 'objects put into S3', source: `E6, ${unverified}` },
  alarms: { usd: 0.1, per: 1, unit: 'CloudWatch alarms a month, ten free', source: `E6, ${unverified}` },
  metrics: { usd: 0.3, per: 1, unit: 'metrics of our own a month, ten free', source: unverified },
  textsOut: { usd: 0.0083, per: 1, unit: 'Twilio segments out, US', source: 'A12, read 2026-11-09' },
  textsIn: { usd: 0.0083, per: 1, unit: 'Twilio segments in, US', source: 'A12, read 2026-11-09' },
  carrierFees: { usd: 0.0035, per: 1, unit: "carriers' fees a segment out (10DLC, AT&T)", source: 'A12' },
  number: { usd: 1.15, per: 1, unit: 'months of a Twilio number, local', source: 'A12' },
  campaign: { usd: 10, per: 1, unit: 'months of a 10DLC campaign, at most', source: 'A12' },
  mailsIn: { usd: 0.1, per: 1000, unit: 'SES mails received, à la carte', source: 'B8, price list of 2026-07-22' },
  mails: { usd: 0.16, per: 1000, unit: 'SES mails, Essentials plan', source: 'B8, price list of 2026-07-22' },
  mailsALaCarte: { usd: 0.1, per: 1000, unit: 'SES mails, à la carte', source: 'B8, price list of 2026-07-22' },
  postgres: { usd: 14, per: 1, unit: 'months of RDS db.t4g.micro, one zone, with 20 GB', source: unverified },
  redis: { usd: 12, per: 1, unit: 'months of ElastiCache cache.t4g.micro', source: unverified },
  server: { usd: 7, per: 1, unit: 'months of Fargate, 0.25 vCPU and 0.5 GB, arm64', source: unverified },
} as const satisfies Readonly<Record<string, Price>>;

export type PriceName = keyof typeof priceTable;
