import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createDueStore } from '../../shared/store/due-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import type { ScheduleTipsDeps } from './schedule-tips.ts';

export interface ScheduleTipsClients {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly log: Log;
}

export const scheduleTipsSettings = [
  'smsQueue',
  'emailQueue',
  'smsGroupSize',
  'smsWorkers',
  'emailGroupSize',
  'emailWorkers',
  'smsPerSecond',
  'emailPerSecond',
] as const;

/** The scheduler over what reaches the outside. */
export const scheduleTipsDeps = (
  { table, sqs, log }: ScheduleTipsClients,
  settings: Pick<Settings, (typeof scheduleTipsSettings)[number]>,
  runtime: Runtime,
): ScheduleTipsDeps => {
  const pause = jitteredPause(runtime);
  return {
    clock: runtime.clock,
    log,
    zones: createZoneStore(table),
    watermark: createWatermarkStore(table),
    due: createDueStore(table),
    queues: {
      sms: createJobQueue<SendJob>(sqs, settings.smsQueue, pause),
      email: createJobQueue<SendJob>(sqs, settings.emailQueue, pause),
    },
    workforce: {
      sms: { workers: settings.smsWorkers, groupSize: settings.smsGroupSize, perSecond: settings.smsPerSecond },
      email: { workers: settings.emailWorkers, groupSize: settings.emailGroupSize, perSecond: settings.emailPerSecond },
    },
  };
};
