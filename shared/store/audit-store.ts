import { PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Actor, Operation, Refusal } from '../domain/desk/authorise.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { DataOf } from '../schemas/schema-reader.ts';
import { readAuditLine } from '../schemas/stored-items.ts';
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

/** The desk's audit trail: outside the persons' items, so that ERASE leaves it, and only ever added to. */
export const createAuditStore = (table: Table) => ({
  /**
   * `nonce` tells apart two acts of the same millisecond. Repeated with the same nonce, an act writes the same line
   * again.
   */
  append: async ({ at, actor, operation, whom, refused }: AuditLine, nonce: string): Promise<void> => {
    await table.client.send(
      new PutCommand({
        TableName: table.name,
        Item: { ...auditKey(at, nonce), at, who: actor.name, role: actor.role, operation, whom, refused },
      }),
    );
  },

  /** All that was done on a day in UTC, in order. */
  readDay: async (date: LocalDate): Promise<readonly DataOf<typeof readAuditLine>[]> => {
    const lines: DataOf<typeof readAuditLine>[] = [];
    const pages = queryPages(table, {
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk',
      ExpressionAttributeValues: { ':pk': auditKey(Date.parse(`${date}T00:00Z`), '').PK },
    });
    for await (const page of pages) {
      lines.push(...page.map((item) => definedOnly(parsedItem('AUDIT', readAuditLine(item)))));
    }
    return lines;
  },
});

export type AuditStore = ReturnType<typeof createAuditStore>;
