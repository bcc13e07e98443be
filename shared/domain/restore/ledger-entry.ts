import type { Consent } from '../people/consent.ts';
import type { StopReason, SubscriberId } from '../people/subscriber.ts';

/** Where a subscription came to stand. `rev` is the profile's revision that says so: what is younger knows of it. */
export interface LedgerStatus {
  readonly status: 'active' | 'stopped' | 'erasing';
  readonly epoch: string;
  readonly rev: number;
  readonly reason?: StopReason | undefined;
}

/**
 * One promise that a backup does not know of: who stopped, began again, was erased, gave or took back a consent, or became
 * another name of somebody. It names people by pseudonym and holds nothing that they wrote.
 */
export interface LedgerEntry {
  readonly id: SubscriberId;
  /** When the table was changed, epoch ms, to the second. */
  readonly at: number;
  /** The sequence number of the change: of one person's, the later is the greater. */
  readonly order: string;
  readonly status?: LedgerStatus | undefined;
  /** Whose other name this id became. */
  readonly joined?: SubscriberId | undefined;
  readonly consent?: Consent | undefined;
}

/** Orders entries as they happened: sequence numbers are whole numbers of up to 40 digits. */
export const byOrder = (one: Pick<LedgerEntry, 'order'>, other: Pick<LedgerEntry, 'order'>): number => {
  const [a, b] = [one.order.padStart(40, '0'), other.order.padStart(40, '0')];
  return a < b ? -1 : Number(a > b);
};
