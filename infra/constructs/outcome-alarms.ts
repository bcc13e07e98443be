import { Duration } from 'aws-cdk-lib';
import { MathExpression, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import { bothChannels, metricNames } from '../../shared/platform/metrics.ts';
import { HarmAlarm, type Operator } from './alarm.ts';

interface OutcomeAlarmsProps {
  readonly operator: Operator;
  /** The namespace that the functions print their metrics under. */
  readonly namespace: string;
  readonly channel: 'sms' | 'email';
  /** What people miss when the channel fails: "tips by text". */
  readonly what: string;
}

type CommonAlarmsProps = Pick<OutcomeAlarmsProps, 'operator' | 'namespace'>;

/** A channel's lost messages: those due and not accepted, without failures that are nobody's fault. */
const lost = 'due - accepted - unreachable';
/**
 * Lost messages count from one in a hundred on, so that one lost answer among thousands wakes nobody; among few people
 * every one counts. Unreachable ones count if they are three or more and half of those due, because then it is not the
 * addresses but a provider that calls every number unreachable. An attempt comes at least every quarter of an hour
 * (backoffSeconds in send-tips.ts), hence the period.
 */
const notAccepted = `IF(${lost} >= due / 100, ${lost}, 0) + IF(unreachable >= 3 AND unreachable * 2 >= due, unreachable, 0)`;
const attemptsComeWithin = Duration.minutes(15);

/**
 * How many suspect receipts ring: one that blames our registration is enough, but one that was filtered or is not
 * understood happens.
 */
const manySuspect = 3;
const notDelivered = `misconfigured + IF(suspect >= ${manySuspect}, suspect, 0)`;
const receiptsComeWithin = Duration.hours(1);

/**
 * Undelivered texts ring from one in five of a day's texts on, and from three on: numbers that are gone or switched off
 * are a few in a hundred, and a clinic of ten people has one of them.
 */
const manyUndelivered = 'IF(undelivered >= 3 AND undelivered * 5 >= delivered + undelivered, undelivered, 0)';
/**
 * The period of undelivered texts: tips come once a day, and the receipt of a phone that stayed off comes hours later.
 */
const everybodyWithin = Duration.days(1);

/**
 * Opt-outs ring from one in fifty of the day's recipients on, and from five on. Where messages were asked for, a few in
 * a thousand leave (general knowledge); carriers and mailbox providers look at a rising share before they filter. On a
 * day without messages there are no accepted ones to compare with.
 */
const manyLeft = 'IF(optOuts >= 5 AND optOuts * 50 >= FILL(accepted, 0), optOuts, 0)';

/**
 * Alarms on what came of a channel's messages. A worker whose every message is refused throws nothing, so Lambda counts
 * no error, and a message that has been received three times no longer counts in the queue's age: without these alarms
 * there would be silence.
 */
export class OutcomeAlarms extends Construct {
  constructor(scope: Construct, id: string, { operator, namespace, channel, what }: OutcomeAlarmsProps) {
    super(scope, id);
    const sumOf = (name: keyof typeof metricNames, period: Duration): Metric =>
      new Metric({
        namespace,
        metricName: metricNames[name],
        dimensionsMap: { Channel: channel },
        statistic: 'Sum',
        period,
      });
    const sums = (period: Duration, ...names: readonly (keyof typeof metricNames)[]) =>
      Object.fromEntries(names.map((name) => [name, sumOf(name, period)]));
    new HarmAlarm(this, 'NotAccepted', {
      operator,
      heading: `${channel}-not-accepted`,
      harm: `The provider does not take ${what}: people wait for theirs, and from two hours on get none today.`,
      metric: new MathExpression({
        expression: notAccepted,
        usingMetrics: sums(attemptsComeWithin, 'due', 'accepted', 'unreachable'),
        period: attemptsComeWithin,
        label: `${what} due and not accepted`,
      }),
      threshold: 1,
    });
    new HarmAlarm(this, 'NotDelivered', {
      operator,
      heading: `${channel}-not-delivered`,
      harm: `The provider takes ${what} and then does not deliver them: people get none, and nothing looks wrong.`,
      ...(channel === 'email'
        ? // SES says of none for certain that it is our fault (shared/providers/receipts.ts).
          { metric: sumOf('suspect', receiptsComeWithin), threshold: manySuspect }
        : {
            metric: new MathExpression({
              expression: notDelivered,
              usingMetrics: sums(receiptsComeWithin, 'misconfigured', 'suspect'),
              period: receiptsComeWithin,
              label: `${what} that were not delivered, by our own fault`,
            }),
            threshold: 1,
          }),
    });
    // Bounces of mail have an alarm of their own, on AWS's count, which rings earlier (mail-stack.ts).
    if (channel === 'sms')
      new HarmAlarm(this, 'Undelivered', {
        operator,
        heading: 'sms-undelivered',
        harm: 'One text in five does not arrive: people wait for tips that were sent, and think that they were dropped.',
        metric: new MathExpression({
          expression: manyUndelivered,
          usingMetrics: sums(everybodyWithin, 'delivered', 'undelivered'),
          period: everybodyWithin,
          label: 'texts that did not arrive, of a day',
        }),
        threshold: 1,
      });
  }
}

/** Alarms on both channels together, because an alarm is paid for by the metric. */
export class CommonAlarms extends Construct {
  constructor(scope: Construct, id: string, { operator, namespace }: CommonAlarmsProps) {
    super(scope, id);
    const sumOf = (name: keyof typeof metricNames, period: Duration): Metric =>
      new Metric({
        namespace,
        metricName: metricNames[name],
        dimensionsMap: { [bothChannels.name]: bothChannels.value },
        statistic: 'Sum',
        period,
      });
    new HarmAlarm(this, 'Unknown', {
      operator,
      heading: 'tips-unknown',
      harm: 'Nobody knows whether somebody got a tip or the mail to confirm with, and it is not sent again.',
      metric: sumOf('unknown', attemptsComeWithin),
      threshold: 1,
    });
    new HarmAlarm(this, 'Behind', {
      operator,
      heading: 'tips-behind',
      harm: 'Tips come half an hour later than their place in the queue: from two hours on they are not sent at all.',
      metric: sumOf('behind', attemptsComeWithin),
      threshold: 1,
    });
    new HarmAlarm(this, 'OptOuts', {
      operator,
      heading: 'tips-opt-outs',
      harm: 'So many people leave in one day that something we send hurts or annoys, or reaches people who never asked.',
      metric: new MathExpression({
        expression: manyLeft,
        usingMetrics: {
          optOuts: sumOf('optOuts', everybodyWithin),
          accepted: sumOf('accepted', everybodyWithin),
        },
        period: everybodyWithin,
        label: 'people who left, of a day',
      }),
      threshold: 1,
    });
    this.watchSpend({ operator, namespace });
  }

  /**
   * Rings by the largest share of a channel's cap that a worker has reported within a day. Tips go out daily, so it
   * rings until the month is over. The dashboard shows which channel it is.
   */
  private watchSpend({ operator, namespace }: CommonAlarmsProps): void {
    const metric = new Metric({
      namespace,
      metricName: metricNames.spent,
      dimensionsMap: { [bothChannels.name]: bothChannels.value },
      statistic: 'Maximum',
      period: everybodyWithin,
    });
    new HarmAlarm(this, 'NearCap', {
      operator,
      heading: 'near-cap',
      harm: "Four fifths of this month's tips and answers by text or by e-mail are used up: at the cap, tips pause until next month.",
      metric,
      threshold: 80,
    });
    new HarmAlarm(this, 'AtCap', {
      operator,
      heading: 'at-cap',
      harm: "This month's tips by text or by e-mail are used up: nobody gets any until next month. Whoever writes is answered.",
      metric,
      threshold: 100,
    });
  }
}
