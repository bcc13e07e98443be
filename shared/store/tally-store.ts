import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { type TallyChange, type TallyName, tallyEndsAt, tallySums } from '../domain/desk/day-tally.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import { readTally } from '../schemas/tally.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { tallyKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

/**
 * Counts the outcomes of a day's tips, in one item per day and shard of the table's stream. A shard is delivered in
 * order, to one reader at a time, so the item remembers how far it has counted, and no change is counted twice.
 */
export const createTallyStore = (table: Table) => {
  /** Counts changes in one write; false, with nothing counted, if the first of them was counted before. */
  const add = async (shard: string, date: LocalDate, changes: readonly TallyChange[]): Promise<boolean> => {
    const sums = [...tallySums(changes)];
    const added = sums.map((_, index) => `#n${index} :n${index}`).join(', ');
    try {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: tallyKey(date, shard),
          UpdateExpression: `${added ? `ADD ${added} ` : ''}SET #last = :last, #ttl = :ttl`,
          ConditionExpression: 'attribute_not_exists(#last) OR #last < :first',
          ExpressionAttributeNames: {
            '#last': 'last',
            '#ttl': tableDefinition.timeToLive,
            ...Object.fromEntries(sums.map(([name], index) => [`#n${index}`, name])),
          },
          ExpressionAttributeValues: {
            ':first': changes[0]?.sequence,
            ':last': changes.at(-1)?.sequence,
            ':ttl': Math.ceil(tallyEndsAt(date) / 1000),
            ...Object.fromEntries(sums.map(([, sum], index) => [`:n${index}`, sum])),
          },
        }),
      );
      return true;
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false;
      throw error;
    }
  };

  const readLast = async (shard: string, date: LocalDate): Promise<string> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: tallyKey(date, shard), ConsistentRead: true }),
    );
    return Item === undefined ? '' : parsedItem('TALLY', readTally(Item)).last;
  };

  return {
    /**
     * Counts changes of one date from a shard, in order. Delivered again, with others before or after them or in part,
     * each is counted once: it takes one write, and, where some were counted before, a read and another write.
     */
    count: async (shard: string, date: LocalDate, changes: readonly TallyChange[]): Promise<void> => {
      let left = changes;
      while (left.length > 0 && !(await add(shard, date, left))) {
        const last = await readLast(shard, date);
        left = left.filter(({ sequence }) => sequence > last);
      }
    },

    /**
     * Reads a date's tallies, each of which counts some of its tips: one Query of a few items, however many people
     * there are.
     */
    read: async (date: LocalDate): Promise<readonly Readonly<Partial<Record<TallyName, number>>>[]> => {
      const tallies: Readonly<Partial<Record<TallyName, number>>>[] = [];
      const { PK } = tallyKey(date, '');
      const pages = queryPages(table, {
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': PK },
      });
      for await (const page of pages)
        for (const item of page) {
          const { last: _, ...counts } = parsedItem('TALLY', readTally(item));
          tallies.push(definedOnly(counts));
        }
      return tallies;
    },
  };
};

/** What became of each date's tips, in counts. */
export type TallyStore = ReturnType<typeof createTallyStore>;
