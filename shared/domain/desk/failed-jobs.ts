import type { ErasureJob, SendJob } from '../tips/job.ts';

/** The queues whose jobs may be given up. */
export const workQueues = ['sms', 'email', 'erasure'] as const;

/** The name of a queue of jobs. */
export type WorkQueueName = (typeof workQueues)[number];

/**
 * What the `redrive` command takes: a queue's jobs; or the schedules' ticks, which are no jobs and are only put away.
 */
export const redrivable = [...workQueues, 'ticks'] as const;

/** What the `redrive` command takes. */
export type Redrivable = (typeof redrivable)[number];

/** What a job was for; `unreadable` if it is no job of ours. */
export type FailedKind = (SendJob | ErasureJob)['kind'] | 'unreadable';

/** Jobs of one kind that were given up, and how many people they concern; never whom. */
export interface FailedJobs {
  readonly kind: FailedKind;
  readonly jobs: number;
  readonly people: number;
}

const peopleIn = (job: SendJob | ErasureJob | undefined): number => {
  if (job === undefined) return 0;
  return job.kind === 'tips' ? job.members.length : 1;
};

/** Counts given-up jobs by kind, in order of first appearance; undefined stands for what is no job. */
export const countFailedJobs = (jobs: readonly (SendJob | ErasureJob | undefined)[]): readonly FailedJobs[] =>
  [...Map.groupBy(jobs, (job): FailedKind => job?.kind ?? 'unreadable')].map(([kind, alike]) => ({
    kind,
    jobs: alike.length,
    people: alike.reduce((sum, job) => sum + peopleIn(job), 0),
  }));
