import type { Table } from '../../store/dynamodb-table.ts';
import { profileKey } from '../../store/keys.ts';
import type { Item } from '../../store/query-pages.ts';
import { scanTable } from '../../store/scan-table.ts';

/** All items of a backup, page after page, without the profiles or the profiles only. */
export const backupPages = (backup: Table, what: 'profiles' | 'others'): AsyncGenerator<readonly Item[]> =>
  scanTable(backup, {
    ConsistentRead: true,
    FilterExpression: what === 'profiles' ? '#sk = :profile' : '#sk <> :profile',
    ExpressionAttributeNames: { '#sk': 'SK' },
    ExpressionAttributeValues: { ':profile': profileKey },
  });
