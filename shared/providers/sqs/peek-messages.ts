import {
  ChangeMessageVisibilityBatchCommand,
  GetQueueAttributesCommand,
  type Message,
  ReceiveMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';

/** SQS's largest batch. */
const batchSize = 10;
const mostLookedAt = 1_000;
/**
 * How long messages are hidden while they are read, in seconds. They are given back at once; this is for a process that
 * dies in between.
 */
const hiddenSeconds = 30;

type Client = Pick<SQSClient, 'send'>;

/** All attributes of a queue. */
export const queueAttributes = async (client: Client, url: string): Promise<Readonly<Record<string, string>>> =>
  (await client.send(new GetQueueAttributesCommand({ QueueUrl: url, AttributeNames: ['All'] }))).Attributes ?? {};

/** How many messages a queue holds, by SQS's own approximate count. */
export const waitingIn = (attributes: Readonly<Record<string, string>>): number =>
  Number(attributes['ApproximateNumberOfMessages'] ?? 0) +
  Number(attributes['ApproximateNumberOfMessagesNotVisible'] ?? 0);

/** The number of messages including delayed ones: what a worker has put back, and the second deletion of an erasure. */
export const heldBy = (attributes: Readonly<Record<string, string>>): number =>
  waitingIn(attributes) + Number(attributes['ApproximateNumberOfMessagesDelayed'] ?? 0);

const takeBatch = async (client: Client, url: string): Promise<readonly Message[]> => {
  const { Messages = [] } = await client.send(
    new ReceiveMessageCommand({
      QueueUrl: url,
      MaxNumberOfMessages: batchSize,
      VisibilityTimeout: hiddenSeconds,
      // Only a long poll asks all of SQS's servers.
      WaitTimeSeconds: 1,
      MessageSystemAttributeNames: ['SentTimestamp'],
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
};

const giveBack = async (client: Client, url: string, messages: readonly Message[]): Promise<void> => {
  const Entries = messages.map(({ ReceiptHandle }, index) => ({
    Id: String(index),
    ReceiptHandle,
    VisibilityTimeout: 0,
  }));
  await client.send(new ChangeMessageVisibilityBatchCommand({ QueueUrl: url, Entries }));
};

/** The messages of a queue of dead letters, a thousand at most, hidden from others until they are given back or deleted. */
export const takeAll = async (
  client: Client,
  url: string,
): Promise<{ readonly messages: readonly Message[]; readonly giveBack: () => Promise<void> }> => {
  const seen = new Map<string, Message>();
  const giveAllBack = async (): Promise<void> => {
    const all = [...seen.values()];
    for (let start = 0; start < all.length; start += batchSize)
      await giveBack(client, url, all.slice(start, start + batchSize));
  };
  try {
    for (let batch = await takeBatch(client, url); batch.length > 0; batch = await takeBatch(client, url)) {
      for (const message of batch) seen.set(message.MessageId ?? '', message);
      if (seen.size >= mostLookedAt) break;
    }
  } catch (error) {
    await giveAllBack();
    throw error;
  }
  return { messages: [...seen.values()], giveBack: giveAllBack };
};

/** Reads the messages without taking any: a queue of dead letters counts no receives. */
export const peek = async (client: Client, url: string): Promise<readonly Message[]> => {
  const { messages, giveBack: backAgain } = await takeAll(client, url);
  await backAgain();
  return messages;
};

/** When the oldest of some messages was queued, epoch ms; undefined if none says. */
export const oldestOf = (messages: readonly Message[]): number | undefined => {
  const sent = messages.map(({ Attributes }) => Number(Attributes?.SentTimestamp ?? Number.NaN));
  const oldest = Math.min(...sent.filter((at) => !Number.isNaN(at)));
  return Number.isFinite(oldest) ? oldest : undefined;
};
