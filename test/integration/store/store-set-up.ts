import type { DiaryEvent } from '../../../shared/domain/diary/diary.ts';
import type { Subscriber, TipClaim } from '../../../shared/domain/people/subscriber.ts';
import type { Table } from '../../../shared/store/dynamodb-table.ts';
import { createSubscriberStore } from '../../../shared/store/subscriber-store.ts';
import { aSubscriber } from '../../support/subscribers.ts';

/** When the stores' tests happen. */
export const now = Date.parse('2030-01-10T15:00:00Z');

/** A score with a note, unless another event is wanted. */
export const anEvent = (changes: Partial<DiaryEvent> = {}): DiaryEvent => ({
  key: 'r#first',
  kind: 'score',
  date: '2030-01-10',
  at: now,
  seq: 1,
  channel: 'sms',
  score: 6.5,
  note: 'after gardening 🌱',
  ...changes,
});

/** Stores somebody, and tells how they then stand there. */
export const storeIn = async (table: Table, changes: Partial<Subscriber> = {}): Promise<Subscriber> => {
  const subscriber = aSubscriber(changes);
  await createSubscriberStore(table).save(subscriber, undefined);
  return { ...subscriber, rev: 1 };
};

/** The claim of a tip of that day. */
export const claimOf = (changes: Partial<TipClaim> = {}): TipClaim => ({
  date: '2030-01-10',
  tip: '01-medicines',
  owner: 'message-1',
  claimedAt: now,
  state: 'claimed',
  channel: 'sms',
  ...changes,
});

/** Makes the table of a test: on the embedded engine, or on another. */
export type NewTable = (onEmbeddedEngine: () => Promise<Table>) => Promise<Table>;
