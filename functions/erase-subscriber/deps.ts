import { SQSClient } from '@aws-sdk/client-sqs';
import type { ErasureJob } from '../../shared/domain/tips/job.ts';
import { createLog } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import { fetchSecrets } from '../../shared/platform/secrets.ts';
import { readSettings } from '../../shared/platform/settings.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import { connectTable } from '../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createSubscriberStore } from '../../shared/store/subscriber-store.ts';
import type { EraseSubscriberDeps } from './erase-subscriber.ts';

/** Connects the deletion of people to the table and its queue. */
export const eraseSubscriberDeps = async (
  environment: Readonly<Record<string, string | undefined>>,
  { clock }: Runtime,
): Promise<EraseSubscriberDeps> => {
  const settings = readSettings(environment, ['table', 'erasureQueue', 'secretsParameter']);
  const { pepper } = await fetchSecrets(settings.secretsParameter, environment);
  const table = connectTable(settings.table);
  const queue = createJobQueue<ErasureJob>(new SQSClient({}), settings.erasureQueue);
  return {
    clock,
    log: createLog('erase-subscriber'),
    pepper,
    persons: createPersonStore(table),
    subscribers: createSubscriberStore(table),
    erasures: createErasureStore(table),
    sweepLater: (job, delaySeconds) => queue.send(job, { delaySeconds }),
  };
};
