import { Duration, Stack, TimeZone } from 'aws-cdk-lib';
import { ComparisonOperator } from 'aws-cdk-lib/aws-cloudwatch';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { CfnFunction } from 'aws-cdk-lib/aws-lambda';
import { Schedule, ScheduleExpression, TimeWindow } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import { HarmAlarm, type Operator } from './alarm.ts';
import type { BackbeatFunction } from './backbeat-function.ts';

interface TickProps {
  readonly operator: Operator;
  /** The function that is started, and its name in alarms. */
  readonly target: BackbeatFunction;
  readonly name: string;
  /** The queue of ticks that could not be started. */
  readonly lostTicks: IQueue;
  readonly description: string;
  /** The harm to people when the function is not started at all. */
  readonly silentHarm: string;
}

/** The id that a function has in the template. */
const logicalIdOf = (fn: BackbeatFunction): string => {
  const { defaultChild } = fn.node;
  if (!(defaultChild instanceof CfnFunction)) throw new TypeError('Function has no CfnFunction');
  return Stack.of(fn).getLogicalId(defaultChild);
};

/** Starts a function every five minutes, with an alarm for when that fails. */
export class Tick extends Construct {
  constructor(scope: Construct, id: string, props: TickProps) {
    super(scope, id);
    const { operator, target, name } = props;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    acceptFindings(role, {
      [`AwsSolutions-IAM5[Resource::<${logicalIdOf(target)}.Arn>:*]`]:
        'The versions of this one function: CDK asks for them beside the function itself.',
      'HIPAA.Security-IAMNoInlinePolicy': 'It belongs to this one schedule, and goes when the schedule goes.',
    });
    new Schedule(this, 'EveryFiveMinutes', {
      description: props.description,
      // A cron, not a rate: a rate counts from the deployment, and every tip would come up to five minutes late.
      schedule: ScheduleExpression.cron({ minute: '0/5', timeZone: TimeZone.ETC_UTC }),
      timeWindow: TimeWindow.off(),
      target: new LambdaInvoke(target, {
        retryAttempts: 2,
        maxEventAge: Duration.minutes(5),
        deadLetterQueue: props.lostTicks,
        role,
      }),
    });
    new HarmAlarm(this, 'NotRunning', {
      operator,
      heading: `${name}-not-running`,
      harm: props.silentHarm,
      metric: target.metricInvocations({ period: Duration.minutes(15), statistic: 'Sum' }),
      threshold: 1,
      comparison: ComparisonOperator.LESS_THAN_THRESHOLD,
      missingIsBreaching: true,
    });
  }
}
