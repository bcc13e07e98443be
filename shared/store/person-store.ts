import type { DiaryEvent } from '../domain/diary/diary.ts';
import { type EnrolledPerson, type Person, strangerEpoch } from '../domain/people/person.ts';
import type { Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import type { LocalDate } from '../domain/time/local-time.ts';
import type { Table } from './dynamodb-table.ts';
import { lastTipKey, pagePrefix, pagesFrom, profileKey, recentStart } from './keys.ts';
import { eventsOfPage, pageOf } from './page-item.ts';
import { queryAll } from './query-all.ts';
import type { Item } from './query-pages.ts';
import { readLastTipItem, readProfileItem } from './subscriber-item.ts';

/**
 * The replies of an enrolment, each once. A reply may be on two pages: it was delivered again at midnight, or while its
 * sender changed the zone, before the first delivery was stored. The earlier page counts, which is that of the day it
 * was sent.
 */
const eventsOf = (items: readonly Item[], epoch: string): DiaryEvent[] => {
  const events = new Map<string, DiaryEvent>();
  for (const item of items) {
    const sortKey = String(item['SK']);
    if (!sortKey.startsWith(pagePrefix) || pageOf(sortKey).epoch !== epoch) continue;
    for (const event of eventsOfPage(item)) if (!events.has(event.key)) events.set(event.key, event);
  }
  return [...events.values()];
};

/** Reads people. All reads are consistent: what was answered "logged" is there when the next reply comes. */
export const createPersonStore = (table: Table) => {
  const readOne = async (id: SubscriberId, start: string): Promise<Person | { alias: SubscriberId }> => {
    const items = await queryAll(table, id, start, profileKey);
    const last = items.at(-1);
    if (last?.['SK'] !== profileKey) {
      const erasedTip = last?.['SK'] === lastTipKey ? { erasedTip: readLastTipItem(last) } : {};
      return { id, ...erasedTip, events: eventsOf(items, strangerEpoch) };
    }
    const profile = readProfileItem(id, last);
    if ('alias' in profile) return profile;
    return { id, subscriber: profile, events: eventsOf(items, profile.epoch) };
  };

  const readFrom = async (id: SubscriberId, start: string): Promise<Person> => {
    const found = await readOne(id, start);
    if (!('alias' in found)) return found;
    const primary = await readOne(found.alias, start);
    // The alias leads to nobody, or its target has itself become an alias since.
    return 'alias' in primary || !primary.subscriber ? { id, formerly: found.alias, events: [] } : primary;
  };

  /** The person (or stranger) behind an id, with the last forty days: one Query, one more when the id is an alias. */
  const readAnyone = (id: SubscriberId, now: number): Promise<Person> =>
    readFrom(id, recentStart(new Date(now).toISOString().slice(0, 10)));

  return {
    readAnyone,
    /**
     * Reads the person; undefined if there is none or they are being erased. The replies are those of the last forty
     * days, or those on pages since a day if one is given (`''` for all). It is one Query either way.
     */
    readEnrolled: async (id: SubscriberId, now: number, since?: LocalDate): Promise<EnrolledPerson | undefined> => {
      const read = since === undefined ? readAnyone(id, now) : readFrom(id, pagesFrom(since));
      const { subscriber, events } = await read;
      return subscriber && subscriber.status !== 'erasing' ? { subscriber, events } : undefined;
    },
    /** Every reply of this enrolment, of all time. */
    readEvents: async (id: SubscriberId, epoch: string): Promise<readonly DiaryEvent[]> =>
      eventsOf(await queryAll(table, id, pagePrefix, `${pagePrefix}~`), epoch),
    /**
     * Reads the keys of all replies stored under exactly this id, whatever their enrolment: from before they joined,
     * and, for a phone that has become an alias of a mailbox, from when it had a subscription of its own.
     */
    readReplyKeys: async (id: SubscriberId): Promise<ReadonlySet<string>> => {
      const pages = await queryAll(table, id, pagePrefix, `${pagePrefix}~`);
      return new Set(pages.flatMap((page) => eventsOfPage(page).map(({ key }) => key)));
    },
    /** Whether exactly this id is an alias of somebody. */
    isAlias: async (id: SubscriberId): Promise<boolean> => {
      const [item] = await queryAll(table, id, profileKey, profileKey);
      return item !== undefined && 'alias' in readProfileItem(id, item);
    },
    /** Reads the profile at exactly this id without following aliases; undefined if it is free or an alias. */
    readSubscriber: async (id: SubscriberId): Promise<Subscriber | undefined> => {
      const [item] = await queryAll(table, id, profileKey, profileKey);
      const profile = item && readProfileItem(id, item);
      return profile && !('alias' in profile) ? profile : undefined;
    },
  };
};

/** Reads somebody with their recent replies, whichever of their addresses is asked about. */
export type PersonStore = ReturnType<typeof createPersonStore>;
