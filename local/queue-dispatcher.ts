import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { TimedSource } from './agenda.ts';
import { md5Of, type Queue, type QueueMessage } from './queue.ts';
import { account, region } from './settings.ts';

/** A function behind a queue, as the event source mapping calls it. */
export type QueueFunction = (event: SQSEvent) => Promise<unknown>;

/** An answer of nothing, null or an empty list counts as success, as in Lambda. */
const answerSchema = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string() })) })
  .nullish()
  .transform((answer) => answer?.batchItemFailures.map((failure) => failure.itemIdentifier) ?? []);

const eventOf = (queueName: string, message: QueueMessage): SQSEvent => ({
  Records: [
    {
      messageId: message.id,
      receiptHandle: message.receipt,
      body: message.body,
      attributes: {
        ApproximateReceiveCount: String(message.receiveCount),
        SentTimestamp: String(message.sentAt),
        SenderId: account,
        ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt),
      },
      messageAttributes: {},
      md5OfBody: md5Of(message.body),
      eventSource: 'aws:sqs',
      eventSourceARN: `arn:aws:sqs:${region}:${account}:${queueName}`,
      awsRegion: region,
    },
  ],
});

/**
 * Plays the event source mapping: one message per invocation, with ReportBatchItemFailures. A message that fails comes
 * back when it is visible again.
 */
export const createQueueDispatcher = (
  queueName: string,
  queue: Queue,
  run: QueueFunction,
  report: (what: string, error: unknown) => void,
): TimedSource => ({
  nextAt: queue.nextAt,
  runDue: async () => {
    const message = queue.receive();
    if (message === undefined) return false;
    try {
      const failed = answerSchema.parse(await run(eventOf(queueName, message)));
      // As in Lambda, an id that was not in the batch fails the whole batch.
      if (failed.length === 0) queue.remove(message.id);
    } catch (error) {
      report(`the function behind the queue ${queueName} failed`, error);
    }
    return true;
  },
});
