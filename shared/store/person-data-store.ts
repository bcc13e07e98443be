import type { Membership } from '../domain/people/cohort.ts';
import type { Consent } from '../domain/people/consent.ts';
import type { Subscriber } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import { readWholeConsent, readWholeOutcome } from '../schemas/stored-items.ts';
import { createCohortStore } from './cohort-store.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { consentPrefix, tipKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryAll } from './query-all.ts';

const tipPrefix = tipKey('');

type Owner = Pick<Subscriber, 'id' | 'joinedAt' | 'aliases'>;

/** Reads what is held on a person besides profile and diary: only for themselves, when they ask for everything. */
export const createPersonDataStore = (table: Table) => {
  /**
   * Reads items under all of their ids, but none from before they joined, when the number may have been somebody
   * else's.
   */
  const read = async <T extends { readonly at: number }>(
    { id, joinedAt, aliases = [] }: Owner,
    first: string,
    prefix: string,
    parse: (item: Readonly<Record<string, unknown>>) => T,
  ): Promise<readonly T[]> => {
    const found = await Promise.all([id, ...aliases].map((name) => queryAll(table, name, first, `${prefix}~`)));
    return found
      .flat()
      .map(parse)
      .filter(({ at }) => at >= joinedAt)
      .toSorted((one, other) => one.at - other.at);
  };

  const cohorts = createCohortStore(table);
  return {
    /** The cohort that they are in. */
    readCohort: (owner: Pick<Subscriber, 'id' | 'epoch'>): Promise<Membership | undefined> => cohorts.read(owner),
    /** The code that the sign-up page was filled in with, of a request that waits. */
    readAskedCode: async ({ id, signUp }: Pick<Subscriber, 'id' | 'signUp'>): Promise<string | undefined> =>
      signUp && (await cohorts.readAsked(id, signUp.askedAt)).code,
    /** What they agreed to and took back since they joined, oldest first. */
    readConsents: (owner: Owner): Promise<readonly Consent[]> =>
      read(owner, consentPrefix, consentPrefix, (item) => definedOnly(parsedItem('CONSENT', readWholeConsent(item)))),
    /** What became of each tip since they joined, or from a date of theirs on, oldest first. */
    readTips: (owner: Owner, from: LocalDate = ''): Promise<readonly TipOutcome[]> =>
      read(owner, tipKey(from), tipPrefix, (item) => ({
        id: owner.id,
        date: String(item['SK']).slice(tipPrefix.length),
        ...definedOnly(parsedItem('TIP', readWholeOutcome(item))),
      })),
  };
};

/** All that is held on somebody beside profile and diary. */
export type PersonDataStore = ReturnType<typeof createPersonDataStore>;
