import type { SQSClient } from '@aws-sdk/client-sqs';
import type { Channel } from '../../domain/people/subscriber.ts';
import type { SendJob } from '../../domain/tips/job.ts';
import type { Log } from '../../platform/log.ts';
import type { ChannelSettings } from '../../platform/settings.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';

/**
 * Stands in for a queue that is not deployed. Only people from before a channel was left out are due on it: they get
 * nothing, and each time their number is logged.
 */
const leftOut = (channel: Channel, log: Log): JobQueue<SendJob> => {
  const drop = (jobs: readonly SendJob[]): void => {
    const count = jobs.reduce((sum, job) => sum + (job.kind === 'tips' ? job.members.length : 1), 0);
    log('error', 'channel-left-out', { channel, count });
  };
  return {
    send: async (job) => drop([job]),
    sendAll: async (jobs) => drop(jobs),
    retryLater: async () => undefined,
  };
};

/** The queues of both channels; for a channel that the deployment lacks, one that takes jobs and logs them. */
export const createChannelQueues = (
  client: SQSClient,
  { smsQueue, emailQueue }: ChannelSettings<'smsQueue', 'emailQueue'>,
  pause: (longestMs: number) => Promise<void>,
  log: Log,
): Readonly<Record<Channel, JobQueue<SendJob>>> => {
  const queueOf = (channel: Channel, url: string | undefined): JobQueue<SendJob> =>
    url === undefined ? leftOut(channel, log) : createJobQueue<SendJob>(client, url, pause);
  return { sms: queueOf('sms', smsQueue), email: queueOf('email', emailQueue) };
};
