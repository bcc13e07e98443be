import { DeleteMessageCommand, type Message, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';
import { oldestOf, peek, queueAttributes, takeAll, waitingIn } from './peek-messages.ts';

/** Ticks of one schedule that could not be started, for one reason. */
interface LostTicks {
  /** The schedule's AWS name. */
  readonly schedule: string;
  /** AWS's code for the reason. */
  readonly reason: string;
  readonly ticks: number;
}

/** The content of the schedules' queue of dead letters. */
export interface LostTicksView {
  /** SQS's own approximate count. */
  readonly waiting: number;
  readonly lost: readonly LostTicks[];
  /** When the oldest was given up, epoch ms. */
  readonly oldestAt?: number;
}

const unknown = 'unknown';

/**
 * Reads which schedule a message is about and what went wrong, which EventBridge Scheduler puts into its attributes
 * (docs/facts.md#e1).
 */
const told = ({ MessageAttributes = {} }: Message): { readonly schedule: string; readonly reason: string } => ({
  schedule: MessageAttributes['SCHEDULE_ARN']?.StringValue?.split('/').at(-1) ?? unknown,
  reason: MessageAttributes['ERROR_CODE']?.StringValue ?? unknown,
});

const counted = (messages: readonly Message[]): readonly LostTicks[] =>
  [...Map.groupBy(messages.map(told), ({ schedule, reason }) => `${schedule} ${reason}`).values()].flatMap((alike) =>
    alike[0] === undefined ? [] : [{ ...alike[0], ticks: alike.length }],
  );

/** The ticks that EventBridge Scheduler could not start; the next tick makes up for each. */
export const createLostTicks = (client: Pick<SQSClient, 'send'>, queueUrl: string) => ({
  /** Reads them; undefined if there is no such queue, because the deployment is older. */
  look: async (): Promise<LostTicksView | undefined> => {
    const attributes = await queueAttributes(client, queueUrl).catch((error: unknown) => {
      if (error instanceof QueueDoesNotExist) return undefined;
      throw error;
    });
    if (attributes === undefined) return undefined;
    const waiting = waitingIn(attributes);
    const messages = waiting === 0 ? [] : await peek(client, queueUrl);
    const oldestAt = oldestOf(messages);
    return {
      waiting: Math.max(waiting, messages.length),
      lost: counted(messages),
      ...(oldestAt === undefined ? {} : { oldestAt }),
    };
  },

  /** Deletes them, so that the alarm ends and rings for the next; resolves with their number. */
  putAway: async (): Promise<number> => {
    const { messages } = await takeAll(client, queueUrl);
    for (const { ReceiptHandle } of messages)
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    return messages.length;
  },
});
