import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { md5Of, type Queue, type QueueMessage, UnknownReceiptError } from './queue.ts';
import { account, deadLettersOf, region } from './settings.ts';

const delaySeconds = z.int().min(0).max(900).optional();
/** A message, and a batch together, may hold 1 MiB (docs/facts.md#e2). */
const maxBytes = 1_048_576;

const queueUrl = z.string().transform((url) => url.slice(url.lastIndexOf('/') + 1));
/** The message group, which on a standard queue decides whose turn it is (fair queues). */
const group = z.string().min(1).max(128).optional();
const sendSchema = z.object({
  QueueUrl: queueUrl,
  MessageBody: z.string().min(1),
  DelaySeconds: delaySeconds,
  MessageGroupId: group,
});
const batchSchema = z.object({
  QueueUrl: queueUrl,
  Entries: z
    .array(
      z.object({
        Id: z.string().regex(/^[\w-]{1,80}$/),
        MessageBody: z.string().min(1),
        DelaySeconds: delaySeconds,
        MessageGroupId: group,
      }),
    )
    .min(1)
    .max(10)
    .refine((entries) => new Set(entries.map((entry) => entry.Id)).size === entries.length, 'ids are not distinct'),
});
const visibilitySchema = z.object({
  QueueUrl: queueUrl,
  ReceiptHandle: z.string().min(1),
  VisibilityTimeout: z.int().min(0).max(43_200),
});
/** Of one message and of a batch. */
const visibilityBatchSchema = z.object({
  QueueUrl: queueUrl,
  Entries: z
    .array(
      z.object({ Id: z.string(), ReceiptHandle: z.string().min(1), VisibilityTimeout: z.int().min(0).max(43_200) }),
    )
    .min(1)
    .max(10),
});
const receiveSchema = z.object({
  QueueUrl: queueUrl,
  MaxNumberOfMessages: z.int().min(1).max(10).default(1),
  VisibilityTimeout: z.int().min(0).max(43_200).optional(),
});
const attributesSchema = z.object({ QueueUrl: queueUrl });
const moveSchema = z.object({ SourceArn: z.string().transform((arn) => arn.slice(arn.lastIndexOf(':') + 1)) });
const deleteSchema = z.object({ QueueUrl: queueUrl, ReceiptHandle: z.string().min(1) });

const arnOf = (name: string): string => `arn:aws:sqs:${region}:${account}:${name}`;

