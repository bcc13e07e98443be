import type { ErasureJob, SendJob } from '../tips/job.ts';

/** The queues whose jobs may be given up. */
export const workQueues = ['sms', 'email', 'erasure'] as const;
export type WorkQueueName = (typeof workQueues)[number];

/** What may be redriven: a queue's jobs; or the ticks of the schedules, which are no jobs and are only put away. */
export const redrivable = [...workQueues, 'ticks'] as const;
export type Redrivable = (typeof redrivable)[number];

/** What a job was for; `unreadable`: it is none of ours. */
export type FailedKind = (SendJob | ErasureJob)['kind'] | 'unreadable';

/** Jobs of one kind that were given up, and how many people they are about: never whose. */
export interface FailedJobs {
  readonly kind: FailedKind;
  readonly jobs: number;
  readonly people: number;
}

const peopleIn = (job: SendJob | ErasureJob | undefined): number => {
  if (job === undefined) return 0;
  return job.kind === 'tips' ? job.members.length : 1;
};

/** Counts given-up jobs by their kind, in the order in which the kinds come; undefined stands for what is no job. */
export const countFailedJobs = (jobs: readonly (SendJob | ErasureJob | undefined)[]): readonly FailedJobs[] =>
  [...Map.groupBy(jobs, (job): FailedKind => job?.kind ?? 'unreadable')].map(([kind, alike]) => ({
    kind,
    jobs: alike.length,
    people: alike.reduce((sum, job) => sum + peopleIn(job), 0),
  }));
