import { SQSClient } from '@aws-sdk/client-sqs';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { createDueStore } from '../../shared/store/due-store.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import type { ScheduleTipsDeps } from './schedule-tips.ts';

/** Connects the scheduler to the table and both queues. */
export const scheduleTipsDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  runtime: Runtime,
): Promise<ScheduleTipsDeps> => {
  const settings = readSettings(environment, [
    'table',
    'smsQueue',
    'emailQueue',
    'smsGroupSize',
    'smsWorkers',
    'emailGroupSize',
    'emailWorkers',
  ]);
  const table = connectTable(settings.table);
  const sqs = new SQSClient({});
  return {
    clock: runtime.clock,
    log: createLog('schedule-tips'),
    zones: createZoneStore(table),
    watermark: createWatermarkStore(table),
    due: createDueStore(table),
    queues: {
      sms: createJobQueue<SendJob>(sqs, settings.smsQueue),
      email: createJobQueue<SendJob>(sqs, settings.emailQueue),
    },
    workforce: {
      sms: { workers: settings.smsWorkers, groupSize: settings.smsGroupSize },
      email: { workers: settings.emailWorkers, groupSize: settings.emailGroupSize },
    },
  };
};
