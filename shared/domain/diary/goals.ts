import { addDays, type LocalDate } from '../time/local-time.ts';
import { type DiaryChannel, type DiaryEvent, recentDays } from './diary.ts';

/** What somebody wants to be able to do, in their own words, and what has become of it. `replaced`: they set another. */
export interface Goal {
  /** The key of the reply that set it. */
  readonly key: string;
  readonly words: string;
  /** The local date on which it was set; if only recent days were read, the first on which it was named in them. */
  readonly date: LocalDate;
  readonly at: number;
  readonly channel: DiaryChannel;
  readonly state: 'open' | 'done' | 'replaced';
  /** The local date on which something was last said of it. */
  readonly lastDate: LocalDate;
}

/**
 * The goals of a diary, oldest first, from its events in order of arrival, without those that were taken back. Words
 * about a goal repeat it, so that the recent days of a diary alone tell it.
 */
export const goalsOf = (events: readonly DiaryEvent[]): readonly Goal[] => {
  const goals: Goal[] = [];
  for (const { kind, key, date, at, channel, note, progress } of events) {
    if (kind !== 'goal' || note === undefined) continue;
    const last = goals.at(-1);
    const isOfLast = last?.state === 'open' && last.words === note;
    if (last?.state === 'open') goals.pop();
    if (last?.state === 'open' && !isOfLast) goals.push({ ...last, state: 'replaced' });
    const goal = isOfLast ? last : { key, words: note, date, at, channel };
    goals.push({ ...goal, state: progress === 'done' ? 'done' : 'open', lastDate: date });
  }
  return goals;
};

/**
 * The goal that somebody has on a local date: the last one, unless it is reached or they have not spoken of it for
 * forty days.
 */
export const openGoal = (goals: readonly Goal[], today: LocalDate): Goal | undefined => {
  const last = goals.at(-1);
  return last?.state === 'open' && last.lastDate > addDays(today, -recentDays) ? last : undefined;
};
