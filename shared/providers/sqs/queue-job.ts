import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';

/** Puts one job onto the queue of that URL. */
export type QueueJob = (url: string, job: SendJob | ErasureJob) => Promise<void>;

/** Queues a job where few events queue any: SQS's client is a file of its own, which the first job loads (infra/bundle.ts). */
export const queueOnDemand: QueueJob = async (url, job) => {
  const { sendJobFromHere } = await import('./send-job.ts');
  await sendJobFromHere(url, job);
};
