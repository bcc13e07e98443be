import { GetCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Cohort } from '../domain/people/cohort.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import { readCohort, readJoinedBy } from '../schemas/stored-items.ts';
import { refusedAs } from './conditional-write.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { codeCountKey, codeKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

/** A code as it is stored for the clinic. */
export interface KeptCode extends Cohort {
  readonly at: number;
  /** The colleague who made it. */
  readonly by: string;
  readonly endedAt?: number;
}

/** How long a day's count is kept, in ms: for a year's report, and a month to write it. */
const countKeptMs = 400 * 86_400_000;

const codeOf = (item: Readonly<Record<string, unknown>>): KeptCode => ({
  code: String(item['SK']),
  ...definedOnly(parsedItem('CODES', readCohort(item))),
});

/**
 * The clinic's codes. They are items, so that a card can be printed and a code ended without a deployment, on a laptop
 * as in an account. What a code stands for never changes, and no code is used twice, because a card may still hang
 * somewhere.
 */
export const createCodeStore = (table: Table) => {
  const read = async (code: string): Promise<KeptCode | undefined> => {
    const { Item } = await table.client.send(
      new GetCommand({ TableName: table.name, Key: codeKey(code), ConsistentRead: true }),
    );
    return Item && codeOf(Item);
  };

  return {
    read,
    /** What a code stands for, while it has not ended. */
    find: async (code: string): Promise<Cohort | undefined> => {
      const kept = await read(code);
      if (!kept || kept.endedAt !== undefined) return undefined;
      const { at: _at, by: _by, endedAt: _ended, ...cohort } = kept;
      return cohort;
    },

    /** Adds a code; false if there is or was such a code. */
    add: ({ code, ...kept }: KeptCode): Promise<boolean> =>
      table.client
        .send(
          new PutCommand({
            TableName: table.name,
            Item: { ...codeKey(code), ...kept },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        )
        .then(() => true)
        .catch(refusedAs(false)),

    /** Ends a code; false if there is none, or it has ended. */
    end: (code: string, at: number): Promise<boolean> =>
      table.client
        .send(
          new UpdateCommand({
            TableName: table.name,
            Key: codeKey(code),
            UpdateExpression: 'SET endedAt = :at',
            ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(endedAt)',
            ExpressionAttributeValues: { ':at': at },
          }),
        )
        .then(() => true)
        .catch(refusedAs(false)),

    list: async (): Promise<readonly KeptCode[]> => {
      const codes: KeptCode[] = [];
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': codeKey('').PK },
      });
      for await (const page of pages) codes.push(...page.map(codeOf));
      return codes;
    },

    /**
     * Counts somebody who joins by a code, on the day in UTC of that instant. `key` names the message or link that said so,
     * and is counted once however often it comes.
     */
    countJoin: async (code: string, at: number, key: string): Promise<void> => {
      await table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: codeCountKey(code, new Date(at).toISOString().slice(0, 10)),
          UpdateExpression: 'ADD joined :key SET #ttl = :ttl',
          ExpressionAttributeNames: { '#ttl': tableDefinition.timeToLive },
          ExpressionAttributeValues: { ':key': new Set([key]), ':ttl': Math.ceil((at + countKeptMs) / 1000) },
        }),
      );
    },

    /** How many joined by a code, by day in UTC, oldest first; days without are left out. */
    countsOf: async (code: string): Promise<ReadonlyMap<LocalDate, number>> => {
      const counts = new Map<LocalDate, number>();
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': codeCountKey(code, '').PK },
      });
      for await (const page of pages) {
        for (const item of page) counts.set(String(item['SK']), parsedItem('CODES', readJoinedBy(item)).joined.size);
      }
      return counts;
    },
  };
};

/** The clinic's codes, and how many people joined by each. */
export type CodeStore = ReturnType<typeof createCodeStore>;
