import { SNSClient } from '@aws-sdk/client-sns';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { ConfigurationError, type Environment, readSettings, variables } from '../../shared/platform/settings.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createAlertClinic } from './alert-clinic.ts';
import { alertClinicDeps, alertClinicSettings } from './deps.ts';

/**
 * Connects the alerts to the worklist and the clinic's topic.
 * @throws ConfigurationError, also where nobody is to be told
 */
export const connectAlertClinic = async (environment: Environment, runtime: Runtime) => {
  const settings = readSettings(environment, ['table', 'redFlagReaders', ...alertClinicSettings]);
  const { redFlagReaders: readers } = settings;
  if (readers === 'nobody') throw new ConfigurationError([variables.redFlagReaders]);
  const clients = { table: connectTable(settings.table), sns: new SNSClient({}), log: createLog('alert-clinic') };
  return createAlertClinic(alertClinicDeps(clients, settings, readers, runtime));
};
