import type { SQSClient } from '@aws-sdk/client-sqs';
import { type WorkQueueName, workQueues } from '../../domain/desk/failed-jobs.ts';
import { createDeadLetters, type QueueCount } from './dead-letters.ts';

/** Counts the queues that there are, by name: a channel that is left out has none. */
export const createCountQueues = (
  client: Pick<SQSClient, 'send'>,
  urls: { readonly [Name in WorkQueueName]?: string | undefined },
) => {
  const deadLetters = createDeadLetters(client);
  return (): Promise<readonly (QueueCount & { readonly queue: WorkQueueName })[]> =>
    Promise.all(
      workQueues.flatMap((queue) => {
        const url = urls[queue];
        return url === undefined ? [] : [deadLetters.count(url).then((count) => ({ queue, ...count }))];
      }),
    );
};
