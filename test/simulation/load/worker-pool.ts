import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import * as z from 'zod';
import type { Clock } from '../../../shared/platform/clock.ts';
import type { Random } from '../random.ts';

interface Message {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  receives: number;
}

type Handler = (event: SQSEvent) => Promise<SQSBatchResponse>;

interface WorkerPoolOptions {
  readonly clock: Clock;
  readonly random: Random;
  /** The event source's maximum concurrency. */
  readonly workers: number;
  /** Starts a new function environment. `retryLater` hides a message in the queue for some seconds. */
  readonly start: (retryLater: (receipt: string, seconds: number) => Promise<void>) => Handler;
}

/** From a message in the queue to the invocation that works on it. */
const pollMs = [20, 50] as const;
/** Six times the workers' timeout, as infra/constructs/work-queue.ts sets it. */
const visibilityMs = 360_000;
/** What infra/constructs/work-queue.ts allows before a message counts as lost. */
const maxReceives = 20;
/** Lambda keeps more environments than it uses at a time, and mostly takes the one it used last. */
const environmentsKept = 3;

const eventOf = ({ id, body, receives }: Message): SQSEvent =>
  z.custom<SQSEvent>().parse({
    Records: [{ messageId: id, receiptHandle: id, body, attributes: { ApproximateReceiveCount: String(receives) } }],
  });

/** An SQS queue and the workers its event source mapping keeps busy, one message an invocation, on a virtual clock. */
export const createWorkerPool = ({ clock, random, workers, start }: WorkerPoolOptions) => {
  const hiddenFor = new Map<string, number>();
  const idle: Handler[] = [];
  let ready: Message[] = [];
  let head = 0;
  let [sent, open, busy, invocations, received, changed, lost, billedMs, oldestMs] = [0, 0, 0, 0, 0, 0, 0, 0, 0];

  const retryLater = async (receipt: string, seconds: number): Promise<void> => {
    changed += 1;
    await clock.sleep(random.whole(3, 8));
    hiddenFor.set(receipt, seconds * 1000);
  };

  const environment = (): Handler => (random.chance(0.8) ? idle.pop() : idle.shift()) ?? start(retryLater);

  const next = (): Message | undefined => {
    const message = ready[head];
    head += 1;
    if (head < ready.length) return message;
    [ready, head] = [[], 0];
    return message;
  };

  const comeBack = (message: Message): void => {
    if (message.receives >= maxReceives) {
      [open, lost] = [open - 1, lost + 1];
      return;
    }
    const pause = hiddenFor.get(message.id) ?? visibilityMs;
    hiddenFor.delete(message.id);
    void clock.sleep(pause).then(() => {
      ready.push(message);
      pump();
    });
  };

  const work = async (message: Message): Promise<void> => {
    received += 1;
    message.receives += 1;
    if (message.receives === 1) oldestMs = Math.max(oldestMs, clock.now() - message.sentAt);
    await clock.sleep(random.whole(...pollMs));
    const handler = environment();
    const began = clock.now();
    const { batchItemFailures } = await handler(eventOf(message));
    invocations += 1;
    billedMs += Math.max(1, Math.ceil(clock.now() - began));
    if (idle.length < workers + environmentsKept) idle.push(handler);
    if (batchItemFailures.length > 0) comeBack(message);
    else open -= 1;
    busy -= 1;
    pump();
  };

  const pump = (): void => {
    while (busy < workers && head < ready.length) {
      const message = next();
      if (!message) return;
      busy += 1;
      void work(message);
    }
  };

  return {
    put: (bodies: readonly string[]): void => {
      for (const body of bodies) {
        sent += 1;
        open += 1;
        ready.push({ id: `message-${sent}`, body, sentAt: clock.now(), receives: 0 });
      }
      pump();
    },
    isDone: (): boolean => open === 0,
    report: () => ({
      messages: sent,
      invocations,
      /** What Lambda would bill: from the first line of the handler to its last. */
      billedMs,
      /** Receiving, deleting and hiding; sending is counted where it is done. */
      requests: received + (sent - open) + changed,
      /** The longest that a message waited for its first worker. */
      oldestMs,
      lost,
    }),
  };
};
