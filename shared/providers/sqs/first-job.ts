import { SQSClient } from '@aws-sdk/client-sqs';
import { lazily } from '../../domain/memoize.ts';
import { sendJob } from './send-job.ts';

const client = lazily(() => new SQSClient({}));

/** Queues a job over the one client of this environment, which is made with the first. */
export const sendOver = (url: string, job: Parameters<typeof sendJob>[2]): Promise<void> => sendJob(client(), url, job);
