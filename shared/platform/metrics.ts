import type { Channel } from '../domain/people/subscriber.ts';
import type { SkipReason } from '../domain/tips/tip-outcome.ts';
import type { Clock } from './clock.ts';

/**
 * What is counted, always by channel and never by person. What an alarm reads together stands on one line, zeros included:
 * metric math over metrics of one line never meets a period in which one of them is missing.
 */
export const metricNames = {
  /** Messages whose turn it was, and that came to an end or are overdue: accepted, failed, missed, still refused. */
  due: 'MessagesDue',
  /** Tips that a worker made its own before it sent them; one that was given back is claimed again. */
  claimed: 'MessagesClaimed',
  /** Those that the provider took. */
  accepted: 'MessagesAccepted',
  /** Those that were refused for their own address alone: opted out at the carrier, not in use any more. */
  unreachable: 'MessagesUnreachable',
  /** Those of which nobody knows whether the provider took them: never sent again. */
  unknown: 'MessagesUnknown',
  /** Those that were not taken half an hour after their place in the queue, by the provider's pace. */
  behind: 'MessagesBehind',
  /** Tips that were due and not sent, by the reason (SkipReason). */
  skipped: 'MessagesSkipped',
  /** Receipts that say how a message ended: it arrived, or it did not. */
  delivered: 'MessagesDelivered',
  undelivered: 'MessagesUndelivered',
  /** Receipts that say that our account, sender or registration is at fault: nobody's message arrives. */
  misconfigured: 'ReceiptsMisconfigured',
  /** Receipts that may say so when there are several: filtered, too large, a code that nobody knows. */
  suspect: 'ReceiptsSuspect',
  /** Mails that came back for good, and readers who called one spam. */
  bounces: 'Bounces',
  complaints: 'Complaints',
  /** What people said, each message once. */
  replies: 'Replies',
  /** Of those, the ones that got no answer because there were too many that day. */
  heldBack: 'AnswersHeldBack',
  /** Of those, and of what is written on pages, what may be an emergency. */
  redFlags: 'RedFlags',
  /** Subscriptions that ended because their owner, or their carrier for them, said so. */
  optOuts: 'OptOuts',
  /** Webhooks without a valid signature. */
  refused: 'WebhooksRefused',
  /** How much of the month's segments or mails is used, in per cent of the cap: its largest value counts, not its sum. */
  spent: 'SpendPercent',
} as const;

export type MetricName = keyof typeof metricNames;
type Counts = Readonly<Partial<Record<MetricName, number>>>;

/** Counts messages of a channel; all metrics that an alarm reads together are given together, zeros included. */
export type CountMessages = (channel: Channel, counts: Counts, reason?: SkipReason) => void;

/** What alarms watch of both channels together: told a second time under this dimension, so that an alarm is paid for once. */
export const bothChannels = { name: 'Channels', value: 'all' } as const;
const ofBoth: ReadonlySet<string> = new Set<MetricName>(['accepted', 'unknown', 'behind', 'optOuts', 'spent']);

interface MetricsOptions {
  /** Each deployment has a namespace of its own, so that two stages in one account are not added up. */
  readonly namespace: string;
  readonly clock: Pick<Clock, 'now'>;
  /** Where a line goes: standard output itself (see below). */
  readonly print: (line: string) => void;
}

const isMetric = (name: string): name is MetricName => Object.hasOwn(metricNames, name);

/**
 * Metrics as lines in CloudWatch's Embedded Metric Format: CloudWatch makes metrics of them when they reach the log
 * group. The line must be the log event: the runtime's `console` would put it, as an escaped string, into `message`
 * (docs/facts.md#g), where nothing looks for it. Written to standard output it stays as it is.
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

/** Red flags that every contact of the clinic's was told of and nobody has acknowledged: how many there are at a time. */
export const unansweredMetric = 'RedFlagsUnanswered';

/** Tells how many red flags are unanswered. Of none nothing is told: a metric that never was costs nothing. */
export type CountUnanswered = (count: number) => void;

/** The same as a metric, of the whole deployment. */
export const createUnansweredMetric =
  ({ namespace, clock, print }: MetricsOptions): CountUnanswered =>
  (count) => {
    const metrics = { Namespace: namespace, Dimensions: [[]], Metrics: [{ Name: unansweredMetric, Unit: 'Count' }] };
    const head = { Timestamp: clock.now(), CloudWatchMetrics: [metrics] };
    print(`${JSON.stringify({ _aws: head, [unansweredMetric]: count })}\n`);
  };
