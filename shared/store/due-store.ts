import type { Channel, SubscriberId } from '../domain/people/subscriber.ts';
import type { LocalTime } from '../domain/time/local-time.ts';
import { readDueEntry } from '../schemas/stored-items.ts';
import type { Table } from './dynamodb-table.ts';
import { parsedItem } from './parsed-item.ts';
import { queryPages } from './query-pages.ts';
import { tableDefinition } from './table.ts';

/** A subscriber whose time of day has come, and the channel of their tip. */
export interface DueSubscriber {
  readonly id: SubscriberId;
  readonly channel: Channel;
}

const readDue = (item: unknown): DueSubscriber => {
  const [, channel = '', id = ''] = parsedItem('PROFILE', readDueEntry(item)).due.split('#');
  return { id, channel: channel === 'email' ? 'email' : 'sms' };
};

/** Finds who is due. A zone and time of day is one range of the index, so that nobody else is read. */
export const createDueStore = (table: Table) => ({
  /** Everybody in a zone whose time is this one, a page of the index at a time. */
  findDue: async function* (zone: string, time: LocalTime): AsyncGenerator<readonly DueSubscriber[]> {
    const { name, partitionKey, sortKey } = tableDefinition.dueIndex;
    const pages = queryPages(table, {
      IndexName: name,
      KeyConditionExpression: '#zone = :zone AND begins_with(#due, :time)',
      ExpressionAttributeNames: { '#zone': partitionKey, '#due': sortKey },
      ExpressionAttributeValues: { ':zone': zone, ':time': `${time}#` },
    });
    for await (const page of pages) {
      if (page.length > 0) yield page.map(readDue);
    }
  },
});

/** Who is due in a zone at one time of day. */
export type DueStore = ReturnType<typeof createDueStore>;
