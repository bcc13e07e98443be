import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, subscriberKey } from './keys.ts';

/** Stores the proof of consent (docs/facts.md#c1: for at least four years; only ERASE deletes it). */
export const createConsentStore = (table: Table) => ({
  /**
   * Stores a consent. `epoch` is its enrolment, by which ERASE finds it; undefined for the consent of an enrolment
   * whose epoch is not drawn yet, which has that enrolment's own millisecond.
   */
  put: async (id: SubscriberId, consent: Consent, epoch: string | undefined): Promise<void> => {
    const key = { PK: subscriberKey(id), SK: consentKey(consent.at, consent.act) };
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...key, ...consent, ...(epoch === undefined ? {} : { epoch }) },
      }),
    );
  },
});

/** The proofs of what somebody agreed to, kept apart from their profile. */
export type ConsentStore = ReturnType<typeof createConsentStore>;
