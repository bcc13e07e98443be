import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { dayMs } from '../domain/time/durations.ts';
import { readConfirmationMails } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { confirmationMailsKey, subscriberKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { tableDefinition } from './table.ts';

/**
 * The most confirmation mails to one mailbox within 24 hours, whoever asks: enough for a mistake, too few for a
 * nuisance.
 */
const mailsADay = 3;

/** How many requests are remembered, so that one that is delivered again, even days later, is not counted twice. */
const rememberedAskers = 10;

/**
 * How often a write is tried while others count for the same mailbox. A request that loses every time is dropped,
 * because the winners' mails reach that mailbox.
 */
const tries = 5;

/** Counts the confirmation mails to a mailbox: hashes and instants, forgotten a day later. */
export const createConfirmationMailStore = (table: Table) => {
  const read = async (mailbox: SubscriberId) => {
    const { Item } = await table.client.send(
      new GetCommand({
        TableName: table.name,
        Key: { PK: subscriberKey(mailbox), SK: confirmationMailsKey },
        ConsistentRead: true,
      }),
    );
    return Item && parsedItem('REQUESTS', readConfirmationMails(Item));
  };

  /** False if somebody else wrote it since it was read. */
  const write = async (
    mailbox: SubscriberId,
    asked: Readonly<Record<string, number>>,
    rev: number | undefined,
  ): Promise<boolean> => {
    try {
      await table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: {
            PK: subscriberKey(mailbox),
            SK: confirmationMailsKey,
            rev: (rev ?? 0) + 1,
            asked,
            [tableDefinition.timeToLive]: Math.ceil((Math.max(...Object.values(asked)) + dayMs) / 1000),
          },
          ...(rev === undefined
            ? { ConditionExpression: 'attribute_not_exists(PK)' }
            : { ConditionExpression: 'rev = :rev', ExpressionAttributeValues: { ':rev': rev } }),
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  return {
    /** Counts a mail to that mailbox; false if no more may go now. The same `key` asks once, however often it comes. */
    claim: async (mailbox: SubscriberId, key: string, now: number): Promise<boolean> => {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const item = await read(mailbox);
        const asked = Object.entries(item?.asked ?? {}).sort(([, one], [, other]) => other - one);
        if (asked.some(([known]) => known === key)) return true;
        if (asked.filter(([, at]) => at > now - dayMs).length >= mailsADay) return false;
        const kept = Object.fromEntries(asked.slice(0, rememberedAskers - 1));
        if (await write(mailbox, { ...kept, [key]: now }, item?.rev)) return true;
      }
      return false;
    },
  };
};

/** How often a mailbox was asked to confirm, and by whom. */
export type ConfirmationMailStore = ReturnType<typeof createConfirmationMailStore>;
