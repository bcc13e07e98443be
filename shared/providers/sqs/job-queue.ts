import { ChangeMessageVisibilityCommand, SendMessageBatchCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';
import { readErasureJob, readSendJob } from '../../schemas/jobs.ts';
import type { SchemaReader } from '../../schemas/schema-reader.ts';
import { sendJob } from './send-job.ts';

/** A queue of jobs. */
export interface JobQueue<Job extends SendJob | ErasureJob> {
  /** Queues one job, after `delaySeconds` (at most 900). */
  send(job: Job, options?: { readonly delaySeconds?: number }): Promise<void>;
  /**
   * Queues jobs, ten per call.
   * @throws JobQueueError if some could not be queued; the others stay queued, so the caller may send all again: jobs
   * are idempotent
   */
  sendAll(jobs: readonly Job[]): Promise<void>;
  /** Hides a received message for this many seconds (at most 12 h after its receipt), after which it is tried again. */
  retryLater(receiptHandle: string, seconds: number): Promise<void>;
}

/** SQS refused some jobs after every try. */
export class JobQueueError extends Error {
  override readonly name = 'JobQueueError';
  readonly unsent: number;
  /** SQS's error codes, without repeats. */
  readonly codes: readonly string[];
  constructor(unsent: number, codes: readonly string[]) {
    super(`${unsent} jobs were not queued: ${codes.join(', ')}`);
    this.unsent = unsent;
    this.codes = codes;
  }
}

/** A queue message is not a job of ours. */
export class UnreadableJobError extends Error {
  override readonly name = 'UnreadableJobError';
}

/** SQS's limit for one SendMessageBatch. */
const batchSize = 10;
const tries = 4;
const firstPauseMs = 100;
/**
 * How many batches are sent at once: a tick for 25,000 people is 100 batches, which would take too long one after the
 * other.
 */
const lanes = 4;

/** A queue of jobs in SQS. `pause` waits up to so many milliseconds between the tries of a batch. */
export const createJobQueue = <Job extends SendJob | ErasureJob>(
  client: SQSClient,
  url: string,
  pause: (longestMs: number) => Promise<void>,
): JobQueue<Job> => {
  /** Sends up to ten; SQS answers 200 even when it took only some of them. */
  const sendBatch = async (jobs: readonly Job[]): Promise<void> => {
    let left = jobs.map((job, index) => ({
      Id: String(index),
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.kind,
    }));
    let codes: string[] = [];
    for (let attempt = 0; attempt < tries && left.length > 0; attempt++) {
      if (attempt > 0) await pause(firstPauseMs * 2 ** (attempt - 1));
      const { Failed = [] } = await client.send(new SendMessageBatchCommand({ QueueUrl: url, Entries: left }));
      codes = [...new Set(Failed.map(({ Code = 'unknown' }) => Code))];
      const failed = new Set(Failed.map(({ Id }) => Id));
      left = left.filter(({ Id }) => failed.has(Id));
      // SenderFault means that the message itself is wrong (too long, forbidden characters): another try would fail the
      // same way.
      if (Failed.some(({ SenderFault }) => SenderFault)) break;
    }
    if (left.length > 0) throw new JobQueueError(left.length, codes);
  };

  return {
    async send(job, { delaySeconds } = {}) {
      await sendJob(client, url, job, delaySeconds);
    },

    async sendAll(jobs) {
      const batches: (readonly Job[])[] = [];
      for (let start = 0; start < jobs.length; start += batchSize) batches.push(jobs.slice(start, start + batchSize));
      const failures: JobQueueError[] = [];
      const lane = async (): Promise<void> => {
        for (let batch = batches.shift(); batch !== undefined; batch = batches.shift()) {
          // The other batches go on, because every job queued now spares the caller one later.
          await sendBatch(batch).catch((error: unknown) => {
            if (!(error instanceof JobQueueError)) throw error;
            failures.push(error);
          });
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      if (failures.length === 0) return;
      const unsent = failures.reduce((sum, failure) => sum + failure.unsent, 0);
      throw new JobQueueError(unsent, [...new Set(failures.flatMap(({ codes }) => codes))]);
    },

    async retryLater(receiptHandle, seconds) {
      await client.send(
        new ChangeMessageVisibilityCommand({ QueueUrl: url, ReceiptHandle: receiptHandle, VisibilityTimeout: seconds }),
      );
    },
  };
};

const parse = <Job>(read: SchemaReader<Job>, body: string): Job => {
  let message: unknown;
  try {
    message = JSON.parse(body);
  } catch (cause) {
    throw new UnreadableJobError('a queue message is not JSON', { cause });
  }
  const job = read(message);
  if (!job.success) throw new UnreadableJobError(`a queue message is not a job: ${job.faults.join(', ')}`);
  return job.data;
};

/** @throws UnreadableJobError */
export const parseSendJob = (body: string): SendJob => parse(readSendJob, body);

/** @throws UnreadableJobError */
export const parseErasureJob = (body: string): ErasureJob => parse(readErasureJob, body);
