import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping, StartingPosition } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { tipKey } from '../../shared/store/keys.ts';
import { acceptFindings } from '../accepted-findings.ts';
import * as permissions from '../permissions.ts';
import { HarmAlarm } from './alarm.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';

/** The changes of the table that invoke keep-tallies: outcomes of tips. Lambda drops the others at no cost. */
const tallyFilter = { dynamodb: { Keys: { SK: { S: [{ prefix: tipKey('') }] } } } };

/**
 * Today's figures: the table's stream, the function that counts its outcomes of tips, and the alarm that it is behind.
 */
export class Tallies extends Construct {
  constructor(scope: Construct, id: string, { defaults, table }: ServiceContext) {
    super(scope, id);
    const fn = new BackbeatFunction(this, 'KeepTallies', {
      defaults,
      name: 'keep-tallies',
      timeout: Duration.minutes(1),
      memorySize: 256,
      environment: { table: table.tableName },
    });
    permissions.mayKeepTallies(fn, table);
    const changes = new EventSourceMapping(this, 'Changes', {
      target: fn,
      eventSourceArn: table.tableStreamArn ?? '',
      startingPosition: StartingPosition.TRIM_HORIZON,
      // One write per minute, or per thousand changes, for each shard of the stream, however many people there are.
      batchSize: 1000,
      maxBatchingWindow: Duration.minutes(1),
      // Lambda names the shard only where there is a window; the shard tells what was delivered twice.
      tumblingWindow: Duration.minutes(1),
      bisectBatchOnError: true,
      filters: [{ pattern: JSON.stringify(tallyFilter) }],
    });
    acceptFindings(changes, {
      'Serverless-LambdaEventSourceMappingDestination':
        'No change is given up before the stream itself forgets it, after a day with the alarm on.',
    });
    new HarmAlarm(this, 'Late', {
      operator: defaults.operator,
      heading: 'keep-tallies-late',
      harm: "Today's picture at the desk is an hour behind: whoever looks believes that fewer tips were sent, or went missing, than were.",
      metric: fn.metric('IteratorAge', { period: Duration.minutes(5), statistic: 'Maximum' }),
      threshold: Duration.hours(1).toMilliseconds(),
    });
  }
}
