import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Consent } from '../../domain/people/consent.ts';
import type { Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import { isWritten } from '../../store/conditional-write.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { consentKey, subscriberKey } from '../../store/keys.ts';
import type { Item } from '../../store/query-pages.ts';
import { subscriberItem } from '../../store/subscriber-item.ts';
import { zonesKey } from '../../store/zone-store.ts';

/** How many replies one UpdateItem adds: its expression may hold 300 operators and 4 KB. */
const repliesAnUpdate = 50;

/**
 * The writes of a restore. Each may be done again. Only `replaceOnPage`, and a profile put in the place of the one that
 * was read, change what is there; the others add to it.
 */
export const createRestoreWrites = ({ client, name }: Table) => {
  const putIfMissing = (Item: Item): Promise<boolean> =>
    isWritten(client.send(new PutCommand({ TableName: name, Item, ConditionExpression: 'attribute_not_exists(PK)' })));

  /** Sets a page's replies, as many an update as one takes, each by what stands for it in the expression. */
  const setOnPage = async ({ PK, SK, ...replies }: Item, valueAt: (index: number) => string): Promise<void> => {
    const all = Object.entries(replies);
    for (let from = 0; from < all.length; from += repliesAnUpdate) {
      const some = all.slice(from, from + repliesAnUpdate);
      const set = some.map((_, index) => `#${index} = ${valueAt(index)}`);
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: { PK, SK },
          UpdateExpression: `SET ${set.join(', ')}`,
          ExpressionAttributeNames: Object.fromEntries(some.map(([key], index) => [`#${index}`, key])),
          ExpressionAttributeValues: Object.fromEntries(some.map(([, value], index) => [`:${index}`, value])),
        }),
      );
    }
  };

  return {
    putIfMissing,

    putConsent: (id: SubscriberId, consent: Consent): Promise<boolean> =>
      putIfMissing({ PK: subscriberKey(id), SK: consentKey(consent.at, consent.act), ...consent }),

    /** Adds a page's replies to those that are there. */
    addToPage: (page: Item): Promise<void> => setOnPage(page, (index) => `if_not_exists(#${index}, :${index})`),

    /** Adds a page's replies to those that are there, in the place of those that are the same. */
    replaceOnPage: (page: Item): Promise<void> => setOnPage(page, (index) => `:${index}`),

    addZones: async (zones: ReadonlySet<string>): Promise<void> => {
      if (zones.size === 0) return;
      await client.send(
        new UpdateCommand({
          TableName: name,
          Key: zonesKey,
          UpdateExpression: 'ADD zones :zones',
          ExpressionAttributeValues: { ':zones': zones },
        }),
      );
    },

    /** Puts a profile where there is none, or in the place of the one that was read (`over`: its revision). */
    putProfile: (subscriber: Subscriber, over: number | undefined): Promise<boolean> =>
      isWritten(
        client.send(
          new PutCommand({
            TableName: name,
            Item: subscriberItem(subscriber),
            ...(over === undefined
              ? { ConditionExpression: 'attribute_not_exists(PK)' }
              : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': over } }),
          }),
        ),
      ),
  };
};
