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

/** The number of messages in one work queue. */
export type CountedQueue = QueueCount & { readonly queue: WorkQueueName };
/** Counts the queues that this deployment has. */
export type CountQueues = () => Promise<readonly CountedQueue[]>;

/**
 * How things stand: the tips of every date that is today somewhere and of the day before, the month's spending, and the
 * queues.
 */
export interface Status {
  /** The newest date first. Dates on which no tip was decided are left out. */
  readonly days: readonly DaysPicture[];
  /** The month's spending of each channel that has a cap. */
  readonly money: readonly (Spend & { readonly channel: Channel })[];
  readonly queues: readonly CountedQueue[];
}

/** Somebody's tip of today or yesterday, by the date where they are. */
export interface TodaysTip {
  readonly id: SubscriberId;
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly zone: string;
  readonly tipsBy: Channel;
  readonly tip: TipExplanation;
}

/** Receives now and then how many people have been looked at. */
export type Progress = (looked: number) => void;

/** One BatchGetItem reads at most this many people. */
const peopleARead = 100;

const inParts = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, part) => all.slice(part * size, (part + 1) * size));

/** The dates that are today somewhere, newest first. The last is also yesterday for those furthest ahead. */
const datesAbout = (now: number): readonly LocalDate[] => {
  const utc = localDateTime('UTC', now).date;
  return [addDays(utc, 1), utc, addDays(utc, -1)];
};

/**
 * How things stand, and everybody's tip of a day. The first is a few reads of tallies, however many people there are. The
 * second reads every profile and outcome (two half reads a person, minutes for a hundred thousand) and leaves out those who
 * have left.
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
    // A person who moves during the scan may appear in two zones; the map keeps one entry.
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
     * Lists everybody's tip of today, by zone and time. With `missed`, only those who went without a tip that they wanted.
     * With `yesterday`, the day before at their place, which is what somebody asks about in the morning. People who have
     * left since are missing.
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
