import type { Consent } from '../people/consent.ts';
import type { SubscriberId } from '../people/subscriber.ts';
import { byOrder, type LedgerEntry, type LedgerStatus } from './ledger-entry.ts';

/** An enrolment's place in the ledger; `at`: when it came to that. */
export interface LastStatus extends LedgerStatus {
  readonly status: 'active' | 'stopped';
  readonly at: number;
}

/** What the ledger says became of one id. */
export interface Fate {
  /** The last ERASE: what is older than that is gone. */
  readonly erased?: { readonly at: number; readonly rev: number };
  /** Enrolments that began since, or all of the ledger's if nothing was erased. */
  readonly epochs: ReadonlySet<string>;
  /** Where their subscription stands; none after an ERASE that nobody came back from. */
  readonly last?: LastStatus;
  /** A STOP whose profile was never written, as nobody was there: it holds for whoever is put back. */
  readonly leftAt?: number;
  /** A JOIN that began a new diary for a number that still got tips: it may have a new owner. */
  readonly anewAt?: number;
  /** Whose other name it is since; none where it has a profile of its own since then. */
  readonly joined?: SubscriberId;
  /** In order, those since the last ERASE. */
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
  // The profile that follows from a consent is written after it, and then says what holds.
  if (consent.act === 'withdrawn') return { ...fate, consents, leftAt: consent.at };
  const isJoin = consent.act === 'given' && consent.where === 'sms';
  return { ...fate, consents, ...(isJoin ? { anewAt: consent.at } : {}) };
};

const withEntry = (fate: Fate, { at, status, joined, consent }: LedgerEntry): Fate => {
  const stands = status ? withStatus(fate, status, at) : fate;
  const named = joined === undefined ? stands : { ...stands, joined };
  return consent ? withConsent(named, consent) : named;
};

/** What became of everybody in the ledger, whatever order the entries come in; one that comes twice counts once. */
export const fatesOf = (entries: readonly LedgerEntry[]): ReadonlyMap<SubscriberId, Fate> => {
  const fates = new Map<SubscriberId, Fate>();
  const once = new Map(entries.map((entry) => [`${entry.id} ${entry.order}`, entry]));
  for (const entry of [...once.values()].toSorted(byOrder))
    fates.set(entry.id, withEntry(fates.get(entry.id) ?? unknown, entry));
  return fates;
};

/** When somebody's last ERASE was surely over, epoch ms: entries know their second. */
export const erasedUntil = ({ erased }: Pick<Fate, 'erased'>): number | undefined => erased && erased.at + 999;

/** Whether an id that was another name of somebody has a subscription of its own since: nobody else's must follow it. */
export const isTheirOwn = (fate: Fate | undefined): boolean => fate?.last !== undefined && fate.joined === undefined;
