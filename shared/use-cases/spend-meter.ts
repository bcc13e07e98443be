import type { Channel } from '../domain/people/subscriber.ts';
import { countedFor, type Spend } from '../domain/tips/spend.ts';
import type { Clock } from '../platform/clock.ts';
import { nameOf } from '../platform/error-name.ts';
import type { Log } from '../platform/log.ts';
import type { Settings } from '../platform/settings.ts';
import type { Table } from '../store/dynamodb-table.ts';
import { createSpendStore } from '../store/spend-store.ts';

/** The settings that cap a month. Without a cap nothing is counted. */
export const spendSettings = ['smsSegmentsAMonth', 'emailsAMonth'] as const;

/** The settings that cap a month. */
export type SpendSettings = Pick<Settings, (typeof spendSettings)[number]>;

interface SpendMeterParts {
  readonly table: Table;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  readonly settings: SpendSettings;
}

/** Counts what is sent in a month, against what may be. */
export const createSpendMeter = ({ table, clock, log, settings }: SpendMeterParts) => {
  const store = createSpendStore(table);
  const caps: Readonly<Record<Channel, number>> = { sms: settings.smsSegmentsAMonth, email: settings.emailsAMonth };
  const isCapped = (channel: Channel): boolean => Number.isFinite(caps[channel]);

  /**
   * Counts a message. It has been sent whether or not it is counted, so a failure to count is logged, and no answer is
   * lost for it.
   */
  const count = async (channel: Channel, key: string, amount: number): Promise<void> => {
    if (!isCapped(channel) || amount === 0) return;
    try {
      await store.add(channel, key, amount, clock.now());
    } catch (error) {
      log('error', 'spend-not-counted', {
        channel,
        count: amount,
        error: nameOf(error),
      });
    }
  };

  return {
    count,
    /** Counts answers to a reply, by the reply's key: one in sixteen, for all of them. */
    countAnswers: (channel: Channel, replyKey: string, answers: readonly string[]): Promise<void> =>
      count(channel, replyKey, countedFor(replyKey, channel, answers)),
    /** What this month has come to; undefined where there is no cap. */
    read: async (channel: Channel): Promise<Spend | undefined> =>
      isCapped(channel) ? { used: await store.read(channel, clock.now()), cap: caps[channel] } : undefined,
  };
};

/** Counts the month's texts and mails against their caps. */
export type SpendMeter = ReturnType<typeof createSpendMeter>;
