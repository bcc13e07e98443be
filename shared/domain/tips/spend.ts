import { createHash } from 'node:crypto';
import type { Channel } from '../people/subscriber.ts';
import { segmentsOf } from './segments.ts';

/** Segments of texts, or mails, of one calendar month in UTC: what was sent, and what may be. */
export interface Spend {
  readonly used: number;
  readonly cap: number;
}

/** The month in which what is sent at an instant (epoch ms) is counted: `2030-01`. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7);

/** Whether tips pause until the month is over. Answers never do. */
export const isSpent = ({ used, cap }: Spend): boolean => used >= cap;

/** How much of the cap is used, in per cent. */
export const percentOf = ({ used, cap }: Spend): number => (100 * used) / cap;

/**
 * One answer in so many is counted, and counts for all of them: a write for each answer would double the writes of a
 * reply.
 */
const answersACount = 16;

/**
 * What the answers to a reply count for, segments or one mail, given the reply's key. Which ones are counted hangs on the key alone (a
 * keyed hash of the provider's message id, which nobody who writes can choose): a reply that is delivered twice is the
 * same one. Over a thousand answers the sum is right within 12 % two times in three.
 */
export const countedFor = (replyKey: string, channel: Channel, answers: readonly string[]): number => {
  if (answers.length === 0) return 0;
  const [first = 0] = createHash('sha256').update(replyKey).digest();
  if (first % answersACount !== 0) return 0;
  const amount = channel === 'sms' ? answers.reduce((sum, answer) => sum + segmentsOf(answer), 0) : 1;
  return amount * answersACount;
};
