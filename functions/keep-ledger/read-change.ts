import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { LedgerEntry, LedgerStatus } from '../../shared/domain/restore/ledger-entry.ts';
import { readLedgerProfile, readStreamRecord } from '../../shared/schemas/ledger-entry.ts';
import type { DataOf, Read } from '../../shared/schemas/schema-reader.ts';
import { readWholeConsent } from '../../shared/schemas/stored-items.ts';
import { fromAttributes } from '../../shared/store/attribute-value.ts';
import { definedOnly } from '../../shared/store/defined-only.ts';
import { consentPrefix, idOfKey, profileKey } from '../../shared/store/keys.ts';

/** A change of the table could not be read. The message names the fields at fault, never a value. */
export class UnreadableChangeError extends Error {
  override readonly name = 'UnreadableChangeError';
  constructor(fields: readonly string[]) {
    super(`a change of the table: unexpected ${fields.join(', ')}`);
  }
}

type Profile = DataOf<typeof readLedgerProfile>;
type Image = Record<string, AttributeValue>;

const told = <T>(read: Read<T>): T => {
  if (!read.success) throw new UnreadableChangeError(read.faults);
  return read.data;
};

const only = (image: Record<string, unknown>, names: readonly string[]): Image =>
  Object.fromEntries(
    Object.entries(image).filter((entry): entry is [string, AttributeValue] => names.includes(entry[0])),
  );

/** The only fields of a profile that are read: no number and no address is among them. */
const profileNames = ['alias', 'status', 'epoch', 'rev', 'stopReason'] as const;
const profileIn = (image: Record<string, unknown> | undefined): Profile =>
  image === undefined ? {} : told(readLedgerProfile(fromAttributes(only(image, profileNames))));

const consentNames = ['at', 'act', 'version', 'where', 'message'] as const;

const statusOf = (before: Profile, { status, epoch, rev, stopReason }: Profile): LedgerStatus | undefined => {
  if (status === undefined || status === 'pending' || epoch === undefined || rev === undefined) return undefined;
  if (status === before.status && epoch === before.epoch) return undefined;
  return { status, epoch, rev, ...(stopReason && status === 'stopped' ? { reason: stopReason } : {}) };
};

const profileChange = (before: Profile, after: Profile): Partial<LedgerEntry> => {
  const status = statusOf(before, after);
  return {
    ...(status ? { status } : {}),
    ...(after.alias !== undefined && after.alias !== before.alias ? { joined: after.alias } : {}),
  };
};

/**
 * The ledger's entry for one record of the table's stream; undefined if the record changes nothing that the ledger
 * keeps.
 * @throws UnreadableChangeError
 */
export const readChange = (record: unknown): LedgerEntry | undefined => {
  const { Keys, SequenceNumber, ApproximateCreationDateTime, NewImage, OldImage } = told(
    readStreamRecord(record),
  ).dynamodb;
  const sortKey = Keys.SK.S;
  const entry = { id: idOfKey(Keys.PK.S), at: ApproximateCreationDateTime * 1000, order: SequenceNumber };
  if (sortKey.startsWith(consentPrefix)) {
    if (NewImage === undefined) return undefined;
    return { ...entry, consent: definedOnly(told(readWholeConsent(fromAttributes(only(NewImage, consentNames))))) };
  }
  if (sortKey !== profileKey) return undefined;
  const change = profileChange(profileIn(OldImage), profileIn(NewImage));
  return Object.keys(change).length === 0 ? undefined : { ...entry, ...change };
};
