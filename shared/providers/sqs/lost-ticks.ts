import { DeleteMessageCommand, type Message, QueueDoesNotExist, type SQSClient } from '@aws-sdk/client-sqs';
import { oldestOf, peek, queueAttributes, takeAll, waitingIn } from './peek-messages.ts';

/** Ticks of one schedule that could not be started, for one reason. */
interface LostTicks {
  /** The schedule's name, as AWS has it. */
  readonly schedule: string;
  /** Why, in AWS's word for it. */
  readonly reason: string;
  readonly ticks: number;
}

/** What the schedules' queue of dead letters holds. */
export interface LostTicksView {
  /** SQS's own approximate count. */
  readonly waiting: number;
  readonly lost: readonly LostTicks[];
  /** When the oldest was given up, epoch ms. */
  readonly oldestAt?: number;
}

const unknown = 'unknown';

/** EventBridge Scheduler says in attributes of the message which schedule it was and what went wrong (docs/facts.md#e1). */
const told = ({ MessageAttributes = {} }: Message): { readonly schedule: string; readonly reason: string } => ({
  schedule: MessageAttributes['SCHEDULE_ARN']?.StringValue?.split('/').at(-1) ?? unknown,
  reason: MessageAttributes['ERROR_CODE']?.StringValue ?? unknown,
});

const counted = (messages: readonly Message[]): readonly LostTicks[] =>
  [...Map.groupBy(messages.map(told), ({ schedule, reason }) => `${schedule} ${reason}`).values()].flatMap((alike) =>
    alike[0] === undefined ? [] : [{ ...alike[0], ticks: alike.length }],
  );

/** The ticks of the schedules that EventBridge Scheduler could not start. The next tick makes up for each. */
export const createLostTicks = (client: Pick<SQSClient, 'send'>, queueUrl: string) => ({
  /** Undefined where the queue is not there: what is deployed is older than this. */
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

  /** Deletes those that are there, so that the alarm ends and rings for the next; gives how many. */
  putAway: async (): Promise<number> => {
    const { messages } = await takeAll(client, queueUrl);
    for (const { ReceiptHandle } of messages)
      await client.send(new DeleteMessageCommand({ QueueUrl: queueUrl, ReceiptHandle }));
    return messages.length;
  },
});
