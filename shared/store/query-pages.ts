import { QueryCommand, type QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import type { Table } from './dynamodb-table.ts';

/** An item as DynamoDB returned it: nothing is known of it before it is parsed. */
export type Item = Readonly<Record<string, unknown>>;

/**
 * The items of a Query, page after page: DynamoDB answers at most 1 MB at once, and a page may be empty. The SDK's own
 * paginateQuery does the same, for a client of its own class only; the simulation's is none.
 */
export async function* queryPages(
  table: Table,
  query: Omit<QueryCommandInput, 'TableName' | 'ExclusiveStartKey'>,
): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const answer = await table.client.send(
      new QueryCommand({ TableName: table.name, ...query, ExclusiveStartKey: start }),
    );
    yield answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}
