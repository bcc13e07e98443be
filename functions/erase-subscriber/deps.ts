import type { SQSClient } from '@aws-sdk/client-sqs';
import type { ErasureJob } from '../../shared/domain/tips/job.ts';
import { jitteredPause } from '../../shared/platform/jittered-pause.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { Runtime } from '../../shared/platform/runtime.ts';
import type { Settings } from '../../shared/platform/settings.ts';
import { createJobQueue } from '../../shared/providers/sqs/job-queue.ts';
import type { Secrets } from '../../shared/schemas/secrets.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createErasureStore } from '../../shared/store/erasure-store.ts';
import { createPersonStore } from '../../shared/store/person-store.ts';
import { createSubscriberStore } from '../../shared/store/subscriber-store.ts';
import { createWorklistStore } from '../../shared/store/worklist-store.ts';
import type { EraseSubscriberDeps } from './erase-subscriber.ts';

/** How erase-subscriber reaches the world. */
export interface EraseSubscriberClients {
  readonly table: Table;
  readonly secrets: Pick<Secrets, 'pepper'>;
  readonly sqs: SQSClient;
  readonly log: Log;
}

/** The settings that erasing reads. */
export const eraseSubscriberSettings = ['erasureQueue'] as const;

/** Composes the deletion of people from its clients, for AWS, a laptop and tests alike. */
export const eraseSubscriberDeps = (
  { table, secrets, sqs, log }: EraseSubscriberClients,
  settings: Pick<Settings, (typeof eraseSubscriberSettings)[number]>,
  runtime: Runtime,
): EraseSubscriberDeps => {
  const queue = createJobQueue<ErasureJob>(sqs, settings.erasureQueue, jitteredPause(runtime));
  return {
    clock: runtime.clock,
    log,
    pepper: secrets.pepper,
    persons: createPersonStore(table),
    subscribers: createSubscriberStore(table),
    erasures: createErasureStore(table),
    worklist: createWorklistStore(table),
    sweepLater: (job, delaySeconds) => queue.send(job, { delaySeconds }),
  };
};
