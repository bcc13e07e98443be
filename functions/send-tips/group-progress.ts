import type { SubscriberId } from '../../shared/domain/people/subscriber.ts';
import type { SkipReason, TipOutcome } from '../../shared/domain/tips/tip-outcome.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';
import { behindAfterMs, type Fault, type GroupCounts, isOverdue } from './outcome-counts.ts';

/** What is left of a group: how many members have no outcome yet, and how long the provider wants to be left alone. */
export interface GroupResult {
  readonly open: number;
  readonly retryAfterMs?: number;
  /** Whether time ran out or the provider was asked too fast, and nothing failed: then the group may come back soon. */
  readonly soon?: true;
}

/** Tracks how far one group has got: who has no outcome yet, and whether sending has stopped. */
export const trackProgress = (ids: readonly SubscriberId[], tips: Pick<TipStore, 'record'>) => {
  const open = new Set(ids);
  const doubtful = new Set<SubscriberId>();
  const personal = new Set<SubscriberId>();
  const missed = new Set<SubscriberId>();
  const ended = { accepted: 0, failed: 0, unreachable: 0, unknown: 0 };
  const skipped = new Map<SkipReason, number>();
  let claimed = 0;
  let halted: Fault | undefined;
  let soon: true | undefined;
  let retryAfterMs = 0;
  const whenToComeBack = (): Omit<GroupResult, 'open'> => {
    if (retryAfterMs > 0) return { retryAfterMs };
    return soon && open.size > 0 ? { soon } : {};
  };
  const countEnd = ({ id, state, reason }: TipOutcome): void => {
    if (state === 'skipped') {
      if (reason !== undefined) skipped.set(reason, (skipped.get(reason) ?? 0) + 1);
    } else if (state === 'failed' && personal.has(id)) ended.unreachable += 1;
    else if (state === 'failed') ended.failed += 1;
    else if (state === 'unknown') ended.unknown += 1;
    else ended.accepted += 1;
  };
  return {
    /** Marks a member as finished. */
    done: (id: SubscriberId): void => {
      open.delete(id);
    },
    /** Writes outcomes; a member is done only once its outcome is stored. */
    record: async (outcomes: readonly TipOutcome[]): Promise<void> => {
      await tips.record(outcomes);
      for (const outcome of outcomes) {
        open.delete(outcome.id);
        countEnd(outcome);
      }
    },
    /** Counts claimed tips. */
    countClaimed: (count: number): void => {
      claimed += count;
    },
    /** Stops sending; what is left comes back with the queue message. */
    halt: (fault: Fault, pauseMs = 0): void => {
      halted ??= fault;
      retryAfterMs = Math.max(retryAfterMs, pauseMs);
    },
    /** Lets the rest come back soon, because nothing failed. */
    comeSoon: (): void => {
      soon = true;
    },
    /** Marks a member whose tip may or may not have been taken. */
    markDoubtful: (id: SubscriberId): void => {
      doubtful.add(id);
    },
    /** Marks a member whose tip failed because of its own address. */
    blameAddress: (id: SubscriberId): void => {
      personal.add(id);
    },
    /** Marks a member whose tip is skipped although nothing spoke against it when it was due. */
    markMissed: (id: SubscriberId): void => {
      missed.add(id);
    },
    isHalted: (): boolean => halted !== undefined,
    result: (): GroupResult => ({ open: open.size, ...whenToComeBack() }),
    /**
     * What has come of the group, `ageMs` after its place in the paced queue. Members who are only waiting for their
     * turn do not count as due.
     */
    counts: (ageMs: number): GroupCounts => {
      const { accepted, failed, unreachable, unknown } = ended;
      const faultFor = (id: SubscriberId): Fault | undefined => halted ?? (doubtful.has(id) ? 'failing' : undefined);
      const overdue = [...open].filter((id) => {
        const fault = faultFor(id);
        return fault !== undefined && isOverdue(fault, ageMs);
      });
      return {
        due: accepted + failed + unreachable + unknown + missed.size + overdue.length,
        claimed,
        accepted,
        unreachable,
        unknown,
        behind: ageMs >= behindAfterMs ? accepted + failed + unknown + missed.size + open.size : 0,
        skipped,
      };
    },
  };
};

/** Follows how far a group has come, so that a worker that runs out of time can hand the rest back. */
export type GroupProgress = ReturnType<typeof trackProgress>;
