import type { Actor, Operation } from '../../domain/desk/authorise.ts';
import { countTips, type TodaysPicture, wentWithout } from '../../domain/desk/todays-picture.ts';
import type { Channel, Subscriber, SubscriberId } from '../../domain/people/subscriber.ts';
import { addDays, type LocalDate, type LocalTime } from '../../domain/time/local-time.ts';
import { localDateTime } from '../../domain/time/zone-clock.ts';
import { explainDay, type TipExplanation } from '../../domain/tips/explain-day.ts';
import type { TipProgramme } from '../../domain/tips/tip-programme.ts';
import type { Clock } from '../../platform/clock.ts';
import type { ClaimStore } from '../../store/claim-store.ts';
import type { DueListStore } from '../../store/due-list-store.ts';
import type { TipHistoryStore } from '../../store/tip-history-store.ts';
import type { ZoneStore } from '../../store/zone-store.ts';
import type { Guard } from './guard.ts';

interface ShowTodayDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly guard: Guard;
  readonly zones: ZoneStore;
  readonly dueList: DueListStore;
  readonly claims: Pick<ClaimStore, 'readSubscribers'>;
  readonly history: Pick<TipHistoryStore, 'readOutcomes'>;
  readonly programme: TipProgramme;
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

/**
 * Today's picture, read from everybody's profile and the outcome of their day: two half reads a person, so minutes among
 * a hundred thousand. Of those who left today nothing is counted.
 */
export const createShowToday = ({ clock, guard, zones, dueList, claims, history, programme }: ShowTodayDeps) => {
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

  const begin = async (
    actor: Actor,
    operation: Operation,
    progress: Progress,
    daysAgo = 0,
  ): Promise<readonly TodaysTip[]> => {
    await guard(actor, operation);
    return readAll(progress, daysAgo);
  };

  return {
    /** Today's tips, counted. */
    status: async (actor: Actor, progress: Progress = () => {}): Promise<TodaysPicture> =>
      countTips((await begin(actor, 'status', progress)).map(({ tip }) => tip)),

    /**
     * Everybody's tip of today, by zone and time. `missed`: only of those who went without, and not because they wished to.
     * `yesterday`: of the day before, at their place: who asks in the morning, asks about that. Who has left since is not in it.
     */
    whoIsDue: async (
      actor: Actor,
      { missed, yesterday = false }: { readonly missed: boolean; readonly yesterday?: boolean },
      progress: Progress = () => {},
    ): Promise<readonly TodaysTip[]> => {
      const tips = await begin(actor, 'who-is-due', progress, yesterday ? 1 : 0);
      return missed ? tips.filter(({ tip }) => wentWithout(tip)) : tips;
    },
  };
};

const placeOf = ({ time, zone, tipsBy }: Subscriber): Pick<TodaysTip, 'time' | 'zone' | 'tipsBy'> => ({
  time,
  zone,
  tipsBy,
});
