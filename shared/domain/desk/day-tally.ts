import type { LocalDate } from '../time/local-time.ts';
import type { SkipReason, TipOutcome, TipState } from '../tips/tip-outcome.ts';

/** What a day's outcomes are counted by: the state, and of a skip its reason. */
export type TallyName = Exclude<TipState, 'skipped'> | `skipped:${SkipReason}`;

/** The name that an outcome is counted by; undefined of a skip without its reason, which nothing writes. */
export const tallyNameOf = ({ state, reason }: Pick<TipOutcome, 'state' | 'reason'>): TallyName | undefined => {
  if (state !== 'skipped') return state;
  return reason === undefined ? undefined : `skipped:${reason}`;
};

/** One change of one day's outcome. Changes of one shard are in the order of their sequence, which is text of one length. */
export interface TallyChange {
  readonly date: LocalDate;
  readonly sequence: string;
  /** What it was counted as before; undefined if it is new. */
  readonly was?: TallyName | undefined;
  /** What it is now; undefined if it was erased. */
  readonly is?: TallyName | undefined;
}

/** How many more, or fewer, there are of each after some changes; what comes to nothing is left out. */
export const tallySums = (changes: readonly TallyChange[]): ReadonlyMap<TallyName, number> => {
  const sums = new Map<TallyName, number>();
  const add = (name: TallyName | undefined, one: number): void => {
    if (name !== undefined) sums.set(name, (sums.get(name) ?? 0) + one);
  };
  for (const { was, is } of changes) {
    add(was, -1);
    add(is, 1);
  }
  return new Map([...sums].filter(([, sum]) => sum !== 0));
};

/** Outcomes are counted for so long after their day; what becomes of older ones is no picture of today. */
const countedDays = 40;
const dayMs = 86_400_000;

/** Whether a change of a date's outcome is still counted at that instant. */
export const isCounted = (date: LocalDate, at: number): boolean => at - Date.parse(date) < countedDays * dayMs;
/** When a date's tallies may go (epoch ms): after the last change that is counted. */
export const tallyEndsAt = (date: LocalDate): number => Date.parse(date) + (countedDays + 5) * dayMs;
