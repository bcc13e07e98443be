import { Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import * as permissions from '../permissions.ts';
import { BackbeatFunction } from './backbeat-function.ts';
import type { ServiceContext } from './service-context.ts';
import { WorkQueue } from './work-queue.ts';

const timeout = Duration.seconds(60);

/** Erasing: the queue of people who want to be forgotten, and the function that deletes them. */
export class Erasure extends Construct {
  readonly work: WorkQueue;

  constructor(scope: Construct, id: string, { config, defaults, table }: ServiceContext) {
    super(scope, id);
    const work = new WorkQueue(this, 'Work', {
      operator: defaults.operator,
      name: 'erasure-queue',
      consumerTimeout: timeout,
      lostHarm: 'Somebody asked for their data to be erased, and some of it is still there.',
      lateHarm: 'People who asked for their data to be erased are waiting for it.',
      lateAfter: Duration.hours(2),
    });
    this.work = work;
    const fn = new BackbeatFunction(this, 'EraseSubscriber', {
      defaults,
      name: 'erase-subscriber',
      timeout,
      memorySize: 256,
      environment: { table: table.tableName, erasureQueue: work.queue.queueUrl },
      secretsParameter: config.secretsParameter,
      harm: 'People who asked for their data to be erased are still in the table.',
    });
    permissions.mayErase(fn, table);
    permissions.mayQueue(fn, work.queue);
    work.feed(fn, 2);
  }
}
