import type { SQSClient } from '@aws-sdk/client-sqs';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import {
  type ChannelSettings,
  type Environment,
  readChannelSettings,
  readSettings,
  type Settings,
} from '../../shared/platform/settings.ts';
import { createChannelQueues } from '../../shared/providers/sqs/channel-queues.ts';
import { createDueStore } from '../../shared/store/due-store.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createWatermarkStore } from '../../shared/store/watermark-store.ts';
import { createZoneStore } from '../../shared/store/zone-store.ts';
import type { ScheduleTipsDeps } from './schedule-tips.ts';

/** How schedule-tips reaches the world. */
export interface ScheduleTipsClients {
  readonly table: Table;
  readonly sqs: SQSClient;
  readonly log: Log;
}

const paces = [
  'smsGroupSize',
  'smsWorkers',
  'emailGroupSize',
  'emailWorkers',
  'smsPerSecond',
  'emailPerSecond',
] as const;

/** What the deployment tells schedule-tips: the queues, and how fast each is worked off. */
export type ScheduleTipsSettings = Pick<Settings, (typeof paces)[number]> & ChannelSettings<'smsQueue', 'emailQueue'>;

/** @throws ConfigurationError */
export const readScheduleTipsSettings = (environment: Environment): ScheduleTipsSettings => ({
  ...readSettings(environment, paces),
  ...readChannelSettings(environment, { sms: ['smsQueue'], email: ['emailQueue'] }),
});

/** Composes the scheduler from its clients, for AWS, a laptop and tests alike. */
export const scheduleTipsDeps = (
  { table, sqs, log }: ScheduleTipsClients,
  settings: ScheduleTipsSettings,
  runtime: Runtime,
): ScheduleTipsDeps => {
  const pause = jitteredPause(runtime);
  return {
    clock: runtime.clock,
    log,
    zones: createZoneStore(table),
    watermark: createWatermarkStore(table),
    due: createDueStore(table),
    queues: createChannelQueues(sqs, settings, pause, log),
    workforce: {
      sms: { workers: settings.smsWorkers, groupSize: settings.smsGroupSize, perSecond: settings.smsPerSecond },
      email: { workers: settings.emailWorkers, groupSize: settings.emailGroupSize, perSecond: settings.emailPerSecond },
    },
  };
};
