import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Table } from '../../store/dynamodb-table.ts';
import { profileKey } from '../../store/keys.ts';
import type { Item } from '../../store/query-pages.ts';

/** All items of a backup, page after page, without the profiles or the profiles only. */
export async function* backupPages(backup: Table, what: 'profiles' | 'others'): AsyncGenerator<readonly Item[]> {
  let start: Item | undefined;
  do {
    const answer = await backup.client.send(
      new ScanCommand({
        TableName: backup.name,
        ConsistentRead: true,
        FilterExpression: what === 'profiles' ? '#sk = :profile' : '#sk <> :profile',
        ExpressionAttributeNames: { '#sk': 'SK' },
        ExpressionAttributeValues: { ':profile': profileKey },
        ExclusiveStartKey: start,
      }),
    );
    yield answer.Items ?? [];
    start = answer.LastEvaluatedKey;
  } while (start);
}
