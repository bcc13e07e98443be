import {
  ChangeMessageVisibilityCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Process } from './process.ts';
import { callAws } from './table-client.ts';
import { minute, second, type World } from './world.ts';

interface Message {
  readonly id: string;
  readonly body: string;
  /** SQS serves groups fairly; here in turns, as the queue of `npm start` does (docs/threat-model.md says what of that is documented). */
  readonly group: string;
  visibleAt: number;
  receives: number;
  /** Confirmations that were served while it waited. */
  overtaken: number;
}

/** Six times the workers' timeout of a minute, and the tries before a message is given up: as infra sets them. */
const visibilityMs = 6 * minute;
const maxReceives = 20;
/** A message that came back so often is let through undisturbed: nothing in the world fails for ever. */
export const patience = 5;

export interface QueueOptions {
  readonly world: World;
  readonly name: string;
  readonly workers: number;
  /** A group of tips was served after this many confirmations, which strangers can ask for, went ahead of it. */
  readonly overtaken?: (confirmations: number) => void;
  /** Starts the function behind the queue; `done` says whether the message was worked off. */
  readonly run: (event: SQSEvent, sheltered: boolean, done: (worked: boolean) => void) => void;
}

const recordOf = (message: Message): SQSEvent =>
  z.custom<SQSEvent>().parse({
    Records: [
      {
        messageId: message.id,
        receiptHandle: `${message.id}:${message.receives}`,
        body: message.body,
        attributes: { ApproximateReceiveCount: String(message.receives) },
      },
    ],
  });

const jobs = z.object({ kind: z.string() });
const kindOf = ({ body }: Message): string => jobs.parse(JSON.parse(body)).kind;

/** SQS and its event source mapping: at least once, in no order, one message an invocation. */
export const createQueue = ({ world, name, workers, run, overtaken }: QueueOptions) => {
  const { timeline, random } = world;
  const messages = new Map<string, Message>();
  const dead: Message[] = [];
  let busy = 0;
  let servedLast = '';

  const start = (message: Message, counted: boolean): void => {
    if (counted) busy += 1;
    run(recordOf(message), message.receives > patience, (worked) => {
      if (counted) busy -= 1;
      if (worked) messages.delete(message.id);
      pump();
    });
  };

  const receive = (message: Message): void => {
    message.receives += 1;
    if (message.receives > maxReceives) {
      messages.delete(message.id);
      dead.push(message);
      return;
    }
    message.visibleAt = timeline.now() + visibilityMs;
    timeline.at(message.visibleAt, pump);
    if (random.chance(world.faultRates().delivery / 3) && message.receives <= patience) {
      world.tell(name, () => 'delivers a message twice');
      const copy = { ...message };
      timeline.after(random.whole(0, random.chance(0.5) ? second : 40 * second), () => start(copy, false));
    }
    start(message, true);
  };

  const goAhead = (served: Message, waiting: readonly Message[]): void => {
    if (kindOf(served) === 'tips') overtaken?.(served.overtaken);
    if (kindOf(served) !== 'confirmation') return;
    for (const message of waiting) if (kindOf(message) === 'tips') message.overtaken += 1;
  };

  const pump = (): void => {
    while (busy < workers) {
      const waiting = [...messages.values()].filter(({ visibleAt }) => visibleAt <= timeline.now());
      const others = waiting.filter(({ group }) => group !== servedLast);
      const [first, ...more] = others.length > 0 ? others : waiting;
      if (!first) return;
      const served = random.pick([first, ...more]);
      servedLast = served.group;
      goAhead(served, waiting);
      receive(served);
    }
  };

  const put = (body: string, delaySeconds: number, group = ''): void => {
    const id = `${random.hex(8)}-${random.hex(8)}`;
    const visibleAt = timeline.now() + delaySeconds * second + random.whole(5, 400);
    messages.set(id, { id, body, group, visibleAt, receives: 0, overtaken: 0 });
    timeline.at(visibleAt, pump);
  };

  const putAll = ({ input: { Entries = [] } }: SendMessageBatchCommand, partly: boolean): unknown => {
    if (Entries.length > 10) throw new TypeError('more than ten messages in a batch');
    const failed = Entries.filter(() => partly && random.chance(0.5));
    for (const entry of Entries)
      if (!failed.includes(entry)) put(entry.MessageBody ?? '', entry.DelaySeconds ?? 0, entry.MessageGroupId);
    return { Failed: failed.map(({ Id }) => ({ Id, Code: 'InternalError', SenderFault: false })) };
  };

  const hide = ({ input: { ReceiptHandle = '', VisibilityTimeout = 0 } }: ChangeMessageVisibilityCommand): unknown => {
    const message = messages.get(ReceiptHandle.split(':')[0] ?? '');
    if (!message) return {};
    message.visibleAt = timeline.now() + VisibilityTimeout * second;
    timeline.at(message.visibleAt, pump);
    return {};
  };

  const execute = (command: unknown, partly: boolean): unknown => {
    if (command instanceof SendMessageBatchCommand) return putAll(command, partly);
    if (command instanceof ChangeMessageVisibilityCommand) return hide(command);
    if (!(command instanceof SendMessageCommand)) throw new TypeError('a command this queue does not know');
    put(command.input.MessageBody ?? '', command.input.DelaySeconds ?? 0, command.input.MessageGroupId);
    return { MessageId: 'queued' };
  };

  return {
    /** A command to this queue, as one process gives it. */
    call: (process: Process, command: unknown): Promise<unknown> => {
      const partly = random.chance(process.faultRates().partial);
      return callAws(process, random, {
        what: () => `${Object(command).constructor.name.replace('Command', '')} at the ${name} queue`,
        latencyMs: [2, 15],
        effect: () => execute(command, partly),
      });
    },
    size: (): number => messages.size,
    dead: (): number => dead.length,
    isEmpty: (): boolean => messages.size === 0 && dead.length === 0,
  };
};

export type Queue = ReturnType<typeof createQueue>;

const addressed = z.object({ input: z.object({ QueueUrl: z.string() }) });

/** SQS as one process reaches it: the queue is the one that a command names. */
export const sqsOf = (process: Process, queues: ReadonlyMap<string, Queue>): SQSClient =>
  z.custom<SQSClient>().parse({
    send: (command: unknown) => {
      const { QueueUrl } = addressed.parse(command).input;
      const queue = queues.get(QueueUrl);
      if (!queue) throw new TypeError(`there is no queue ${QueueUrl}`);
      return queue.call(process, command);
    },
  });
