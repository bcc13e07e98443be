import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  GetQueueAttributesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { mockClient } from 'aws-sdk-client-mock';
import { beforeEach, describe, expect, it } from 'vitest';
import { createLostTicks } from '../../../shared/providers/sqs/lost-ticks.ts';

const url = 'https://sqs.us-east-1.amazonaws.com/111122223333/backbeat-prod-lost-ticks';
const sqs = mockClient(SQSClient);
const lostTicks = createLostTicks(new SQSClient({ region: 'us-east-1' }), url);
beforeEach(() => sqs.reset());

/** A dead letter as EventBridge Scheduler writes it: the payload, and in attributes what went wrong. */
const lost = (id: string, schedule: string, code: string) => ({
  MessageId: id,
  ReceiptHandle: `receipt ${id}`,
  Body: '{}',
  Attributes: { SentTimestamp: String(Date.UTC(2030, 0, 7, 12, Number(id))) },
  MessageAttributes: Object.fromEntries(
    Object.entries({
      ERROR_CODE: code,
      ERROR_MESSAGE: 'User: … is not authorized to perform: lambda:InvokeFunction',
      EXHAUSTED_RETRY_CONDITION: 'MaximumRetryAttempts',
      RETRY_ATTEMPTS: '2',
      SCHEDULE_ARN: `arn:aws:scheduler:us-east-1:111122223333:schedule/default/${schedule}`,
      TARGET_ARN: 'arn:aws:lambda:us-east-1:111122223333:function:x',
    }).map(([name, StringValue]) => [name, { DataType: 'String', StringValue }]),
  ),
});
const holding = (...messages: readonly object[]): void => {
  sqs
    .on(GetQueueAttributesCommand)
    .resolves({ Attributes: { ApproximateNumberOfMessages: String(messages.length) } })
    .on(ReceiveMessageCommand)
    .resolvesOnce({ Messages: [...messages] })
    .resolves({});
};

describe('ticks that could not be started', () => {
  it('are counted by schedule and reason, and stay where they are', async () => {
    holding(lost('1', 'Tick', 'AccessDenied'), lost('2', 'Tick', 'AccessDenied'), lost('3', 'Reconcile', 'Throttled'));
    expect(await lostTicks.look()).toEqual({
      waiting: 3,
      oldestAt: Date.UTC(2030, 0, 7, 12, 1),
      lost: [
        { schedule: 'Tick', reason: 'AccessDenied', ticks: 2 },
        { schedule: 'Reconcile', reason: 'Throttled', ticks: 1 },
      ],
    });
    expect(sqs.commandCalls(ChangeMessageVisibilityBatchCommand)[0]?.args[0].input.Entries).toHaveLength(3);
    expect(sqs.commandCalls(DeleteMessageCommand)).toEqual([]);
  });

  it('are counted though a letter says nothing of itself', async () => {
    holding({ MessageId: '1', ReceiptHandle: 'r', Body: '{}' });
    expect(await lostTicks.look()).toEqual({
      waiting: 1,
      lost: [{ schedule: 'unknown', reason: 'unknown', ticks: 1 }],
    });
  });

  it('are put away, each that was there', async () => {
    holding(lost('1', 'Tick', 'AccessDenied'), lost('2', 'Tick', 'AccessDenied'));
    expect(await lostTicks.putAway()).toBe(2);
    expect(sqs.commandCalls(DeleteMessageCommand).map(({ args }) => args[0].input)).toEqual([
      { QueueUrl: url, ReceiptHandle: 'receipt 1' },
      { QueueUrl: url, ReceiptHandle: 'receipt 2' },
    ]);
  });

  it('are nothing that is known of a deployment that is older than their queue', async () => {
    sqs.on(GetQueueAttributesCommand).rejects(new QueueDoesNotExist({ message: 'none', $metadata: {} }));
    expect(await lostTicks.look()).toBeUndefined();
  });
});
