import { PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import { minuteMs } from '../domain/time/durations.ts';
import { isLive, type VisitShare } from '../domain/visit/visit-share.ts';
import { readVisit } from '../schemas/stored-items.ts';
import { isWritten } from './conditional-write.ts';
import { definedOnly } from './defined-only.ts';
import type { Table } from './dynamodb-table.ts';
import { subscriberKey, visitKey, visitPrefix } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { queryAll } from './query-all.ts';
import { tableDefinition } from './table.ts';

/** How long after a link has expired its owner still sees when it was looked at, in ms. */
const rememberedMs = 30 * 86_400_000;
/** The most looks that are recorded: more would be no visit, and the item must stay small. */
const mostViews = 200;

const visitOf = (id: SubscriberId, item: Readonly<Record<string, unknown>>): VisitShare => {
  const { views, ...rest } = parsedItem('VISIT', readVisit(item));
  const share = String(item['SK']).slice(visitPrefix.length);
  return definedOnly({ ...rest, id, share, views: [...(views ?? [])].toSorted((one, other) => one - other) });
};

/** Stores what somebody lets others see: one item per link, deleted a month after it expires, and by ERASE. */
export const createVisitStore = (table: Table) => {
  const list = async (id: SubscriberId): Promise<readonly VisitShare[]> =>
    (await queryAll(table, id, visitPrefix, `${visitPrefix}~`))
      .map((item) => visitOf(id, item))
      .toSorted((one, other) => one.at - other.at);

  const setEnd = (id: SubscriberId, share: string, at: number | undefined): Promise<boolean> =>
    isWritten(
      table.client.send(
        new UpdateCommand({
          TableName: table.name,
          Key: { PK: subscriberKey(id), SK: visitKey(share) },
          UpdateExpression: at === undefined ? 'REMOVE endedAt' : 'SET endedAt = :at',
          ConditionExpression: 'attribute_exists(PK)',
          ...(at === undefined ? {} : { ExpressionAttributeValues: { ':at': at } }),
        }),
      ),
    );

  return {
    /**
     * Stores a share unless it exists already: one that was ended does not begin again when its message comes twice.
     */
    put: async ({ id, share, views: _none, ...rest }: VisitShare): Promise<void> => {
      await isWritten(
        table.client.send(
          new PutCommand({
            TableName: table.name,
            Item: {
              PK: subscriberKey(id),
              SK: visitKey(share),
              ...rest,
              [tableDefinition.timeToLive]: Math.ceil((rest.until + rememberedMs) / 1000),
            },
            ConditionExpression: 'attribute_not_exists(PK)',
          }),
        ),
      );
    },

    /** The shares of somebody, oldest first: those that have ended among them. */
    list,

    find: async (id: SubscriberId, share: string): Promise<VisitShare | undefined> => {
      const [item] = await queryAll(table, id, visitKey(share), visitKey(share));
      return item && visitOf(id, item);
    },

    end: (id: SubscriberId, share: string, at: number): Promise<boolean> => setEnd(id, share, at),
    /** Takes an ending back. Its time is not extended: after `until` it stays closed. */
    reopen: (id: SubscriberId, share: string): Promise<boolean> => setEnd(id, share, undefined),

    /** Ends what was shared up to an instant: an UNSHARE that comes late ends nothing that was shared after it. */
    endAll: async (id: SubscriberId, at: number): Promise<void> => {
      for (const one of await list(id)) if (one.at <= at && isLive(one, at)) await setEnd(id, one.share, at);
    },

    /** Records a look, to the minute: what a browser loads twice is one look. */
    recordView: async (id: SubscriberId, share: string, at: number): Promise<void> => {
      await isWritten(
        table.client.send(
          new UpdateCommand({
            TableName: table.name,
            Key: { PK: subscriberKey(id), SK: visitKey(share) },
            UpdateExpression: 'ADD #views :minute',
            ConditionExpression: 'attribute_exists(PK) AND (attribute_not_exists(#views) OR size(#views) < :most)',
            ExpressionAttributeNames: { '#views': 'views' },
            ExpressionAttributeValues: {
              ':minute': new Set([Math.floor(at / minuteMs) * minuteMs]),
              ':most': mostViews,
            },
          }),
        ),
      );
    },
  };
};

/** What people let clinicians see, until when, and when it was looked at. */
export type VisitStore = ReturnType<typeof createVisitStore>;
