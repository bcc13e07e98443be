import type { Log } from '../../shared/platform/log.ts';
import { readStreamBatch } from '../../shared/schemas/ledger-entry.ts';
import type { TallyStore } from '../../shared/store/tally-store.ts';
import { readTipChange, UnreadableTipChangeError } from './read-tip-change.ts';

export interface KeepTalliesDeps {
  readonly log: Log;
  readonly tallies: Pick<TallyStore, 'count'>;
}

/**
 * Counts the tips in a batch of the table's stream, day by day. It throws at the first change that cannot be read or
 * counted: Lambda then delivers the batch again, whole or in part, and what was counted is not counted twice.
 */
export const createKeepTallies =
  ({ log, tallies }: KeepTalliesDeps) =>
  /** Returns the state that Lambda passes to the next batch of the window: none. */
  async (event: unknown): Promise<{ readonly state: Readonly<Record<string, never>> }> => {
    const read = readStreamBatch(event);
    if (!read.success) throw new UnreadableTipChangeError(read.faults);
    const { shardId, Records = [] } = read.data;
    const changes = Records.map(readTipChange).filter((change) => change !== undefined);
    for (const [date, ofDay] of Map.groupBy(changes, (change) => change.date))
      await tallies.count(shardId, date, ofDay);
    if (changes.length > 0) log('info', 'tallies-kept', { count: changes.length });
    return { state: {} };
  };
