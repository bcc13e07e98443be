import { Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { EventField, Rule, RuleTargetInput } from 'aws-cdk-lib/aws-events';
import { SnsTopic } from 'aws-cdk-lib/aws-events-targets';
import { ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';

interface OperatorProps {
  /** The beginning of every alarm's name, so that two stages in one account can be told apart. */
  readonly prefix: string;
  readonly email: string;
  readonly runbookUrl: string;
}

/**
 * The operator, whom alarms tell: a topic with their mailbox, and what an alarm needs to name itself and link to the
 * runbook.
 */
export class Operator extends Construct {
  readonly topic: sns.Topic;
  readonly prefix: string;
  readonly runbookUrl: string;

  constructor(scope: Construct, id: string, props: OperatorProps) {
    super(scope, id);
    this.prefix = props.prefix;
    this.runbookUrl = props.runbookUrl;
    this.topic = new sns.Topic(this, 'Topic', { enforceSSL: true, displayName: `${props.prefix} alarms` });
    // `enforceSSL` replaces SNS's default policy, which lets CloudWatch publish: without this grant no alarm would
    // arrive.
    this.topic.grantPublish(
      new ServicePrincipal('cloudwatch.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
    this.topic.addSubscription(new EmailSubscription(props.email));
    this.sayWhenItEnds();
    acceptFindings(this.topic, {
      'HIPAA.Security-SNSEncryptedKMS':
        'Alarms name nobody, and CloudWatch cannot publish to a topic that is encrypted with the key AWS manages.',
      'Serverless-SNSRedrivePolicy': 'A mailbox does not poll: what SNS could not deliver is still red in CloudWatch.',
    });
  }

  /**
   * Tells the end of an alarm only if it had rung. An OK action of CloudWatch's would also run when a new alarm gets
   * its first data: thirty mails that all is well on the day of deployment, after which nobody reads the next.
   */
  private sayWhenItEnds(): void {
    const name = EventField.fromPath('$.detail.alarmName');
    const rule = new Rule(this, 'Ended', {
      description: 'An alarm that rang has ended',
      eventPattern: {
        source: ['aws.cloudwatch'],
        detailType: ['CloudWatch Alarm State Change'],
        detail: {
          alarmName: [{ prefix: `${this.prefix}-` }],
          state: { value: ['OK'] },
          previousState: { value: ['ALARM'] },
        },
      },
      targets: [new SnsTopic(this.topic, { message: RuleTargetInput.fromText(`${name} has ended.`) })],
    });
    acceptFindings(rule, {
      'Serverless-EventBusDLQ': 'Somebody who does not hear that an alarm has ended looks, and finds it green.',
    });
  }
}

interface HarmAlarmProps extends Pick<cloudwatch.AlarmProps, 'metric' | 'threshold'> {
  readonly operator: Operator;
  /** The heading in the runbook, and the alarm's name after the prefix. */
  readonly heading: string;
  /** What it does to people while nobody acts: a sentence that an operator understands at night. */
  readonly harm: string;
  readonly evaluationPeriods?: number;
  readonly comparison?: cloudwatch.ComparisonOperator;
  /** Whether missing data counts as the failure. */
  readonly missingIsBreaching?: boolean;
}

/** An alarm that says whom it hurts and where the runbook has the remedy. */
export class HarmAlarm extends cloudwatch.Alarm {
  constructor(scope: Construct, id: string, props: HarmAlarmProps) {
    const { operator, heading, harm } = props;
    super(scope, id, {
      alarmName: `${operator.prefix}-${heading}`,
      alarmDescription: `${harm} What to do: ${operator.runbookUrl}#${heading}`,
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: props.evaluationPeriods ?? 1,
      comparisonOperator: props.comparison ?? cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: props.missingIsBreaching
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
    });
    this.addAlarmAction(new SnsAction(operator.topic));
  }
}