class QueueRefusal extends Error {
  override readonly name = 'QueueRefusal';
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * Speaks SQS's JSON protocol, for the calls that the functions and the command line make. `givenUp` returns the dead
 * letters of the queue of that name.
 */
export const createQueueStandIn = (
  queues: Readonly<Record<string, Queue>>,
  givenUp: Readonly<Record<string, Queue>> = {},
) => {
  const deadLetters = Object.fromEntries(Object.entries(givenUp).map(([name, queue]) => [deadLettersOf(name), queue]));
  const all: Readonly<Record<string, Queue>> = { ...queues, ...deadLetters };
  const queueNamed = (name: string): Queue => {
    const queue = all[name];
    if (queue === undefined) throw new QueueRefusal('QueueDoesNotExist', `no queue is named ${name}`);
    return queue;
  };
  const checkSize = (bodies: readonly string[]): void => {
    const bytes = bodies.reduce((sum, body) => sum + Buffer.byteLength(body), 0);
    if (bytes > maxBytes) throw new QueueRefusal('BatchRequestTooLong', `${bytes} bytes are more than ${maxBytes}`);
  };

  const operations: Readonly<Record<string, (input: unknown) => object>> = {
    'AmazonSQS.SendMessage': (input) => {
      const { QueueUrl, MessageBody, DelaySeconds, MessageGroupId } = sendSchema.parse(input);
      checkSize([MessageBody]);
      const { id, md5 } = queueNamed(QueueUrl).send(MessageBody, DelaySeconds, MessageGroupId);
      return { MessageId: id, MD5OfMessageBody: md5 };
    },
    'AmazonSQS.SendMessageBatch': (input) => {
      const { QueueUrl, Entries } = batchSchema.parse(input);
      checkSize(Entries.map((entry) => entry.MessageBody));
      const queue = queueNamed(QueueUrl);
      const sent = Entries.map((entry) => ({
        entry,
        ...queue.send(entry.MessageBody, entry.DelaySeconds, entry.MessageGroupId),
      }));
      return {
        Successful: sent.map(({ entry, id, md5 }) => ({ Id: entry.Id, MessageId: id, MD5OfMessageBody: md5 })),
        Failed: [],
      };
    },
    'AmazonSQS.ChangeMessageVisibility': (input) => {
      const { QueueUrl, ReceiptHandle, VisibilityTimeout } = visibilitySchema.parse(input);
      queueNamed(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout);
      return {};
    },
    'AmazonSQS.ChangeMessageVisibilityBatch': (input) => {
      const { QueueUrl, Entries } = visibilityBatchSchema.parse(input);
      for (const { ReceiptHandle, VisibilityTimeout } of Entries)
        queueNamed(QueueUrl).changeVisibility(ReceiptHandle, VisibilityTimeout);
      return { Successful: Entries.map(({ Id }) => ({ Id })), Failed: [] };
    },
    // It does not wait for messages: it is asked about dead letters, which do not come by themselves.
    'AmazonSQS.ReceiveMessage': (input) => {
      const { QueueUrl, MaxNumberOfMessages, VisibilityTimeout } = receiveSchema.parse(input);
      const hiddenMs = VisibilityTimeout === undefined ? undefined : VisibilityTimeout * 1000;
      const received: QueueMessage[] = [];
      while (received.length < MaxNumberOfMessages) {
        const message = queueNamed(QueueUrl).receive(hiddenMs);
        if (message === undefined) break;
        received.push(message);
      }
      return {
        Messages: received.map(({ id, body, receipt, sentAt }) => ({
          MessageId: id,
          ReceiptHandle: receipt,
          Body: body,
          MD5OfBody: md5Of(body),
          Attributes: { SentTimestamp: String(sentAt) },
        })),
      };
    },
    'AmazonSQS.GetQueueAttributes': (input) => {
      const { QueueUrl } = attributesSchema.parse(input);
      const target = givenUp[QueueUrl] === undefined ? undefined : arnOf(deadLettersOf(QueueUrl));
      return {
        Attributes: {
          QueueArn: arnOf(QueueUrl),
          ApproximateNumberOfMessages: String(queueNamed(QueueUrl).size()),
          ApproximateNumberOfMessagesNotVisible: '0',
          ...(target === undefined
            ? {}
            : { RedrivePolicy: JSON.stringify({ deadLetterTargetArn: target, maxReceiveCount: 20 }) }),
        },
      };
    },
    // Everything is moved at once; SQS takes a while, and lists the task meanwhile. A moved message is a new one in its
    // queue.
    'AmazonSQS.StartMessageMoveTask': (input) => {
      const { SourceArn: name } = moveSchema.parse(input);
      const [to, source] = Object.entries(givenUp).find(([of]) => deadLettersOf(of) === name) ?? [];
      if (to === undefined || source === undefined)
        throw new QueueRefusal('ResourceNotFoundException', `${name} holds no dead letters`);
      for (const { id, body, group } of source.waiting()) {
        queueNamed(to).send(body, 0, group);
        source.remove(id);
      }
      return { TaskHandle: randomUUID() };
    },
    'AmazonSQS.ListMessageMoveTasks': (input) => {
      moveSchema.parse(input);
      return { Results: [] };
    },
    'AmazonSQS.DeleteMessage': (input) => {
      const { QueueUrl, ReceiptHandle } = deleteSchema.parse(input);
      queueNamed(QueueUrl).removeByReceipt(ReceiptHandle);
      return {};
    },
  };

  const refuse = (code: string, message: string): Response =>
    Response.json(
      { __type: `com.amazonaws.sqs#${code}`, message },
      { status: 400, headers: { 'content-type': 'application/x-amz-json-1.0' } },
    );

  const app = new Hono();
  app.post('*', async (context: Context) => {
    const operation = operations[context.req.header('x-amz-target') ?? ''];
    if (operation === undefined)
      return refuse('UnsupportedOperation', 'the stand-in for SQS does not know this operation');
    const answer = operation(await context.req.json());
    return context.body(JSON.stringify(answer), 200, { 'content-type': 'application/x-amz-json-1.0' });
  });
  app.onError((error) => {
    if (error instanceof QueueRefusal) return refuse(error.code, error.message);
    if (error instanceof UnknownReceiptError) return refuse('ReceiptHandleIsInvalid', error.message);
    if (error instanceof z.ZodError) return refuse('InvalidParameterValueException', z.prettifyError(error));
    throw error;
  });
  return app;
};
