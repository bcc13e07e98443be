import type { Channel } from '../domain/people/subscriber.ts';
import type { Clock } from './clock.ts';

/**
 * What is counted, always by channel and never by person. The first three stand on one line, and so do the next two:
 * metric math over metrics of one line never meets a period in which one of them is missing.
 */
export const metricNames = {
  /** Messages whose turn it was, and that came to an end or are overdue: accepted, failed, missed, still refused. */
  due: 'MessagesDue',
  /** Those that the provider took. */
  accepted: 'MessagesAccepted',
  /** Those that were refused for their own address alone: opted out at the carrier, not in use any more. */
  unreachable: 'MessagesUnreachable',
  /** Receipts that say that our account, sender or registration is at fault: nobody's message arrives. */
  misconfigured: 'ReceiptsMisconfigured',
  /** Receipts that may say so when there are several: filtered, too large, a code that nobody knows. */
  suspect: 'ReceiptsSuspect',
  /** How much of the month's segments or mails is used, in per cent of the cap: its largest value counts, not its sum. */
  spent: 'SpendPercent',
} as const;

type Metric = keyof typeof metricNames;
const metricKeys = [
  'due',
  'accepted',
  'unreachable',
  'misconfigured',
  'suspect',
  'spent',
] as const satisfies readonly Metric[];
type Counts = Readonly<Partial<Record<Metric, number>>>;

/** Counts messages of a channel; all metrics that an alarm reads together are given together, zeros included. */
export type CountMessages = (channel: Channel, counts: Counts) => void;

interface MetricsOptions {
  /** Each deployment has a namespace of its own, so that two stages in one account are not added up. */
  readonly namespace: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Where a line goes: standard output itself (see below). */
  readonly print: (line: string) => void;
}

/**
 * Metrics as lines in CloudWatch's Embedded Metric Format: CloudWatch makes metrics of them when they reach the log
 * group. The line must be the log event: the runtime's `console` would put it, as an escaped string, into `message`
 * (docs/facts.md#g), where nothing looks for it. Written to standard output it stays as it is.
 */
export const createMetrics =
  ({ namespace, clock, print }: MetricsOptions): CountMessages =>
  (channel, counts) => {
    const named = metricKeys.flatMap((metric): [string, number][] => {
      const count = counts[metric];
      return count === undefined ? [] : [[metricNames[metric], count]];
    });
    const metrics = {
      Namespace: namespace,
      Dimensions: [['Channel']],
      Metrics: named.map(([Name]) => ({ Name, Unit: Name === metricNames.spent ? 'Percent' : 'Count' })),
    };
    const head = { Timestamp: clock.now(), CloudWatchMetrics: [metrics] };
    print(`${JSON.stringify({ _aws: head, Channel: channel, ...Object.fromEntries(named) })}\n`);
  };
