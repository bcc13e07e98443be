import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { DiaryEvent } from '../domain/diary/diary.ts';
import { strangerEpoch } from '../domain/people/person.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';
import type { Table } from './dynamodb-table.ts';
import { pageKey, subscriberKey } from './keys.ts';
import { eventAttribute } from './page-item.ts';
import { tableDefinition } from './table.ts';

/** How long the count of a stranger's answers is kept, in seconds: past the end of its day in every zone. */
const strangerTtlSeconds = 2 * 86_400;

/** Writes diary pages: one attribute a reply, stored once however often it is delivered. */
export const createDiaryStore = (table: Table) => ({
  append: async (id: SubscriberId, epoch: string, event: DiaryEvent): Promise<void> => {
    const forgotten = epoch === strangerEpoch;
    await table.client.send(
      new UpdateCommand({
        TableName: table.name,
        Key: { PK: subscriberKey(id), SK: pageKey(event.date, epoch) },
        UpdateExpression: `SET #reply = if_not_exists(#reply, :event)${forgotten ? ', #ttl = :ttl' : ''}`,
        ExpressionAttributeNames: { '#reply': event.key, ...(forgotten ? { '#ttl': tableDefinition.timeToLive } : {}) },
        ExpressionAttributeValues: {
          ':event': eventAttribute(event),
          ...(forgotten ? { ':ttl': Math.ceil(event.at / 1000) + strangerTtlSeconds } : {}),
        },
      }),
    );
  },
});

/** Appends replies to a diary, each once however often it comes. */
export type DiaryStore = ReturnType<typeof createDiaryStore>;
