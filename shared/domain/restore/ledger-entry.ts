import type { Consent } from '../people/consent.ts';
import type { StopReason, SubscriberId } from '../people/subscriber.ts';

/**
 * A status that a subscription came to. `rev` is the profile's revision that says so; a younger profile contains it.
 */
export interface LedgerStatus {
  readonly status: 'active' | 'stopped' | 'erasing';
  readonly epoch: string;
  readonly rev: number;
  readonly reason?: StopReason | undefined;
}

/**
 * One change that a backup may lack: somebody stopped, began again, was erased, gave or withdrew a consent, or an id
 * became another's alias. It names people by pseudonym and holds nothing that they wrote.
 */
export interface LedgerEntry {
  readonly id: SubscriberId;
  /** When the table was changed, epoch ms, to the second. */
  readonly at: number;
  /** The sequence number of the change: of two changes of one person, the later has the greater. */
  readonly order: string;
  readonly status?: LedgerStatus | undefined;
  /** The id that this one became an alias of. */
  readonly joined?: SubscriberId | undefined;
  readonly consent?: Consent | undefined;
}

/** Orders entries as they happened: sequence numbers are whole numbers of up to 40 digits. */
export const byOrder = (one: Pick<LedgerEntry, 'order'>, other: Pick<LedgerEntry, 'order'>): number => {
  const [a, b] = [one.order.padStart(40, '0'), other.order.padStart(40, '0')];
  return a < b ? -1 : Number(a > b);
};
