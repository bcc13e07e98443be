import { dayMs } from '../time/durations.ts';
import type { LocalDate } from '../time/local-time.ts';
import type { SkipReason, TipOutcome, TipState } from '../tips/tip-outcome.ts';

/** The name under which an outcome is counted: its state, and for a skip its reason. */
export type TallyName = Exclude<TipState, 'skipped'> | `skipped:${SkipReason}`;

/** The name under which an outcome is counted; undefined for a skip without a reason, which nothing writes. */
export const tallyNameOf = ({ state, reason }: Pick<TipOutcome, 'state' | 'reason'>): TallyName | undefined => {
  if (state !== 'skipped') return state;
  return reason === undefined ? undefined : `skipped:${reason}`;
};

/** One change of one day's outcome. Changes of one shard are ordered by their sequence, a text of fixed length. */
export interface TallyChange {
  readonly date: LocalDate;
  readonly sequence: string;
  /** The name it was counted under before; undefined if it is new. */
  readonly was?: TallyName | undefined;
  /** The name it is counted under now; undefined if it was erased. */
  readonly is?: TallyName | undefined;
}

/**
 * How many more, or fewer, outcomes of each name there are after some changes; names whose changes cancel out are left
 * out.
 */
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

/** How many days after its date an outcome is still counted; later changes would say nothing of today. */
const countedDays = 40;

/** Whether a change of a date's outcome is still counted at that instant. */
export const isCounted = (date: LocalDate, at: number): boolean => at - Date.parse(date) < countedDays * dayMs;
/** When a date's tallies may be deleted (epoch ms): after the last change that is counted. */
export const tallyEndsAt = (date: LocalDate): number => Date.parse(date) + (countedDays + 5) * dayMs;
