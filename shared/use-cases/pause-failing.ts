import { failedDays, isAddressFailure, pausesTips, runDays, withFailing } from '../domain/tips/failing-address.ts';
import type { TipOutcome } from '../domain/tips/tip-outcome.ts';
import type { Log } from '../platform/log.ts';
import type { TipStore } from '../store/tip-store.ts';
import type { ProfileChanges } from './profile-changes.ts';

export interface PauseFailingDeps {
  readonly log: Log;
  readonly tips: Pick<TipStore, 'readLast'>;
  readonly changes: Pick<ProfileChanges, 'change'>;
}

/**
 * Pauses tips to an address at which three days' tips in a row have failed, given the outcome of the last. It reads
 * nothing unless that one failed because of the address, so tips that arrive cost nothing more.
 */
export const createPauseFailing = ({ log, tips, changes }: PauseFailingDeps) => {
  return async (outcome: TipOutcome): Promise<void> => {
    const { id, date, channel, code } = outcome;
    if (channel === undefined || !isAddressFailure(outcome)) return;
    const days = failedDays(await tips.readLast(id, date, runDays), channel);
    if (!pausesTips(days)) return;
    const paused = await changes.change(id, (subscriber) => withFailing(subscriber, date));
    if (paused)
      log('warn', 'tips-paused', { id, channel, reason: 'failing-address', count: days, ...(code ? { code } : {}) });
  };
};

/** Pauses tips to an address after failures on several days. */
export type PauseFailing = ReturnType<typeof createPauseFailing>;
