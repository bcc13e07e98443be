import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, subscriberKey } from './keys.ts';

/** Keeps the proof of consent (docs/facts.md#c1: at least four years; it goes only with ERASE). */
export const createConsentStore = (table: Table) => ({
  /**
   * `epoch`: the enrolment it is of, by which ERASE finds it. Undefined of a consent with which an enrolment begins whose
   * epoch is not drawn yet: it is as old as that enrolment to the millisecond.
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

export type ConsentStore = ReturnType<typeof createConsentStore>;
