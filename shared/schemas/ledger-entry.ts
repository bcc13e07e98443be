import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';
import { consentFields, stopReason, subscriptionStatus } from './stored-items.ts';

/** The statuses that the ledger keeps; somebody who has not confirmed has been promised nothing. */
const promisedStatus = z.enum(['active', 'stopped', 'erasing']);

/** An object of the ledger: what became of one person (shared/domain/restore/ledger-entry.ts). */
export const readLedgerEntry = reader(
  z.object({
    id: z.string(),
    at: z.number(),
    order: z.string().check(z.regex(/^\d{1,40}$/)),
    status: z.optional(
      z.object({ status: promisedStatus, epoch: z.string(), rev: z.number(), reason: z.optional(stopReason) }),
    ),
    joined: z.optional(z.string()),
    consent: z.optional(consentFields),
  }),
);

/** Reads what the ledger needs of a profile, before or after a change: an alias's, or a subscriber's. */
export const readLedgerProfile = reader(
  z.object({
    alias: z.optional(z.string()),
    status: z.optional(subscriptionStatus),
    epoch: z.optional(z.string()),
    rev: z.optional(z.number()),
    stopReason: z.optional(stopReason),
  }),
);

/** A record of the table's stream, as Lambda hands it over. */
const image = z.optional(z.record(z.string(), z.unknown()));

/** Reads a record of the table's stream. */
export const readStreamRecord = reader(
  z.object({
    eventID: z.optional(z.string()),
    dynamodb: z.object({
      Keys: z.object({ PK: z.object({ S: z.string() }), SK: z.object({ S: z.string() }) }),
      SequenceNumber: z.string(),
      // Seconds since 1970.
      ApproximateCreationDateTime: z.number(),
      NewImage: image,
      OldImage: image,
    }),
  }),
);

/** Reads what Lambda delivers of one shard; the shard is named only where the event source has a window. */
export const readStreamBatch = reader(z.object({ shardId: z.string(), Records: z.optional(z.array(z.unknown())) }));
