import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import { acceptFindings } from '../accepted-findings.ts';
import { HarmAlarm } from './alarm.ts';
import type { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';

interface StreamProps extends Pick<ServiceContext, 'defaults' | 'table'> {
  readonly fn: BackbeatFunction;
  /** The changes that invoke the function; Lambda drops the others at no cost. */
  readonly filters: readonly Readonly<Record<string, unknown>>[];
  readonly batchSize: number;
  readonly maxBatchingWindow?: Duration;
  readonly tumblingWindow?: Duration;
  /** The alarm that rings when the function is an hour behind. */
  readonly late: { readonly heading: string; readonly harm: string };
}

/** Lets a function read changes of the table from its stream, and rings if it falls behind. */
export const readChanges = (
  scope: Construct,
  { fn, defaults, table, filters, late, ...batches }: StreamProps,
): void => {
  const changes = new EventSourceMapping(scope, 'Changes', {
    target: fn,
    eventSourceArn: table.tableStreamArn ?? '',
    // Also reads changes from before the function existed.
    startingPosition: StartingPosition.TRIM_HORIZON,
    bisectBatchOnError: true,
    filters: filters.map((pattern) => ({ pattern: JSON.stringify(pattern) })),
    ...batches,
  });
  acceptFindings(changes, {
    'Serverless-LambdaEventSourceMappingDestination':
      'No change is given up before the stream itself forgets it, after a day with the alarm on.',
  });
  new HarmAlarm(scope, 'Late', {
    operator: defaults.operator,
    heading: late.heading,
    harm: late.harm,
    metric: fn.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
    threshold: Duration.hours(1).toMilliseconds(),
  });
};
