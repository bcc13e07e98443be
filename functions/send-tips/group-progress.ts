import type { SubscriberId } from '../../shared/domain/subscriber.ts';
import type { TipOutcome } from '../../shared/domain/tip-outcome.ts';
import type { TipStore } from '../../shared/store/tip-store.ts';

/** What is left of a group: members without an outcome, and how long the provider wants to be left alone. */
export interface GroupResult {
  readonly open: number;
  readonly retryAfterMs?: number;
  /** Nothing failed: time ran out, or the provider was asked too fast. There is no need to wait. */
  readonly soon?: true;
}

/** How far one group has got: who has no outcome yet, and whether the provider wants no more for now. */
export const trackProgress = (ids: readonly SubscriberId[], tips: Pick<TipStore, 'record'>) => {
  const open = new Set(ids);
  let halted = false;
  let soon: true | undefined;
  let retryAfterMs = 0;
  const whenToComeBack = (): Omit<GroupResult, 'open'> => {
    if (retryAfterMs > 0) return { retryAfterMs };
    return soon && open.size > 0 ? { soon } : {};
  };
  return {
    /** Nothing more is to be done for a member. */
    done: (id: SubscriberId): void => {
      open.delete(id);
    },
    /** Writes outcomes; a member is done only once its outcome is stored. */
    record: async (outcomes: readonly TipOutcome[]): Promise<void> => {
      await tips.record(outcomes);
      for (const { id } of outcomes) open.delete(id);
    },
    /** Stops sending: what is left comes back with the queue message. */
    halt: (pauseMs = 0): void => {
      halted = true;
      retryAfterMs = Math.max(retryAfterMs, pauseMs);
    },
    /** Those who are left need not wait: nothing failed. */
    comeSoon: (): void => {
      soon = true;
    },
    isHalted: (): boolean => halted,
    result: (): GroupResult => ({ open: open.size, ...whenToComeBack() }),
  };
};

export type GroupProgress = ReturnType<typeof trackProgress>;
