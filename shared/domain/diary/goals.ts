import { addDays, type LocalDate } from '../time/local-time.ts';
import { type DiaryChannel, type DiaryEvent, recentDays } from './diary.ts';

/** What somebody wants to be able to do, in their own words, and what has become of it. `replaced`: they set another. */
export interface Goal {
  /** The key of the reply that set it. */
  readonly key: string;
  readonly words: string;
  /** The local date on which it was set; in a reading of recent days alone, on which it was last spoken of. */
  readonly date: LocalDate;
  readonly at: number;
  readonly channel: DiaryChannel;
  readonly state: 'open' | 'done' | 'replaced';
  /** The local date on which something was last said of it. */
  readonly lastDate: LocalDate;
}

/**
 * The goals of a diary, oldest first, from its events in order of arrival, without those that were taken back. What is said of a
 * goal repeats its words, so that it is known from the recent days of a diary alone.
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

/** The goal that somebody has on a local date: the last, while it is not reached and they have spoken of it in the last forty days. */
export const openGoal = (goals: readonly Goal[], today: LocalDate): Goal | undefined => {
  const last = goals.at(-1);
  return last?.state === 'open' && last.lastDate > addDays(today, -recentDays) ? last : undefined;
};
