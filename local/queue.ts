import { createHash, randomUUID } from 'node:crypto';
import type { Clock } from '../shared/platform/clock.ts';

export interface QueueMessage {
  readonly id: string;
  readonly body: string;
  readonly sentAt: number;
  readonly receipt: string;
  readonly receiveCount: number;
  readonly firstReceivedAt: number;
  readonly visibleAt: number;
}

/** The receipt handle names no message in flight: deleted, or received again since. */
export class UnknownReceiptError extends Error {
  override readonly name = 'UnknownReceiptError';
}

interface Limits {
  readonly visibilityTimeoutMs?: number;
  /** Receives after which a message goes to the dead letters; infra sets the same. */
  readonly maxReceiveCount?: number;
}

export const md5Of = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

/** One SQS queue in memory, on the service's clock: delays, visibility, receive counts and dead letters. */
export const createQueue = (clock: Clock, { visibilityTimeoutMs = 120_000, maxReceiveCount = 20 }: Limits = {}) => {
  const messages = new Map<string, QueueMessage>();
  let deadLetters: readonly QueueMessage[] = [];

  const firstVisible = (): QueueMessage | undefined =>
    [...messages.values()].reduce<QueueMessage | undefined>(
      (first, message) => (first === undefined || message.visibleAt < first.visibleAt ? message : first),
      undefined,
    );
  const inFlight = (receipt: string): QueueMessage => {
    const found = [...messages.values()].find((message) => message.receipt === receipt && receipt !== '');
    if (found === undefined) throw new UnknownReceiptError('no message in flight has this receipt handle');
    return found;
  };

  return {
    send: (body: string, delaySeconds = 0): { id: string; md5: string } => {
      const [id, now] = [randomUUID(), clock.now()];
      const visibleAt = now + delaySeconds * 1000;
      messages.set(id, { id, body, sentAt: now, receipt: '', receiveCount: 0, firstReceivedAt: 0, visibleAt });
      return { id, md5: md5Of(body) };
    },
    /** Hands out the message that has been visible longest and hides it for the visibility timeout. */
    receive: (): QueueMessage | undefined => {
      const now = clock.now();
      for (let message = firstVisible(); message && message.visibleAt <= now; message = firstVisible()) {
        if (message.receiveCount < maxReceiveCount) {
          const taken: QueueMessage = {
            ...message,
            receipt: randomUUID(),
            receiveCount: message.receiveCount + 1,
            firstReceivedAt: message.firstReceivedAt || now,
            visibleAt: now + visibilityTimeoutMs,
          };
          messages.set(taken.id, taken);
          return taken;
        }
        messages.delete(message.id);
        deadLetters = [...deadLetters, message];
      }
      return undefined;
    },
    /** Removes a message; one that is gone already stays gone, as in SQS. */
    remove: (id: string): void => {
      messages.delete(id);
    },
    /** @throws UnknownReceiptError */
    changeVisibility: (receipt: string, seconds: number): void => {
      const message = inFlight(receipt);
      messages.set(message.id, { ...message, visibleAt: clock.now() + seconds * 1000 });
    },
    /** @throws UnknownReceiptError */
    removeByReceipt: (receipt: string): void => {
      messages.delete(inFlight(receipt).id);
    },
    nextAt: (): number | undefined => firstVisible()?.visibleAt,
    size: (): number => messages.size,
    deadLetters: (): readonly QueueMessage[] => deadLetters,
    clear: (): void => {
      messages.clear();
      deadLetters = [];
    },
  };
};

export type Queue = ReturnType<typeof createQueue>;
