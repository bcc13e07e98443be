import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { profileKey, subscriberKey } from './keys.ts';
import { subscriberItem } from './subscriber-item.ts';
import { zonesKey } from './zone-store.ts';

/** The profile was written since it was read. The caller reads and decides again. */
export class RevisionConflict extends Error {
  override readonly name = 'RevisionConflict';
  constructor(options?: ErrorOptions) {
    super('the profile was written since it was read', options);
  }
}

const orConflict = async (write: Promise<unknown>): Promise<void> => {
  try {
    await write;
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) throw new RevisionConflict({ cause: error });
    throw error;
  }
};

const ifAsRead = ({ rev }: Subscriber) => ({
  ConditionExpression: 'rev = :rev',
  ExpressionAttributeValues: { ':rev': rev },
});

/** The condition that the key is free, or holds an alias of that profile. */
const ifFree = (primary: SubscriberId | undefined) =>
  primary === undefined
    ? { ConditionExpression: 'attribute_not_exists(PK)' }
    : {
        ConditionExpression: 'attribute_not_exists(PK) OR alias = :primary',
        ExpressionAttributeValues: { ':primary': primary },
      };

/** Writes profiles, each conditional on the revision that was read. */
export const createSubscriberStore = (table: Table) => ({
  /**
   * Writes the profile that follows from the one that was read (`undefined`: from none). The zone is added to the zones
   * in use *before*, so that the next tick cannot miss a subscriber in a new zone. `formerly`: where none was read, the
   * profile that an alias at this id may lead to; the new profile takes that alias's place.
   * @throws RevisionConflict
   */
  save: async (next: Subscriber, read: Subscriber | undefined, formerly?: SubscriberId): Promise<void> => {
    if (next.status === 'active' && (read?.zone !== next.zone || read.status !== 'active')) {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: zonesKey,
          UpdateExpression: 'ADD zones :zone',
          ExpressionAttributeValues: { ':zone': new Set([next.zone]) },
        }),
      );
    }
    await orConflict(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: subscriberItem({ ...next, rev: (read ?? next).rev + 1 }),
          ...(read ? ifAsRead(read) : ifFree(formerly)),
        }),
      ),
    );
  },

  /**
   * Makes an id an alias of a subscriber, if nobody has it yet.
   * @throws RevisionConflict if a profile or another alias is there
   */
  putAlias: (id: SubscriberId, primary: SubscriberId): Promise<void> =>
    orConflict(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { PK: subscriberKey(id), SK: profileKey, alias: primary },
          ...ifFree(primary),
        }),
      ),
    ),

  /**
   * Replaces a profile that was read by an alias of another one, when a phone without a diary joins its mailbox.
   * @throws RevisionConflict
   */
  replaceByAlias: (read: Subscriber, primary: SubscriberId): Promise<void> =>
    orConflict(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { PK: subscriberKey(read.id), SK: profileKey, alias: primary },
          ...ifAsRead(read),
        }),
      ),
    ),

  /** Deletes an alias, unless it points elsewhere by now. */
  deleteAlias: async (id: SubscriberId, primary: SubscriberId): Promise<void> => {
    try {
      await table.client.send(
        new DeleteCommand({
          TableName: table.name,
          Key: { PK: subscriberKey(id), SK: profileKey },
          ConditionExpression: 'alias = :primary',
          ExpressionAttributeValues: { ':primary': primary },
        }),
      );
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    }
  },
});

/** Writes profiles and aliases, a profile only on the revision that was read. */
export type SubscriberStore = ReturnType<typeof createSubscriberStore>;
