import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { memoize } from '../../domain/memoize.ts';
import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';

/** Puts one job onto a queue in SQS. */
export const sendJob = async (
  client: SQSClient,
  url: string,
  job: SendJob | ErasureJob,
  delaySeconds?: number,
): Promise<void> => {
  await client.send(
    new SendMessageCommand({
      QueueUrl: url,
      MessageBody: JSON.stringify(job),
      MessageGroupId: job.kind,
      ...(delaySeconds === undefined ? {} : { DelaySeconds: delaySeconds }),
    }),
  );
};

const ownClient = memoize(() => new SQSClient({}));

/** Puts one job onto a queue with the environment's one client, which the first job creates. */
export const sendJobFromHere = (url: string, job: SendJob | ErasureJob): Promise<void> =>
  sendJob(ownClient(), url, job);
