import { UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import * as z from 'zod';
import type { Table } from '../../shared/store/dynamodb-table.ts';

const records = z.object({
  Records: z.array(z.custom<DynamoDBRecord>()),
  NextShardIterator: z.string().optional(),
});
const stream = z.object({ StreamDescription: z.object({ Shards: z.array(z.object({ ShardId: z.string() })) }) });

/** Turns on the stream of a table in the embedded engine: the records that were not told yet, in order, each time it is asked. */
export const openTableStream = async (table: Table, endpoint: string) => {
  const call = async (operation: string, input: object): Promise<unknown> => {
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': `DynamoDBStreams_20120810.${operation}`,
        'content-type': 'application/x-amz-json-1.0',
        'x-amz-date': '20300101T000000Z',
        authorization:
          'AWS4-HMAC-SHA256 Credential=test/20300101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=none',
      },
      body: JSON.stringify(input),
    });
    return response.json();
  };
  const { TableDescription } = await table.client.send(
    new UpdateTableCommand({
      TableName: table.name,
      StreamSpecification: { StreamEnabled: true, StreamViewType: 'NEW_AND_OLD_IMAGES' },
    }),
  );
  const StreamArn = TableDescription?.LatestStreamArn;
  let iterator: string | undefined;
  return async (): Promise<readonly DynamoDBRecord[]> => {
    if (iterator === undefined) {
      const { StreamDescription } = stream.parse(await call('DescribeStream', { StreamArn }));
      const ShardId = StreamDescription.Shards[0]?.ShardId;
      const asked = { StreamArn, ShardId, ShardIteratorType: 'TRIM_HORIZON' };
      iterator = z.object({ ShardIterator: z.string() }).parse(await call('GetShardIterator', asked)).ShardIterator;
    }
    const told: DynamoDBRecord[] = [];
    for (;;) {
      const page = records.parse(await call('GetRecords', { ShardIterator: iterator }));
      told.push(...page.Records);
      iterator = page.NextShardIterator ?? iterator;
      if (page.Records.length === 0) return told;
    }
  };
};
