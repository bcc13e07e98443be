import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readConsent } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, consentPrefix } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryAll } from './query-all.ts';

/** When somebody took their consent back, and the key of the message that said so where there was one. */
export type Withdrawal = Pick<Consent, 'at' | 'message'>;

/** Reads when people left. */
export const createWithdrawalStore = (table: Table) => ({
  /** What a subscriber took back from an instant (epoch ms) on. */
  findSince: async (id: SubscriberId, from: number): Promise<readonly Withdrawal[]> => {
    const consents = (await queryAll(table, id, consentKey(from), `${consentPrefix}~`)).map((item) =>
      parsedItem('CONSENT', readConsent(item)),
    );
    return consents
      .filter(({ act }) => act === 'withdrawn')
      .map(({ at, message }) => ({ at, ...(message === undefined ? {} : { message }) }));
  },
});

export type WithdrawalStore = ReturnType<typeof createWithdrawalStore>;
