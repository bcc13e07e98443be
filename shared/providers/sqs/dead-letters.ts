import {
  ListMessageMoveTasksCommand,
  type Message,
  type SQSClient,
  StartMessageMoveTaskCommand,
} from '@aws-sdk/client-sqs';
import type { ErasureJob, SendJob } from '../../domain/tips/job.ts';
import { readMoveTask, readRedrivePolicy } from '../../schemas/dead-letters.ts';
import { readErasureJob, readSendJob } from '../../schemas/jobs.ts';
import { heldBy, oldestOf, peek, queueAttributes, waitingIn } from './peek-messages.ts';

/** A queue has no queue of dead letters, or SQS does not say which. */
export class NoDeadLettersError extends Error {
  override readonly name = 'NoDeadLettersError';
}

/** Dead letters on their way back to their queue. */
interface Move {
  readonly moved: number;
  readonly of: number;
}

/** The dead letters of a queue. */
export interface DeadLetterView {
  /** The number of dead letters, by SQS's approximate count. */
  readonly waiting: number;
  /** The jobs that were read, a thousand at most; undefined for a message that is no job of ours. */
  readonly jobs: readonly (SendJob | ErasureJob | undefined)[];
  /** When the oldest of them was queued, epoch ms. */
  readonly oldestAt?: number;
  readonly moving?: Move;
}

const parsed = (text = ''): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const jobIn = ({ Body }: Message): SendJob | ErasureJob | undefined => {
  const body = parsed(Body);
  const [send, erase] = [readSendJob(body), readErasureJob(body)];
  if (send.success) return send.data;
  return erase.success ? erase.data : undefined;
};

/** How many messages a queue holds, and how many were given up; SQS's own approximate counts. */
export interface QueueCount {
  readonly waiting: number;
  readonly givenUp: number;
}

/** Reads the dead letters of queues, and moves them back. */
export const createDeadLetters = (client: Pick<SQSClient, 'send'>) => {
  /** The queue of dead letters: its URL differs from the queue's only by the name, and so does its ARN. */
  const deadLettersOf = async (
    queueUrl: string,
    own?: Readonly<Record<string, string>>,
  ): Promise<{ readonly arn: string; readonly url: string }> => {
    const { RedrivePolicy } = own ?? (await queueAttributes(client, queueUrl));
    const policy = readRedrivePolicy(parsed(RedrivePolicy));
    if (!policy.success) throw new NoDeadLettersError('the queue has no queue of dead letters');
    const arn = policy.data.deadLetterTargetArn;
    const name = arn.slice(arn.lastIndexOf(':') + 1);
    return { arn, url: `${queueUrl.slice(0, queueUrl.lastIndexOf('/') + 1)}${name}` };
  };

  const moveOf = async (arn: string): Promise<Move | undefined> => {
    const { Results = [] } = await client.send(new ListMessageMoveTasksCommand({ SourceArn: arn, MaxResults: 1 }));
    const task = readMoveTask(Results[0]);
    if (!task.success || task.data.Status !== 'RUNNING') return undefined;
    const { ApproximateNumberOfMessagesMoved: moved = 0, ApproximateNumberOfMessagesToMove: of = moved } = task.data;
    return { moved, of };
  };

  return {
    /**
     * Counts a queue and its dead letters, in two calls, without reading any.
     * @throws NoDeadLettersError
     */
    count: async (queueUrl: string): Promise<QueueCount> => {
      const own = await queueAttributes(client, queueUrl);
      const { url } = await deadLettersOf(queueUrl, own);
      return { waiting: heldBy(own), givenUp: waitingIn(await queueAttributes(client, url)) };
    },

    /** @throws NoDeadLettersError */
    look: async (queueUrl: string): Promise<DeadLetterView> => {
      const { arn, url } = await deadLettersOf(queueUrl);
      const waiting = waitingIn(await queueAttributes(client, url));
      const moving = await moveOf(arn);
      // Dead letters that are being moved back are not read, which would hold them up.
      const messages = waiting === 0 || moving ? [] : await peek(client, url);
      const oldestAt = oldestOf(messages);
      return {
        waiting: Math.max(waiting, messages.length),
        jobs: messages.map(jobIn),
        ...(oldestAt === undefined ? {} : { oldestAt }),
        ...(moving ? { moving } : {}),
      };
    },

    /**
     * Has SQS move a queue's dead letters back to it.
     * @throws NoDeadLettersError
     */
    redrive: async (queueUrl: string): Promise<void> => {
      const { arn } = await deadLettersOf(queueUrl);
      await client.send(new StartMessageMoveTaskCommand({ SourceArn: arn }));
    },
  };
};

/** Looks at dead letters and moves them back into their queue. */
export type DeadLetters = ReturnType<typeof createDeadLetters>;
