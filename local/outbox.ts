import { type DayMessageKind, dayMessageKinds } from '../shared/domain/tips/prompt.ts';
import type { Clock } from '../shared/platform/clock.ts';

/** How far a message that a provider has accepted has got. */
export type OutboxStatus = 'accepted' | 'sent' | 'delivered' | 'undelivered' | 'failed' | 'bounced';

/** What a message is: a day's message, an answer, a confirmation, or an alert to the clinic. */
export type MessageKind = DayMessageKind | 'answer' | 'confirmation' | 'alert';

/** Every kind of message. */
export const messageKinds: readonly MessageKind[] = [...dayMessageKinds, 'answer', 'confirmation', 'alert'];

/** The kind that the sender named in a tag or a query parameter; a message without one is an answer. */
export const kindOf = (named: string | null | undefined): MessageKind =>
  messageKinds.find((kind) => kind === named) ?? 'answer';

/** A message that a provider has accepted. */
export interface OutboxMessage {
  readonly n: number;
  /** The service's clock, ISO in UTC. */
  readonly at: string;
  readonly kind: MessageKind;
  readonly channel: 'sms' | 'email';
  readonly to: string;
  readonly from: string;
  readonly body?: string;
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: OutboxStatus;
}

/** All that the providers have accepted, in order, numbered from 1. */
export const createOutbox = (clock: Clock) => {
  let messages: OutboxMessage[] = [];
  return {
    add: (message: Omit<OutboxMessage, 'n' | 'at' | 'status'>): number => {
      const n = messages.length + 1;
      messages.push({ n, at: new Date(clock.now()).toISOString(), ...message, status: 'accepted' });
      return n;
    },
    setStatus: (n: number, status: OutboxStatus): void => {
      const message = messages[n - 1];
      if (message !== undefined) messages[n - 1] = { ...message, status };
    },
    /** The messages after number `since`. */
    list: (since: number): readonly OutboxMessage[] => messages.slice(since),
    count: (): number => messages.length,
    clear: (): void => {
      messages = [];
    },
  };
};

/** Everything that the service has sent. */
export type Outbox = ReturnType<typeof createOutbox>;
