import { SQSClient } from '@aws-sdk/client-sqs';
import { createJobQueue } from '../../shared/channels/job-queue.ts';
import { readSettings } from '../../shared/config.ts';
import type { ErasureJob } from '../../shared/domain/job.ts';
import { createLog } from '../../shared/log.ts';
import type { Runtime } from '../../shared/runtime.ts';
import { fetchSecrets } from '../../shared/secrets.ts';
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
