import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Actor, Operation, Refusal } from '../domain/desk/authorise.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { DataOf } from '../schemas/schema-reader.ts';
import { readAuditLine } from '../schemas/stored-items.ts';
import { isWritten } from './conditional-write.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { auditKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';

/**
 * One line of the audit trail: who did what at the desk, to whom, when. It holds no address, and nobody's words but the
 * colleague's own name.
 */
export interface AuditLine {
  readonly at: number;
  readonly actor: Actor;
  readonly operation: Operation;
  readonly whom?: SubscriberId;
  /** Why it was refused, if it was. */
  readonly refused?: Refusal;
}

/** The most acts that one millisecond has a place for; a clock stands for days only on a machine of ours. */
const lastPlace = 999_999;

/**
 * The desk's audit trail: outside the persons' items, so that ERASE leaves it, and only ever added to. Acts of the same
 * millisecond stand in the order in which they came: a clock that stands (`npm start`) puts all of them into one.
 */
export const createAuditStore = (table: Table) => {
  /** Writes a line at its place, unless another has it. The client's own repetition of a write is no other. */
  const isPutAt = (place: number, { at, actor, operation, whom, refused }: AuditLine, nonce: string) =>
    isWritten(
      table.client.send(
        new PutCommand({
          TableName: table.name,
          Item: { ...auditKey(at, place), at, who: actor.name, role: actor.role, operation, whom, refused, nonce },
          ConditionExpression:
            'attribute_not_exists(PK) OR (nonce = :nonce AND who = :who AND #operation = :operation)',
          ExpressionAttributeNames: { '#operation': 'operation' },
          ExpressionAttributeValues: { ':nonce': nonce, ':who': actor.name, ':operation': operation },
        }),
      ),
    );

  /** The place behind the last that is taken in a millisecond. */
  const nextPlace = async (at: number): Promise<number> => {
    const { Items = [] } = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
        ExpressionAttributeValues: {
          ':pk': auditKey(at, 0).PK,
          ':from': auditKey(at, 0).SK,
          ':to': auditKey(at, lastPlace).SK,
        },
        ScanIndexForward: false,
        Limit: 1,
      }),
    );
    const [last] = Items;
    return last === undefined ? 0 : Number(String(last['SK']).slice(-String(lastPlace).length)) + 1;
  };

  return {
    /** Adds a line behind those of its millisecond. `nonce` tells it from another that is the same in all else. */
    append: async (line: AuditLine, nonce: string): Promise<void> => {
      let place = 0;
      // Each round that finds its place taken, another act has got in: nobody waits for more rounds than there are acts.
      while (!(await isPutAt(place, line, nonce))) place = await nextPlace(line.at);
    },

    /** All that was done on a day in UTC, in order. */
    readDay: async (date: LocalDate): Promise<readonly DataOf<typeof readAuditLine>[]> => {
      const lines: DataOf<typeof readAuditLine>[] = [];
      const pages = queryPages(table, {
        ConsistentRead: true,
        KeyConditionExpression: 'PK = :pk',
        ExpressionAttributeValues: { ':pk': auditKey(Date.parse(`${date}T00:00Z`), 0).PK },
      });
      for await (const page of pages) {
        lines.push(...page.map((item) => definedOnly(parsedItem('AUDIT', readAuditLine(item)))));
      }
      return lines;
    },
  };
};

/** The desk's audit trail, which is only ever added to. */
export type AuditStore = ReturnType<typeof createAuditStore>;
