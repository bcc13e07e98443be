import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Actor } from '../domain/desk/authorise.ts';
import type { RedFlagEvent } from '../domain/desk/red-flag-event.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { readRedFlag } from '../schemas/stored-items.ts';
import { refusedAs } from './conditional-write.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { worklistKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

/** How long a red flag is kept, in ms: long enough for the report of its month and for later questions. */
const keptMs = 100 * 86_400_000;

const eventOf = (item: Readonly<Record<string, unknown>>): RedFlagEvent => {
  const event = String(item['SK']);
  return { event, id: event.slice(0, event.indexOf('#')), ...definedOnly(parsedItem('WORKLIST', readRedFlag(item))) };
};

/** Red flags that wait for somebody: one item each, by person and message, so that a redelivered text is one event. */
export const createWorklistStore = (table: Table) => {
  const list = async (prefix = ''): Promise<readonly RedFlagEvent[]> => {
    const pages = queryPages(table, {
      ConsistentRead: true,
      KeyConditionExpression: 'PK = :pk AND SK BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': worklistKey('').PK, ':from': prefix || '#', ':to': `${prefix}~` },
    });
    const events: RedFlagEvent[] = [];
    for await (const items of pages) events.push(...items.map(eventOf));
    return events.toSorted((one, other) => one.at - other.at);
  };

  return {
    /** Everything of the last hundred days, oldest first. */
    list: () => list(),

    /** Puts an event onto the list unless it was there. */
    put: async ({ id, at, kind }: Pick<RedFlagEvent, 'id' | 'at' | 'kind'>, messageKey: string): Promise<void> => {
      await table.client
        .send(
          new PutCommand({
            TableName: table.name,
            Item: {
              ...worklistKey(`${id}#${messageKey}`),
              at,
              kind,
              alerts: 0,
              [tableDefinition.timeToLive]: Math.ceil((at + keptMs) / 1000),
            },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        )
        .catch(refusedAs(undefined));
    },

    /** Remembers that one more alert went out, unless another run did meanwhile. */
    recordAlert: async ({ event, alerts }: Pick<RedFlagEvent, 'event' | 'alerts'>, at: number): Promise<void> => {
      await table.client
        .send(
          new UpdateCommand({
            TableName: table.name,
            Key: worklistKey(event),
            UpdateExpression: 'SET alerts = :next, alertedAt = :at',
            ConditionExpression: 'alerts = :read',
            ExpressionAttributeValues: { ':next': alerts + 1, ':at': at, ':read': alerts },
          }),
        )
        .catch(refusedAs(undefined));
    },

    /** Acknowledges a red flag; true for the first who does. False if it is gone, or somebody has it already. */
    acknowledge: (event: string, { name, calledBy }: Omit<Actor, 'role'>, at: number): Promise<boolean> =>
      table.client
        .send(
          new UpdateCommand({
            TableName: table.name,
            Key: worklistKey(event),
            UpdateExpression: `SET acknowledgedAt = :at, acknowledgedBy = :who${calledBy === undefined ? '' : ', acknowledgedAs = :as'}`,
            ConditionExpression: 'attribute_exists(PK) AND attribute_not_exists(acknowledgedAt)',
            ExpressionAttributeValues: {
              ':at': at,
              ':who': name,
              ...(calledBy === undefined ? {} : { ':as': calledBy }),
            },
          }),
        )
        .then(() => true)
        .catch(refusedAs(false)),

    /** Deletes a person's red flags, for ERASE; of somebody who has joined anew since, only those from before. */
    deleteOf: async (id: SubscriberId, before = Number.POSITIVE_INFINITY): Promise<void> => {
      for (const { event } of (await list(`${id}#`)).filter(({ at }) => at < before)) {
        await table.client.send(new DeleteCommand({ TableName: table.name, Key: worklistKey(event) }));
      }
    },
  };
};

/** The red flags that wait for somebody at the clinic. */
export type WorklistStore = ReturnType<typeof createWorklistStore>;
