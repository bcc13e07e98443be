import type { SubscriberId } from '../domain/people/subscriber.ts';
import { addDays, type LocalDate } from '../domain/time/local-time.ts';
import type { DueMember } from '../domain/tips/job.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import { batchGet } from './batch.ts';
import type { Table } from './dynamodb-table.ts';
import { idOfKey, subscriberKey, tipKey } from './keys.ts';
import { queryAll } from './query-all.ts';
import { tipOutcomeOfItem } from './tip-item.ts';

/** Reads the outcomes of tips with their reasons, for people who look after others, not for sending. */
export const createTipHistoryStore = (table: Table) => ({
  /** Somebody's tips of the days up to a date, that included, newest first; consistent, one Query. */
  readDays: async (id: SubscriberId, date: LocalDate, days: number): Promise<readonly TipOutcome[]> => {
    const items = await queryAll(table, id, tipKey(addDays(date, 1 - days)), tipKey(date));
    return items.map(tipOutcomeOfItem).reverse();
  },

  /** The outcomes of these members' tips, by subscriber id; eventually consistent, a hundred a call. */
  readOutcomes: async (members: readonly DueMember[]): Promise<ReadonlyMap<SubscriberId, TipOutcome>> => {
    const items = await batchGet(
      table,
      members.map(({ id, date }) => ({ PK: subscriberKey(id), SK: tipKey(date) })),
    );
    return new Map(items.map((item) => [idOfKey(String(item['PK'])), tipOutcomeOfItem(item)]));
  },
});

/** Reads what became of somebody's tips. */
export type TipHistoryStore = ReturnType<typeof createTipHistoryStore>;
