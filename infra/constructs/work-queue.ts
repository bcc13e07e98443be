import { Duration } from 'aws-cdk-lib';
import { SqsEventSource } from 'aws-cdk-lib/aws-lambda-event-sources';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import { HarmAlarm, type Operator } from './alarm.ts';
import type { BackbeatFunction } from './backbeat-function.ts';

interface DeadLettersProps {
  readonly operator: Operator;
  /** The beginning of the alarm's heading. */
  readonly name: string;
  readonly harm: string;
  /** The queue's name, where CloudFormation's own will not do. */
  readonly queueName?: string;
}

/** The queue of messages that could not be handled, with the alarm that rings for them. */
export class DeadLetters extends sqs.Queue {
  constructor(scope: Construct, id: string, props: DeadLettersProps) {
    super(scope, id, {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      ...(props.queueName === undefined ? {} : { queueName: props.queueName }),
    });
    const itIsOne = 'It holds dead letters itself: of a queue, or of a schedule, which the rule does not see.';
    acceptFindings(this, { 'AwsSolutions-SQS3': itIsOne, 'Serverless-SQSRedrivePolicy': itIsOne });
    new HarmAlarm(this, 'NotEmpty', {
      operator: props.operator,
      heading: `${props.name}-dead-letters`,
      harm: props.harm,
      metric: this.metricApproximateNumberOfMessagesVisible({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: 1,
    });
  }
}

interface WorkQueueProps {
  readonly operator: Operator;
  /** The beginning of its alarms' headings. */
  readonly name: string;
  /** The timeout of the function that will read it. */
  readonly consumerTimeout: Duration;
  /** The harm to people when a message is given up. */
  readonly lostHarm: string;
  /** The harm to people while messages wait. */
  readonly lateHarm: string;
  /** The age of the oldest message from which the alarm rings. */
  readonly lateAfter: Duration;
}

/** A queue of jobs, one job an invocation, with its dead letters and alarms. */
export class WorkQueue extends Construct {
  readonly queue: sqs.Queue;
  readonly deadLetters: DeadLetters;

  constructor(scope: Construct, id: string, props: WorkQueueProps) {
    super(scope, id);
    const { operator, name } = props;
    this.deadLetters = new DeadLetters(this, 'DeadLetters', { operator, name, harm: props.lostHarm });
    this.queue = new sqs.Queue(this, 'Queue', {
      encryption: sqs.QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      // AWS asks for six times the timeout, so that a throttled poller does not give a job to two functions at once.
      visibilityTimeout: Duration.seconds(6 * props.consumerTimeout.toSeconds()),
      retentionPeriod: Duration.days(4),
      /*
       * A job goes back with a delay that doubles from 90 s to 15 minutes, until its tips are two hours late and are
       * recorded as skipped: 11 receipts. 20 leaves room for crashes and for Lambda's own throttling.
       */
      deadLetterQueue: { queue: this.deadLetters, maxReceiveCount: 20 },
    });
    new HarmAlarm(this, 'Late', {
      operator,
      heading: `${name}-late`,
      harm: props.lateHarm,
      metric: this.queue.metricApproximateAgeOfOldestMessage({ period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: props.lateAfter.toSeconds(),
    });
  }

  /**
   * Lets a function work on the queue, one message an invocation: a crash then leaves one group in doubt, not ten.
   * @param maximumConcurrency how many invocations at a time, 2 or more (the least that SQS event sources accept)
   */
  feed(consumer: BackbeatFunction, maximumConcurrency: number): void {
    consumer.addEventSource(
      new SqsEventSource(this.queue, {
        batchSize: 1,
        reportBatchItemFailures: true,
        maxConcurrency: maximumConcurrency,
      }),
    );
  }
}
