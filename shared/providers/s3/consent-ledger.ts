import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import type { LedgerEntry } from '../../domain/restore/ledger-entry.ts';
import { readLedgerEntry } from '../../schemas/ledger-entry.ts';
import { listKeys, readJson } from './json-objects.ts';

/**
 * An object of the ledger has another form than this code writes. The message names the fields at fault, never a value.
 */
export class CorruptLedgerError extends Error {
  override readonly name = 'CorruptLedgerError';
  constructor(fields: readonly string[]) {
    super(`an entry of the ledger: unexpected ${fields.join(', ')}`);
  }
}

/** How many objects are read at a time. */
const readers = 16;

/**
 * The key of an entry: by pseudonym, then in the order of what happened. The same change has the same key, however
 * often it is delivered.
 */
const keyOf = ({ id, order }: Pick<LedgerEntry, 'id' | 'order'>): string => `${id}/${order.padStart(40, '0')}`;

/**
 * The ledger of changes that a backup of the table may lack, kept outside the table: one object per change, written
 * once, never changed, and deleted by the bucket's own lifecycle when no backup can lack it any more.
 */
export const createConsentLedger = (s3: Pick<S3Client, 'send'>, bucket: string) => {
  const read = async (key: string): Promise<LedgerEntry> => {
    const entry = readLedgerEntry(await readJson(s3, bucket, key));
    if (!entry.success) throw new CorruptLedgerError(entry.faults);
    const { consent, ...rest } = entry.data;
    if (consent === undefined) return rest;
    const { message, ...given } = consent;
    return { ...rest, consent: message === undefined ? given : { ...given, message } };
  };

  return {
    append: async (entry: LedgerEntry): Promise<void> => {
      const ContentType = 'application/json';
      await s3.send(
        new PutObjectCommand({ Bucket: bucket, Key: keyOf(entry), Body: JSON.stringify(entry), ContentType }),
      );
    },

    /**
     * Reads all entries of everybody.
     * @throws CorruptLedgerError
     */
    readAll: async (): Promise<readonly LedgerEntry[]> => {
      const waiting = (await listKeys(s3, bucket)).values();
      const entries: LedgerEntry[] = [];
      const work = async (): Promise<void> => {
        for (const key of waiting) entries.push(await read(key));
      };
      await Promise.all(Array.from({ length: readers }, work));
      return entries;
    },
  };
};

/** Writes and reads the ledger of promises that a backup may lack. */
export type ConsentLedger = ReturnType<typeof createConsentLedger>;
