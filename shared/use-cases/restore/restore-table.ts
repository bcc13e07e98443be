import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import { type Subscriber, type SubscriberId, withAlias } from '../../domain/people/subscriber.ts';
import { epochOf } from '../../domain/people/token.ts';
import { type Fate, fatesOf, isTheirOwn } from '../../domain/restore/fate.ts';
import { type RestoreContext, restoreProfile } from '../../domain/restore/restore-profile.ts';
import type { Runtime } from '../../platform/runtime.ts';
import type { ConsentLedger } from '../../providers/s3/consent-ledger.ts';
import type { Table } from '../../store/dynamodb-table.ts';
import { idOfKey } from '../../store/keys.ts';
import { createPersonStore } from '../../store/person-store.ts';
import type { Item } from '../../store/query-pages.ts';
import { readProfileItem } from '../../store/subscriber-item.ts';
import { createSubscriberStore, RevisionConflict } from '../../store/subscriber-store.ts';
import { backupPages } from './backup-pages.ts';
import { restoreItem } from './restore-item.ts';
import { createRestoreWrites } from './restore-writes.ts';

/** The tables to read and to write, the ledger of promises, and what the restore may do. */
export interface RestoreDeps {
  /** The table that was restored from a backup: only read. */
  readonly backup: Table;
  /** The table of the service, which goes on meanwhile. */
  readonly table: Table;
  readonly ledger: Pick<ConsentLedger, 'readAll'>;
  readonly pepper: string;
  readonly runtime: Pick<Runtime, 'clock' | 'randomBytes'>;
  /** Whether existing but wrong items are replaced as well: settings, and the same replies on diary pages. */
  readonly replace: boolean;
  /** Whether to write; otherwise it is only counted what would be written. */
  readonly write: boolean;
  readonly progress: (looked: number) => void;
}

/** The result of a restore, in people and items. */
export interface RestoreReport {
  /** Items of diaries, outcomes and consents that were looked at. */
  readonly items: number;
  /** People who are put back and get tips from tomorrow on, and those who had stopped. */
  readonly active: number;
  readonly stopped: number;
  /** Profiles that were there, and were left as they are. */
  readonly kept: number;
  /** People of the backup who were erased, or became another name of somebody, since. */
  readonly gone: number;
  /** People who joined since the backup and are in neither table: nobody knows their number; they have to JOIN again. */
  readonly lost: readonly SubscriberId[];
}

/** Writes at a time. */
const writers = 16;

const inParallel = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  const waiting = all.values();
  const next = async (): Promise<void> => {
    for (const one of waiting) await work(one);
  };
  await Promise.all(Array.from({ length: writers }, next));
};

type Backed = Subscriber | { readonly alias: SubscriberId };

/**
 * Restores what a backup holds and the table does not, as it would be had everybody's STOP, START and ERASE since been
 * in the backup. Nothing is written that would need correcting later: a profile is written with what its owner has said
 * since. It may stop at any point, and is begun again from the start.
 */
