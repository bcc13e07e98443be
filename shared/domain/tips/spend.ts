import { createHash } from 'node:crypto';
import type { Channel } from '../people/subscriber.ts';
import { segmentsOf } from './segments.ts';

/** The segments of texts, or mails, of one calendar month in UTC: how many were sent, and how many may be. */
export interface Spend {
  readonly used: number;
  readonly cap: number;
}

/** The month (`2030-01`) in which a message sent at an instant (epoch ms) is counted. */
export const monthOf = (now: number): string => new Date(now).toISOString().slice(0, 7);

/** Whether tips pause until the month is over. Answers never do. */
export const isSpent = ({ used, cap }: Spend): boolean => used >= cap;

/** How much of the cap is used, in per cent. */
export const percentOf = ({ used, cap }: Spend): number => (100 * used) / cap;

/** One answer in this many is counted, and counts for all of them: counting each would double the writes of a reply. */
const answersACount = 16;

/**
 * How much the answers to a reply add to the month, in segments or mails. Whether they are counted depends on the
 * reply's key alone (a keyed hash of the provider's message id, which no sender can choose), so a redelivered reply
 * counts the same. Over a thousand answers the sum is right within 12 % two times in three.
 */
export const countedFor = (replyKey: string, channel: Channel, answers: readonly string[]): number => {
  if (answers.length === 0) return 0;
  const [first = 0] = createHash('sha256').update(replyKey).digest();
  if (first % answersACount !== 0) return 0;
  const amount = channel === 'sms' ? answers.reduce((sum, answer) => sum + segmentsOf(answer), 0) : 1;
  return amount * answersACount;
};
