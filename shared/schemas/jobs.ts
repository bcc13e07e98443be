import * as z from 'zod/mini';
import { localDate } from './local-time.ts';
import { reader } from './schema-reader.ts';

// What a message of our queues says.

const text = z.string().check(z.regex(/./s));

/** Reads a job of a channel's queue. */
export const readSendJob = reader(
  z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('tips'),
      dueAt: z.number(),
      placeAt: z.optional(z.number()),
      members: z.array(z.object({ id: text, date: localDate })),
    }),
    z.object({ kind: z.literal('confirmation'), id: text, epoch: text, by: z.optional(z.literal('page')) }),
  ]),
);

/** Reads a job of the erasure queue. */
export const readErasureJob = reader(
  z.object({
    kind: z.enum(['erase', 'sweep']),
    id: text,
    epoch: z.optional(text),
    at: z.optional(z.number()),
    names: z.optional(z.array(text)),
  }),
);