export const restoreTable = async (deps: RestoreDeps): Promise<RestoreReport> => {
  const { backup, table, ledger, pepper, runtime, replace, write, progress } = deps;
  const now = runtime.clock.now();
  const fates = fatesOf(await ledger.readAll());
  const fateOf = (id: SubscriberId): Fate | undefined => fates.get(id);
  const persons = createPersonStore(table);
  const subscribers = createSubscriberStore(table);
  const writes = createRestoreWrites(table);
  const counts = { items: 0, active: 0, stopped: 0, kept: 0, gone: 0 };
  const known = new Set<SubscriberId>();
  let looked = 0;
  const look = (page: readonly Item[]): void => {
    looked += page.length;
    progress(looked);
  };

  const context: RestoreContext = {
    now,
    fateOf,
    phoneId: (number) => pseudonymOf(pepper, 'sms', number),
    mailboxId: (address) => pseudonymOf(pepper, 'email', address),
    drawEpoch: () => epochOf((length) => runtime.randomBytes(length)),
  };

  const putItem = async (item: Item): Promise<void> => {
    counts.items += 1;
    const restored = restoreItem(item, fateOf, now);
    if (!write) return;
    if (restored.kind === 'put-if-missing') await writes.putIfMissing(restored.item);
    if (restored.kind === 'page')
      await (replace ? writes.replaceOnPage(restored.item) : writes.addToPage(restored.item));
    if (restored.kind === 'zones') await writes.addZones(restored.zones);
  };

  /** A profile that is there knows more of its own status than the backup and, by some seconds, than the ledger. */
  const afterLive = (live: Subscriber | undefined): RestoreContext => {
    if (!live || live.status === 'pending' || live.status === 'erasing') return context;
    const { id, status, epoch, rev, stopReason: reason } = live;
    const fate = fateOf(id) ?? { epochs: new Set<string>(), consents: [] };
    if (fate.last && fate.last.rev > rev) return context;
    const last = { status, epoch, rev, at: live.joinedAt, ...(reason ? { reason } : {}) };
    return { ...context, fateOf: (other) => (other === id ? { ...fate, last } : fateOf(other)) };
  };

  const putProfile = async (subscriber: Subscriber, live: Subscriber | undefined): Promise<void> => {
    known.add(subscriber.id);
    const next = { ...subscriber, rev: Math.max(subscriber.rev, live?.rev ?? 0) + (live ? 1 : 0) };
    if (write) {
      await writes.addZones(new Set([next.zone]));
      if (!(await writes.putProfile(next, live?.rev))) {
        counts.kept += 1;
        return;
      }
    }
    counts[next.status === 'active' ? 'active' : 'stopped'] += 1;
  };

  const putSubscriber = async (backed: Subscriber): Promise<void> => {
    const live = await persons.readSubscriber(backed.id);
    if (live && (!replace || live.status === 'erasing')) {
      known.add(backed.id);
      counts.kept += 1;
      return;
    }
    const profiles = restoreProfile(backed, afterLive(live));
    if (!profiles.some(({ id }) => id === backed.id)) counts.gone += 1;
    for (const profile of profiles) {
      const own = profile.id === backed.id ? live : await persons.readSubscriber(profile.id);
      if (own && profile.id !== backed.id) continue;
      await putProfile(profile, own);
    }
  };

  /**
   * Restores an id that has become an alias since: as that alias, if its owner was restored; else as its own profile,
   * which gets nothing.
   */
  const putJoined = async (id: SubscriberId, backed: Backed, to: SubscriberId): Promise<void> => {
    if (await persons.readSubscriber(id)) return;
    const primary = await persons.readSubscriber(to);
    known.add(id);
    if (primary && write) {
      const { phone, mailbox } = 'alias' in backed ? {} : backed;
      const named = {
        ...(phone ? { phone } : {}),
        ...(mailbox ? { mailbox } : {}),
        ...withAlias(primary, id),
      };
      await subscribers.save(named, primary);
      await subscribers.putAlias(id, to);
    }
    if (primary || 'alias' in backed) counts.gone += 1;
    else await putProfile({ ...backed, status: 'stopped', stopReason: backed.stopReason ?? 'opt-out' }, undefined);
  };

  const putAlias = async (id: SubscriberId, to: SubscriberId): Promise<void> => {
    known.add(id);
    const owner = fateOf(to);
    const isOver = isTheirOwn(fateOf(id)) || (owner?.erased !== undefined && !owner.last);
    if (isOver || !write || !(await persons.readSubscriber(to))) return;
    // Somebody else may have it by now: then it stays theirs.
    await subscribers.putAlias(id, to).catch((error: unknown) => {
      if (!(error instanceof RevisionConflict)) throw error;
    });
  };

  for await (const page of backupPages(backup, 'others')) {
    look(page);
    await inParallel(page, putItem);
  }
  const names: [SubscriberId, Backed, SubscriberId][] = [];
  for await (const page of backupPages(backup, 'profiles')) {
    look(page);
    await inParallel(page, async (item) => {
      const id = idOfKey(String(item['PK']));
      const backed = readProfileItem(id, item);
      const joined = fateOf(id)?.joined;
      if (joined !== undefined) names.push([id, backed, joined]);
      else if ('alias' in backed) names.push([id, backed, backed.alias]);
      else await putSubscriber(backed);
    });
  }
  // Aliases come last, because their owner must be there.
  for (const [id, backed, to] of names) {
    if ('alias' in backed && backed.alias === to) await putAlias(id, to);
    else await putJoined(id, backed, to);
  }
  const lost: SubscriberId[] = [];
  await inParallel([...fates], async ([id, { last, consents, joined }]) => {
    const isThere = known.has(id) || joined !== undefined || (await persons.readSubscriber(id)) !== undefined;
    if (!isThere && last?.status === 'active') lost.push(id);
    if (write) for (const consent of consents) await writes.putConsent(id, consent);
  });
  return { ...counts, lost: lost.toSorted() };
};
