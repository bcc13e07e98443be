import type { Channel } from '../domain/people/subscriber.ts';
import type { SkipReason } from '../domain/tips/tip-outcome.ts';
import type { Clock } from './clock.ts';

/**
 * The metrics, counted by channel and never by person. Metrics that an alarm reads together are on one line, zeros
 * included: metric math over metrics of one line never meets a period in which one of them is missing.
 */
export const metricNames = {
  /** Messages whose turn had come and that have ended or are overdue: accepted, failed, missed, still refused. */
  due: 'MessagesDue',
  /** Tips that a worker claimed before sending; one that was given back is claimed again. */
  claimed: 'MessagesClaimed',
  /** Messages that the provider accepted. */
  accepted: 'MessagesAccepted',
  /** Messages refused because of their own address alone: opted out at the carrier, no longer in use. */
  unreachable: 'MessagesUnreachable',
  /** Messages of which nobody knows whether the provider took them: they are never sent again. */
  unknown: 'MessagesUnknown',
  /** Messages not accepted half an hour after their place in the queue, by the provider's pace. */
  behind: 'MessagesBehind',
  /** Tips that were due and not sent, by the reason (SkipReason). */
  skipped: 'MessagesSkipped',
  /** Receipts that say how a message ended: it arrived, or it did not. */
  delivered: 'MessagesDelivered',
  undelivered: 'MessagesUndelivered',
  /** Receipts that blame our account, sender or registration, so that nobody's message arrives. */
  misconfigured: 'ReceiptsMisconfigured',
  /** Receipts that blame us only if there are several: filtered, too large, an unknown code. */
  suspect: 'ReceiptsSuspect',
  /** Mails that bounced for good, and complaints about spam. */
  bounces: 'Bounces',
  complaints: 'Complaints',
  /** Replies, each message once. */
  replies: 'Replies',
  /** Replies that got no answer because there were too many that day. */
  heldBack: 'AnswersHeldBack',
  /** Replies and words on pages that may tell of an emergency. */
  redFlags: 'RedFlags',
  /** Subscriptions that ended because their owner, or their carrier for them, said so. */
  optOuts: 'OptOuts',
  /** Webhooks without a valid signature. */
  refused: 'WebhooksRefused',
  /**
   * How much of the month's segments or mails is used, in per cent of the cap; its largest value counts, not its sum.
   */
  spent: 'SpendPercent',
} as const;

/** The name of a metric in the code. */
export type MetricName = keyof typeof metricNames;
type Counts = Readonly<Partial<Record<MetricName, number>>>;

/** Counts messages of a channel. All metrics that an alarm reads together are printed together, zeros included. */
export type CountMessages = (channel: Channel, counts: Counts, reason?: SkipReason) => void;

/**
 * The dimension of metrics that alarms watch over both channels together; they are printed a second time under it, so
 * that an alarm is paid for once.
 */
export const bothChannels = { name: 'Channels', value: 'all' } as const;
const ofBoth: ReadonlySet<string> = new Set<MetricName>(['accepted', 'unknown', 'behind', 'optOuts', 'spent']);

interface MetricsOptions {
  /** The namespace, one for each deployment, so that two stages in one account are not added up. */
  readonly namespace: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Prints a line to standard output itself (see below). */
  readonly print: (line: string) => void;
}

const isMetric = (name: string): name is MetricName => Object.hasOwn(metricNames, name);

/**
 * Prints metrics as lines in CloudWatch's Embedded Metric Format, which CloudWatch turns into metrics when they reach
 * the log group. The line must be the whole log event: the runtime's `console` would put it, as an escaped string, into
 * `message` (docs/facts.md#g), where nothing looks for it. On standard output it stays as it is.
 */
export const createMetrics =
  ({ namespace, clock, print }: MetricsOptions): CountMessages =>
  (channel, counts, reason) => {
    const told = Object.entries(counts).flatMap(([metric, count]) =>
      isMetric(metric) && count !== undefined ? [{ metric, name: metricNames[metric], count }] : [],
    );
    const under = (dimensions: readonly string[], those: typeof told) => ({
      Namespace: namespace,
      Dimensions: [dimensions],
      Metrics: those.map(({ name }) => ({ Name: name, Unit: name === metricNames.spent ? 'Percent' : 'Count' })),
    });
    const shared = told.filter(({ metric }) => ofBoth.has(metric));
    const directives = [
      under(['Channel', ...(reason === undefined ? [] : ['Reason'])], told),
      ...(shared.length > 0 ? [under([bothChannels.name], shared)] : []),
    ];
    const line = {
      _aws: { Timestamp: clock.now(), CloudWatchMetrics: directives },
      Channel: channel,
      ...(reason === undefined ? {} : { Reason: reason }),
      ...(shared.length > 0 ? { [bothChannels.name]: bothChannels.value } : {}),
      ...Object.fromEntries(told.map(({ name, count }) => [name, count])),
    };
    print(`${JSON.stringify(line)}\n`);
  };

/**
 * The metric of red flags that every contact of the clinic was told of and nobody has acknowledged: how many there are
 * at a time.
 */
export const unansweredMetric = 'RedFlagsUnanswered';

/** Counts unanswered red flags. Zero is not printed: a metric that never was costs nothing. */
export type CountUnanswered = (count: number) => void;

/** Prints that count as a metric of the whole deployment. */
export const createUnansweredMetric =
  ({ namespace, clock, print }: MetricsOptions): CountUnanswered =>
  (count) => {
    const metrics = { Namespace: namespace, Dimensions: [[]], Metrics: [{ Name: unansweredMetric, Unit: 'Count' }] };
    const head = { Timestamp: clock.now(), CloudWatchMetrics: [metrics] };
    print(`${JSON.stringify({ _aws: head, [unansweredMetric]: count })}\n`);
  };
