import { ScanCommand, type ScanCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './dynamodb-table.ts';
import type { Item } from './query-pages.ts';

type Wanted = Pick<
  ScanCommandInput,
  'FilterExpression' | 'ExpressionAttributeNames' | 'ExpressionAttributeValues' | 'ConsistentRead'
>;

/** Yields all wanted items, page after page. It reads the whole table, which is paid for whatever is wanted of it. */
export async function* scanTable({ client, name }: Table, wanted: Wanted): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const answer = await client.send(new ScanCommand({ TableName: name, ...wanted, ExclusiveStartKey: start }));
    yield answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}
