import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readConsent } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, consentPrefix } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryAll } from './query-all.ts';

/** When somebody gave or withdrew their consent, and the key of the message that said so, if there was one. */
export type ConsentAct = Pick<Consent, 'at' | 'message'>;

/** A consent as its schema reads it. */
interface Stored {
  readonly act: string;
  readonly at: number;
  readonly message?: string | undefined;
}

const actOf = ({ at, message }: Stored): ConsentAct => ({ at, ...(message === undefined ? {} : { message }) });

const read = async (table: Table, id: SubscriberId, from: string): Promise<readonly Stored[]> =>
  (await queryAll(table, id, from, `${consentPrefix}~`)).map((item) => parsedItem('CONSENT', readConsent(item)));

/** Reads when people left, and when they first came. */
export const createWithdrawalStore = (table: Table) => ({
  /** Finds a subscriber's withdrawals since an instant (epoch ms). */
  findSince: async (id: SubscriberId, from: number): Promise<readonly ConsentAct[]> =>
    (await read(table, id, consentKey(from))).filter(({ act }) => act === 'withdrawn').map(actOf),
  /** Finds the oldest consent that a subscriber gave; undefined if none is left. */
  findFirstGiven: async (id: SubscriberId): Promise<ConsentAct | undefined> => {
    const first = (await read(table, id, consentPrefix)).find(({ act }) => act === 'given');
    return first && actOf(first);
  },
});

/** Reads when somebody left, and when they first came. */
export type WithdrawalStore = ReturnType<typeof createWithdrawalStore>;
