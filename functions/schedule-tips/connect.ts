import { SQSClient } from '@aws-sdk/client-sqs';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { type Environment, readSettings } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { readScheduleTipsSettings, scheduleTipsDeps } from './deps.ts';
import { createScheduleTips } from './schedule-tips.ts';

/**
 * Connects the scheduler to the table and both queues.
 * @throws ConfigurationError
 */
export const connectScheduleTips = async (environment: Environment, runtime: Runtime) => {
  const settings = { ...readSettings(environment, ['table']), ...readScheduleTipsSettings(environment) };
  const clients = { table: connectTable(settings.table), sqs: new SQSClient({}), log: createLog('schedule-tips') };
  return createScheduleTips(scheduleTipsDeps(clients, settings, runtime));
};
