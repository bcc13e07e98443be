import type { Consent } from '../people/consent.ts';
import type { SubscriberId } from '../people/subscriber.ts';
import { byOrder, type LedgerEntry, type LedgerStatus } from './ledger-entry.ts';

/** The last status of an enrolment in the ledger; `at` is when it came to that. */
export interface LastStatus extends LedgerStatus {
  readonly status: 'active' | 'stopped';
  readonly at: number;
}

/** What became of one id, according to the ledger. */
export interface Fate {
  /** The last ERASE; everything older is gone. */
  readonly erased?: { readonly at: number; readonly rev: number };
  /** Enrolments that began since, or all of the ledger's if nothing was erased. */
  readonly epochs: ReadonlySet<string>;
  /** The last status of their subscription; none after an ERASE that nobody came back from. */
  readonly last?: LastStatus;
  /** When a STOP came that wrote no profile, because there was nobody: it holds for whoever is restored. */
  readonly leftAt?: number;
  /** When a JOIN began a new diary for a number that still got tips: it may have a new owner. */
  readonly anewAt?: number;
  /** The id that this one is now an alias of; none if it has a profile of its own since then. */
  readonly joined?: SubscriberId;
  /** The consents since the last ERASE, in order. */
  readonly consents: readonly Consent[];
}

const unknown: Fate = { epochs: new Set(), consents: [] };

const withStatus = (fate: Fate, status: LedgerStatus, at: number): Fate => {
  if (status.status === 'erasing') return { ...unknown, erased: { at, rev: status.rev } };
  const { leftAt: _left, anewAt: _anew, joined: _name, ...rest } = fate;
  return {
    ...rest,
    epochs: new Set([...fate.epochs, status.epoch]),
    last: { ...status, status: status.status, at },
  };
};

const withConsent = (fate: Fate, consent: Consent): Fate => {
  const consents = [...fate.consents, consent];
  // The profile is written after its consent, and then says what holds.
  if (consent.act === 'withdrawn') return { ...fate, consents, leftAt: consent.at };
  const isJoin = consent.act === 'given' && consent.where === 'sms';
  return { ...fate, consents, ...(isJoin ? { anewAt: consent.at } : {}) };
};

const withEntry = (fate: Fate, { at, status, joined, consent }: LedgerEntry): Fate => {
  const stands = status ? withStatus(fate, status, at) : fate;
  const named = joined === undefined ? stands : { ...stands, joined };
  return consent ? withConsent(named, consent) : named;
};

/** Reads from the ledger what became of everybody. Entries may come in any order; one that comes twice counts once. */
export const fatesOf = (entries: readonly LedgerEntry[]): ReadonlyMap<SubscriberId, Fate> => {
  const fates = new Map<SubscriberId, Fate>();
  const once = new Map(entries.map((entry) => [`${entry.id} ${entry.order}`, entry]));
  for (const entry of [...once.values()].toSorted(byOrder))
    fates.set(entry.id, withEntry(fates.get(entry.id) ?? unknown, entry));
  return fates;
};

/** When somebody's last ERASE was certainly over (epoch ms): entries are dated to the second. */
export const erasedUntil = ({ erased }: Pick<Fate, 'erased'>): number | undefined => erased && erased.at + 999;

/** Whether an id that was an alias has a subscription of its own since, so that nobody else's may be restored to it. */
export const isTheirOwn = (fate: Fate | undefined): boolean => fate?.last !== undefined && fate.joined === undefined;
