import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';

/** Puts one job onto the queue of that URL. */
export type QueueJob = (url: string, job: SendJob | ErasureJob) => Promise<void>;

/** Queues a job where few events queue any: the client is a file of its own, loaded with the first one (infra/bundle.ts). */
export const queueRarely: QueueJob = async (url, job) => {
  const { sendOver } = await import('./first-job.ts');
  await sendOver(url, job);
};
