import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';

/** Puts one job onto the queue of that URL. */
export type QueueJob = (url: string, job: SendJob | ErasureJob) => Promise<void>;

/**
 * Queues a job in a function of which few events queue any: the first job loads SQS's client, a file of its own
 * (infra/bundle.ts).
 */
export const queueOnDemand: QueueJob = async (url, job) => {
  const { sendJobFromHere } = await import('./send-job.ts');
  await sendJobFromHere(url, job);
};
