import { createHash, randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Clock } from '../shared/platform/clock.ts';
import { forgetful, type Journal } from './journal.ts';

/** The schema of a message of a queue. */
export const queueMessage = z.object({
  id: z.string(),
  body: z.string(),
  sentAt: z.number(),
  receipt: z.string(),
  receiveCount: z.number(),
  firstReceivedAt: z.number(),
  visibleAt: z.number(),
  group: z.string().optional(),
});

/** A message of a queue. */
export type QueueMessage = Readonly<z.infer<typeof queueMessage>>;

/** The receipt handle names no message in flight: deleted, or received again since. */
export class UnknownReceiptError extends Error {
  override readonly name = 'UnknownReceiptError';
}

interface Limits {
  readonly visibilityTimeoutMs?: number;
  /** After how many receives a message goes to the dead letters, as infra sets it. */
  readonly maxReceiveCount?: number;
  /** The queue of dead letters. Left out, the queue is one of dead letters itself, which counts no receives. */
  readonly deadLetters?: { adopt(message: QueueMessage): void };
}

/** The MD5 of a text, in hex, as SQS reports it. */
export const md5Of = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/**
 * One SQS queue, on the service's clock: delays, visibility, receive counts and dead letters. Its journal outlives the
 * process, because the watermark moves on once a tick's groups are queued, and a queue that forgot them would lose
 * their tips.
 */
export const createQueue = (
  clock: Clock,
  { visibilityTimeoutMs = 120_000, maxReceiveCount = 20, deadLetters }: Limits = {},
  journal: Journal<QueueMessage> = forgetful(),
) => {
  const messages = new Map<string, QueueMessage>(journal.kept);
  const put = (message: QueueMessage): void => {
    messages.set(message.id, message);
    journal.put(message.id, message);
  };
  const drop = (id: string): void => {
    messages.delete(id);
    journal.remove(id);
  };

  const firstVisible = (): QueueMessage | undefined =>
    [...messages.values()].reduce<QueueMessage | undefined>(
      (first, message) => (first === undefined || message.visibleAt < first.visibleAt ? message : first),
      undefined,
    );
  /**
   * When each group was last served. The group served longest ago goes first (fair queues), within it the message
   * visible longest.
   */
  const turns = new Map<string | undefined, number>();
  let turn = 0;
  const turnOf = ({ group }: QueueMessage): number => turns.get(group) ?? 0;
  const nextTurn = (now: number): QueueMessage | undefined =>
    [...messages.values()]
      .filter(({ visibleAt }) => visibleAt <= now)
      .reduce<QueueMessage | undefined>((first, message) => {
        if (first === undefined) return message;
        const sooner = turnOf(message) - turnOf(first) || message.visibleAt - first.visibleAt;
        return sooner < 0 ? message : first;
      }, undefined);
  const inFlight = (receipt: string): QueueMessage => {
    const found = [...messages.values()].find((message) => message.receipt === receipt && receipt !== '');
    if (found === undefined) throw new UnknownReceiptError('no message in flight has this receipt handle');
    return found;
  };

  return {
    send: (body: string, delaySeconds = 0, group?: string): { id: string; md5: string } => {
      const [id, now] = [randomUUID(), clock.now()];
      const visibleAt = now + delaySeconds * 1000;
      put({
        id,
        body,
        sentAt: now,
        receipt: '',
        receiveCount: 0,
        firstReceivedAt: 0,
        visibleAt,
        ...(group === undefined ? {} : { group }),
      });
      return { id, md5: md5Of(body) };
    },
    /** Takes a message that another queue has given up. It keeps its id and its time. */
    adopt: (message: QueueMessage): void => {
      put({ ...message, receipt: '', visibleAt: clock.now() });
    },
    /** Returns the message whose turn it is and hides it for the visibility timeout, or for `hiddenMs`. */
    receive: (hiddenMs = visibilityTimeoutMs): QueueMessage | undefined => {
      const now = clock.now();
      for (let message = nextTurn(now); message; message = nextTurn(now)) {
        if (deadLetters === undefined || message.receiveCount < maxReceiveCount) {
          const taken: QueueMessage = {
            ...message,
            receipt: randomUUID(),
            receiveCount: message.receiveCount + 1,
            firstReceivedAt: message.firstReceivedAt || now,
            visibleAt: now + hiddenMs,
          };
          put(taken);
          turn += 1;
          turns.set(taken.group, turn);
          return taken;
        }
        drop(message.id);
        deadLetters.adopt(message);
      }
      return undefined;
    },
    /** Removes a message; a message that is gone already stays gone, as in SQS. */
    remove: (id: string): void => {
      drop(id);
    },
    /** @throws UnknownReceiptError */
    changeVisibility: (receipt: string, seconds: number): void => {
      const message = inFlight(receipt);
      put({ ...message, visibleAt: clock.now() + seconds * 1000 });
    },
    /** @throws UnknownReceiptError */
    removeByReceipt: (receipt: string): void => {
      drop(inFlight(receipt).id);
    },
    nextAt: (): number | undefined => firstVisible()?.visibleAt,
    size: (): number => messages.size,
    /** All messages that are not done, in flight or not. */
    waiting: (): readonly QueueMessage[] => [...messages.values()],
    clear: (): void => {
      messages.clear();
      journal.clear();
    },
  };
};

/** A queue as SQS is one: messages in flight, retries, dead letters. */
export type Queue = ReturnType<typeof createQueue>;
