import {
  ChangeMessageVisibilityBatchCommand,
  GetQueueAttributesCommand,
  ListMessageMoveTasksCommand,
  ReceiveMessageCommand,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import * as z from 'zod';

const deadOf = (queue: string): string => `${queue}-dead`;
const nameIn = (address = ''): string =>
  address.slice(Math.max(address.lastIndexOf('/'), address.lastIndexOf(':')) + 1);

/**
 * A client of SQS whose queues have each a queue of dead letters, with the bodies that are given; everything else goes to
 * another client. What is redriven is gone from them, and named in `redriven`.
 */
export const withDeadLetters = (other: SQSClient, given: Readonly<Record<string, readonly string[]>>) => {
  const dead = new Map(Object.entries(given).map(([queue, bodies]) => [deadOf(queue), bodies]));
  const redriven: string[] = [];
  let taken = new Set<string>();
  const answer = (command: unknown): object | undefined => {
    if (command instanceof GetQueueAttributesCommand) {
      const name = nameIn(command.input.QueueUrl);
      const policy = JSON.stringify({ deadLetterTargetArn: `arn:aws:sqs:us-east-1:0:${deadOf(name)}` });
      return name.endsWith('-dead')
        ? { Attributes: { ApproximateNumberOfMessages: String(dead.get(name)?.length ?? 0) } }
        : { Attributes: { RedrivePolicy: policy } };
    }
    if (command instanceof ListMessageMoveTasksCommand) return { Results: [] };
    if (command instanceof ReceiveMessageCommand) {
      const name = nameIn(command.input.QueueUrl);
      const left = (dead.get(name) ?? []).map((Body, at) => ({ Body, MessageId: `${name}-${at}`, Attributes: {} }));
      const Messages = left.filter(({ MessageId }) => !taken.has(MessageId)).slice(0, 10);
      for (const { MessageId } of Messages) taken.add(MessageId);
      return { Messages };
    }
    if (command instanceof ChangeMessageVisibilityBatchCommand) {
      taken = new Set();
      return {};
    }
    if (!(command instanceof StartMessageMoveTaskCommand)) return undefined;
    const name = nameIn(command.input.SourceArn);
    dead.set(name, []);
    redriven.push(name);
    return {};
  };
  const client = z.custom<SQSClient>().parse({
    send: async (command: unknown) => answer(command) ?? Reflect.apply(other.send, other, [command]),
  });
  return { client, redriven };
};
