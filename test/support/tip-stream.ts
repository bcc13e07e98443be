import type { DynamoDBRecord } from 'aws-lambda';
import { createKeepTallies } from '../../functions/keep-tallies/keep-tallies.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createTallyStore } from '../../shared/store/tally-store.ts';
import { openTableStream } from './table-stream.ts';

/** What Lambda hands over of one shard. */
export const batchOf = (Records: readonly DynamoDBRecord[], shardId = 'shardId-1') => ({ Records, shardId, state: {} });

/** The tallies of a table in the embedded engine, kept by its own stream: `follow` counts what was written since. */
export const keepTalliesOf = async (table: Table, endpoint: string) => {
  const changes = await openTableStream(table, endpoint);
  const keep = createKeepTallies({ log: () => {}, tallies: createTallyStore(table) });
  const follow = async (): Promise<readonly DynamoDBRecord[]> => {
    const records = await changes();
    if (records.length > 0) await keep(batchOf(records));
    return records;
  };
  return { changes, keep, follow };
};
