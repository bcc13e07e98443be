import type { Actor } from '../../domain/desk/authorise.ts';
import type { WorkQueueName } from '../../domain/desk/failed-jobs.ts';
import { type DaysPicture, pictureOf, wentWithout } from '../../domain/desk/todays-picture.ts';
import type { Channel, Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import { addDays, type LocalDate, type LocalTime } from '../../domain/time/local-time.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import { explainDay, type TipExplanation } from '../../domain/tips/explain-day.ts';
import type { Spend } from '../../domain/tips/spend.ts';
import type { TipProgramme } from '../../domain/tips/tip-programme.ts';
import type { Clock } from '../../platform/clock.ts';
import type { QueueCount } from '../../providers/sqs/dead-letters.ts';
import type { ClaimStore } from '../../store/claim-store.ts';
import type { DueListStore } from '../../store/due-list-store.ts';
import type { TallyStore } from '../../store/tally-store.ts';
import type { TipHistoryStore } from '../../store/tip-history-store.ts';
import type { ZoneStore } from '../../store/zone-store.ts';
import type { SpendMeter } from '../spend-meter.ts';
import type { Guard } from './guard.ts';

interface ShowTodayDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly guard: Guard;
  readonly zones: ZoneStore;
  readonly dueList: DueListStore;
  readonly claims: Pick<ClaimStore, 'readSubscribers'>;
  readonly history: Pick<TipHistoryStore, 'readOutcomes'>;
  readonly tallies: Pick<TallyStore, 'read'>;
  readonly spend: Pick<SpendMeter, 'read'>;
  readonly countQueues: CountQueues;
  readonly programme: TipProgramme;
}

const channels = ['sms', 'email'] as const;

/** A queue of work, counted. */
export type CountedQueue = QueueCount & { readonly queue: WorkQueueName };
/** Counts the queues that a deployment has. */
export type CountQueues = () => Promise<readonly CountedQueue[]>;

/** How things stand: the tips of each date that is today somewhere and of the day before, the month's money, and the queues. */
export interface Status {
  /** Newest first; dates without a tip are left out. */
  readonly days: readonly DaysPicture[];
  /** What the month has come to, of each channel that has a cap. */
  readonly money: readonly (Spend & { readonly channel: Channel })[];
  readonly queues: readonly CountedQueue[];
}

/** Somebody's tip of a day, at their place: of today, or of yesterday. */
export interface TodaysTip {
  readonly id: SubscriberId;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly zone: string;
  readonly tipsBy: Channel;
  readonly tip: TipExplanation;
}

/** Called now and then with how many people have been looked at. */
export type Progress = (looked: number) => void;

/** People are read so many at a time: what one BatchGetItem takes. */
const peopleARead = 100;

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));

/** Dates that are today somewhere, newest first, and the one before them, which is yesterday where it is today the latest. */
const datesAbout = (now: number): readonly LocalDate[] => {
  const utc = localDateTime('UTC', now).date;
  return [addDays(utc, 1), utc, addDays(utc, -1)];
};

/**
 * How things stand, from what is counted as it happens: a few reads, however many people there are. And everybody's tip of a day,
 * read from their profiles and outcomes: two half reads a person, so minutes among a hundred thousand; who has left is not in it.
 */
export const createShowToday = (deps: ShowTodayDeps) => {
  const { clock, guard, zones, dueList, claims, history, tallies, spend, countQueues, programme } = deps;

  const tipsOf = async (ids: readonly SubscriberId[], now: number, daysAgo: number): Promise<readonly TodaysTip[]> => {
    const subscribers = [...(await claims.readSubscribers(ids)).values()];
    const dated = subscribers.map((subscriber) => ({
      subscriber,
      id: subscriber.id,
      date: addDays(localDateTime(subscriber.zone, now).date, -daysAgo),
    }));
    const outcomes = await history.readOutcomes(dated);
    return dated.map(({ subscriber, id, date }) => ({
      id,
      date,
      ...placeOf(subscriber),
      tip: explainDay(subscriber, outcomes.get(id), date, now, programme),
    }));
  };

  const readAll = async (progress: Progress, daysAgo: number): Promise<readonly TodaysTip[]> => {
    const now = clock.now();
    // A person who moves while we read stands in two zones' lists, and is told once.
    const found = new Map<SubscriberId, TodaysTip>();
    for (const zone of await zones.read()) {
      for await (const page of dueList.list(zone)) {
        for (const ids of inParts(page, peopleARead)) {
          for (const tip of await tipsOf(ids, now, daysAgo)) found.set(tip.id, tip);
          progress(found.size);
        }
      }
    }
    return [...found.values()];
  };

  const moneyOf = async (channel: Channel) => {
    const spent = await spend.read(channel);
    return spent === undefined ? [] : [{ channel, ...spent }];
  };

  return {
    status: async (actor: Actor): Promise<Status> => {
      await guard(actor, 'status');
      const [days, money, queues] = await Promise.all([
        Promise.all(datesAbout(clock.now()).map(async (date) => pictureOf(date, await tallies.read(date)))),
        Promise.all(channels.map(moneyOf)),
        countQueues(),
      ]);
      return { days: days.filter(({ decided }) => decided > 0), money: money.flat(), queues };
    },

    /**
     * Everybody's tip of today, by zone and time. `missed`: only of those who went without, and not because they wished to.
     * `yesterday`: of the day before, at their place: who asks in the morning, asks about that. Who has left since is not in it.
     */
    whoIsDue: async (
      actor: Actor,
      { missed, yesterday = false }: { readonly missed: boolean; readonly yesterday?: boolean },
      progress: Progress = () => {},
    ): Promise<readonly TodaysTip[]> => {
      await guard(actor, 'who-is-due');
      const tips = await readAll(progress, yesterday ? 1 : 0);
      return missed ? tips.filter(({ tip }) => wentWithout(tip)) : tips;
    },
  };
};

const placeOf = ({ time, zone, tipsBy }: Subscriber): Pick<TodaysTip, 'time' | 'zone' | 'tipsBy'> => ({
  time,
  zone,
  tipsBy,
});
