import type { DynamoDBStreamEvent } from 'aws-lambda';
import type { Log } from '../../shared/platform/log.ts';
import type { ConsentLedger } from '../../shared/providers/s3/consent-ledger.ts';
import { readChange } from './read-change.ts';

export interface KeepLedgerDeps {
  readonly log: Log;
  readonly ledger: Pick<ConsentLedger, 'append'>;
}

/**
 * Writes a ledger entry for everybody who stopped, began again, was erased or changed a consent. It throws at the first
 * change that cannot be read or written: Lambda then delivers the batch again, which writes the same objects, until the
 * alarm has brought somebody.
 */
export const createKeepLedger =
  ({ log, ledger }: KeepLedgerDeps) =>
  async ({ Records }: DynamoDBStreamEvent): Promise<void> => {
    const entries = Records.map(readChange).filter((entry) => entry !== undefined);
    for (const entry of entries) await ledger.append(entry);
    log('info', 'ledger-kept', { count: entries.length });
  };
