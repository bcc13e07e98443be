import { SendMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
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
