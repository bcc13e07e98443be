import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readInvitation } from '../schemas/stored-items.ts';
import { refusedAs } from './conditional-write.ts';
import type { Table } from './dynamodb-table.ts';
import { invitationKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { tableDefinition } from './table.ts';

/** An invitation. `begun`: its writer may have died before the mail was queued. `queued`: the mail is queued. */
export interface Invitation {
  readonly state: 'begun' | 'queued';
  /** When it was begun, or last taken over. */
  readonly at: number;
}

/**
 * Stores which mailboxes were invited from a clinic's list, by pseudonym: once and never again. It is outside the
 * person's items and outlives ERASE, or the next run of the same list would invite somebody who has just had everything
 * deleted.
 */
export const createInvitationStore = (table: Table) => ({
  read: async (mailbox: SubscriberId): Promise<Invitation | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: invitationKey(mailbox), ConsistentRead: true }),
    );
    return Item && parsedItem('INVITED', readInvitation(Item));
  },

  /** Begins an invitation; true for the one caller who may invite that mailbox. */
  begin: (mailbox: SubscriberId, at: number): Promise<boolean> =>
    table.client
      .send(
        new PutCommand({
          TableName: table.name,
          Item: { ...invitationKey(mailbox), at, state: 'begun' },
          ConditionExpression: 'attribute_not_exists(PK)',
        }),
      )
      .then(() => true)
      .catch(refusedAs(false)),

  /** Takes over an invitation that was begun then and failed; true for the one caller who did. */
  takeOver: (mailbox: SubscriberId, begunAt: number, at: number): Promise<boolean> =>
    table.client
      .send(
        new UpdateCommand({
          TableName: table.name,
          Key: invitationKey(mailbox),
          UpdateExpression: 'SET #at = :at REMOVE #ttl',
          ConditionExpression: '#state = :begun AND #at = :before',
          ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':begun': 'begun', ':before': begunAt, ':at': at },
        }),
      )
      .then(() => true)
      .catch(refusedAs(false)),

  settle: async (mailbox: SubscriberId): Promise<void> => {
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: invitationKey(mailbox),
        UpdateExpression: 'SET #state = :queued',
        ConditionExpression: 'attribute_exists(PK)',
        ExpressionAttributeNames: { '#state': 'state' },
        ExpressionAttributeValues: { ':queued': 'queued' },
      }),
    );
  },

  /**
   * Gives back an invitation whose mail was certainly not queued: anybody may take it over, and it expires within the
   * hour. It is not deleted, because the staff page, which brings lists in too, may delete nothing.
   */
  release: async (mailbox: SubscriberId, at: number): Promise<void> => {
    await table.client
      .send(
        new UpdateCommand({
          TableName: table.name,
          Key: invitationKey(mailbox),
          UpdateExpression: 'SET #at = :never, #ttl = :ttl',
          ConditionExpression: '#state = :begun',
          ExpressionAttributeNames: { '#state': 'state', '#at': 'at', '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':begun': 'begun', ':never': 0, ':ttl': Math.ceil(at / 1000) + 3600 },
        }),
      )
      .catch(refusedAs(undefined));
  },
});

/** Which mailboxes were invited from a list, so that none is invited twice. */
export type InvitationStore = ReturnType<typeof createInvitationStore>;
