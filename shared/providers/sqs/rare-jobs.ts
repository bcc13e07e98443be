import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';

/** Queues a job where few events queue any: the client is a file of its own, loaded with the first one (infra/bundle.ts). */
export const queueRarely =
  (url: string) =>
  async (job: SendJob | ErasureJob): Promise<void> => {
    const { sendOver } = await import('./first-job.ts');
    await sendOver(url, job);
  };
