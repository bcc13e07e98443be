import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';

export interface SqsListener {
  /** A job has come to the queue of that URL; what this throws, the sender is answered with. */
  readonly queued: (url: string, body: string) => void | Promise<void>;
  readonly hidden?: (url: string, receiptHandle: string, seconds: number) => void | Promise<void>;
}

/** A client of SQS that takes every job and tells whoever listens. */
export const recordingSqs = ({ queued, hidden }: SqsListener): SQSClient =>
  z.custom<SQSClient>().parse({
    send: async (command: unknown) => {
      if (command instanceof SendMessageCommand) {
        const { QueueUrl = '', MessageBody = '' } = command.input;
        await queued(QueueUrl, MessageBody);
        return { MessageId: 'queued' };
      }
      if (command instanceof SendMessageBatchCommand) {
        const { QueueUrl = '', Entries = [] } = command.input;
        for (const { MessageBody = '' } of Entries) await queued(QueueUrl, MessageBody);
        return { Failed: [] };
      }
      if (!(command instanceof ChangeMessageVisibilityCommand)) throw new TypeError('a command nobody sends');
      const { QueueUrl = '', ReceiptHandle = '', VisibilityTimeout = 0 } = command.input;
      await hidden?.(QueueUrl, ReceiptHandle, VisibilityTimeout);
      return {};
    },
  });
