import { erasedUntil, type Fate } from '../../domain/restore/fate.ts';
import { consentPrefix, idOfKey, pagePrefix, profileKey, visitPrefix } from '../../store/keys.ts';
import { pageOf } from '../../store/page-item.ts';
import type { Item } from '../../store/query-pages.ts';
import { tableDefinition } from '../../store/table.ts';

/** What becomes of an item of the backup that is no profile. `page`: its replies are added to those that are there. */
export type Restored =
  | { readonly kind: 'leave' }
  | { readonly kind: 'put-if-missing'; readonly item: Item }
  | { readonly kind: 'page'; readonly item: Item }
  | { readonly kind: 'zones'; readonly zones: ReadonlySet<string> };

const leave: Restored = { kind: 'leave' };
const put = (item: Item): Restored => ({ kind: 'put-if-missing', item });

/**
 * Items that are never restored: the watermark of that time would have the scheduler send again what was sent since.
 */
const never: ReadonlySet<string> = new Set(['WATERMARK', 'RECOVERED']);

const ofPerson = (item: Item, fate: Fate | undefined, now: number): Restored => {
  const sortKey = String(item['SK']);
  const at = Number(item['at']);
  const until = fate && erasedUntil(fate);
  if (sortKey.startsWith(pagePrefix))
    return until !== undefined && !fate?.epochs.has(pageOf(sortKey).epoch) ? leave : { kind: 'page', item };
  // Consents since the erasure are in the ledger itself.
  if (until !== undefined && (sortKey.startsWith(consentPrefix) || !(at > until))) return leave;
  // A link may have been ended since: its owner can make another, whoever was sent the old one sees nothing.
  if (sortKey.startsWith(visitPrefix)) return put({ ...item, endedAt: item['endedAt'] ?? now });
  return put(item);
};

/** What is to become of an item of the backup, profiles apart, at `now` (epoch ms). */
export const restoreItem = (item: Item, fateOf: (id: string) => Fate | undefined, now: number): Restored => {
  const [partition, sortKey] = [String(item['PK']), String(item['SK'])];
  const expires = item[tableDefinition.timeToLive];
  if (sortKey === profileKey || never.has(partition)) return leave;
  if (typeof expires === 'number' && expires * 1000 <= now) return leave;
  if (partition === 'ZONES') return item['zones'] instanceof Set ? { kind: 'zones', zones: item['zones'] } : leave;
  if (partition === 'WORKLIST') {
    const fate = fateOf(sortKey.slice(0, sortKey.indexOf('#')));
    const until = fate && erasedUntil(fate);
    return until !== undefined && !(Number(item['at']) > until) ? leave : put(item);
  }
  return partition.startsWith('SUB#') ? ofPerson(item, fateOf(idOfKey(partition)), now) : put(item);
};
