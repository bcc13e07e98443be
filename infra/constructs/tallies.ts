import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { tipKey } from '../../shared/store/keys.ts';
import * as permissions from '../permissions.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';
import { readChanges } from './stream-of-changes.ts';

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
    readChanges(this, {
      fn,
      defaults,
      table,
      filters: [tallyFilter],
      // One write per minute, or per thousand changes, for each shard of the stream, however many people there are.
      batchSize: 1000,
      maxBatchingWindow: Duration.minutes(1),
      // Lambda names the shard only where there is a window; the shard tells what was delivered twice.
      tumblingWindow: Duration.minutes(1),
      late: {
        heading: 'keep-tallies-late',
        harm: "Today's picture at the desk is an hour behind: whoever looks believes that fewer tips were sent, or went missing, than were.",
      },
    });
  }
}
