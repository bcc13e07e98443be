import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { readDueEntry } from '../../shared/schemas/stored-items.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { intact } from '../../shared/store/parsed-item.ts';
import { tableDefinition } from '../../shared/store/table.ts';

/** The times of day at which anybody in a zone is due, each once. */
export const readDueTimes = async (table: Table, zone: string): Promise<ReadonlySet<string>> => {
  const { name, partitionKey } = tableDefinition.dueIndex;
  const times = new Set<string>();
  let start: Record<string, unknown> | undefined;
  do {
    const answer = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: name,
        KeyConditionExpression: '#zone = :zone',
        ExpressionAttributeNames: { '#zone': partitionKey },
        ExpressionAttributeValues: { ':zone': zone },
        ExclusiveStartKey: start,
      }),
    );
    for (const item of answer.Items ?? []) times.add(intact('PROFILE', readDueEntry(item)).due.slice(0, 5));
    start = answer.LastEvaluatedKey;
  } while (start);
  return times;
};
