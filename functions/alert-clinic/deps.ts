import type { SNSClient } from '@aws-sdk/client-sns';
import type { ReadingClinic } from '../../shared/domain/desk/red-flag-readers.ts';
import type { Log } from '../../shared/platform/log.ts';
import { createUnansweredMetric } from '../../shared/platform/metrics.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { createPublishAlert } from '../../shared/providers/sns/publish-alert.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import type { AlertClinicDeps } from './alert-clinic.ts';

/** How alert-clinic reaches the world. */
export interface AlertClinicClients {
  readonly table: Table;
  readonly sns: SNSClient;
  readonly log: Log;
}

/** The settings that the alerts read. */
export const alertClinicSettings = ['alertTopic', 'metricsNamespace'] as const;

/** Composes the alerts from their clients, for AWS, a laptop and tests alike. */
export const alertClinicDeps = (
  { table, sns, log }: AlertClinicClients,
  settings: Pick<Settings, (typeof alertClinicSettings)[number]>,
  readers: ReadingClinic,
  runtime: Runtime,
): AlertClinicDeps => ({
  clock: runtime.clock,
  log,
  readers,
  worklist: createWorklistStore(table),
  persons: createPersonStore(table),
  publish: createPublishAlert(sns, settings.alertTopic),
  countUnanswered: createUnansweredMetric({ ...runtime, namespace: settings.metricsNamespace }),
});
