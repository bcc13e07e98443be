import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import { startDynamoDbEngine } from '../local/dynamodb-engine.ts';
import { openTable } from '../local/open-table.ts';
import { tableName } from '../local/settings.ts';
import type { Channel } from '../shared/domain/people/subscriber.ts';
import { localDateTime } from '../shared/domain/time/zone-clock.ts';
import type { SendJob } from '../shared/domain/tips/job.ts';
import { subscriberItem } from '../shared/store/subscriber-item.ts';
import { subscriberAt } from '../test/simulation/load/subscribers.ts';
import { startAcceptingProviders } from '../test/support/accepting-providers.ts';
import { noonZone } from '../test/support/noon-zone.ts';

const writesABatch = 25;

interface WorldOptions {
  readonly channel: Channel;
  readonly groups: number;
  readonly groupSize: number;
  readonly stub: Parameters<typeof startAcceptingProviders>[0];
}

/** What a worker needs around it: a table of people whose tip is due now, and providers. */
export const startSenderWorld = async ({ channel, groups, groupSize, stub }: WorldOptions) => {
  const engine = await startDynamoDbEngine();
  const providers = await startAcceptingProviders(stub);
  const table = await openTable(engine.endpoint, tableName);
  const now = Date.now();
  const zone = noonZone(now);
  const people = Array.from({ length: groups * groupSize }, (_, index) =>
    subscriberAt(index, { zone, tipsBy: channel }),
  );
  for (let from = 0; from < people.length; from += writesABatch) {
    const requests = people
      .slice(from, from + writesABatch)
      .map((subscriber) => ({ PutRequest: { Item: subscriberItem({ ...subscriber, rev: 1 }) } }));
    await table.client.send(new BatchWriteCommand({ RequestItems: { [table.name]: requests } }));
  }
  const { date } = localDateTime(zone, now);
  return {
    providers,
    dynamoDbUrl: engine.endpoint,
    group: (index: number): SendJob => ({
      kind: 'tips',
      dueAt: now,
      members: people.slice(index * groupSize, (index + 1) * groupSize).map(({ id }) => ({ id, date })),
    }),
    stop: async (): Promise<void> => {
      providers.stop();
      await engine.stop();
    },
  };
};
