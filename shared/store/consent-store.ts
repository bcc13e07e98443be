import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '../domain/people/consent.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { consentKey, subscriberKey } from './keys.ts';

/** Keeps the proof of consent (docs/facts.md#c1: at least four years; it goes only with ERASE). */
export const createConsentStore = (table: Table) => ({
  put: async (id: SubscriberId, consent: Consent): Promise<void> => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { PK: subscriberKey(id), SK: consentKey(consent.at, consent.act), ...consent },
      }),
    );
  },
});

export type ConsentStore = ReturnType<typeof createConsentStore>;
