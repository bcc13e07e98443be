import * as z from 'zod/mini';
import { reader } from './schema-reader.ts';

const count = z.optional(z.number());
/** `TALLY#<date> / <shard>`: how far the shard is counted, and how many tips of that date came to what. */
export const readTally = reader(
  z.object({
    last: z.string(),
    accepted: count,
    sent: count,
    delivered: count,
    undelivered: count,
    failed: count,
    unknown: count,
    'skipped:late': count,
    'skipped:outside-window': count,
    'skipped:too-soon': count,
    'skipped:paused': count,
    'skipped:failing-address': count,
    'skipped:spend-cap': count,
    'skipped:unconfirmed-mailbox': count,
    'skipped:dose': count,
    'skipped:nothing-fits': count,
    'skipped:unanswered': count,
    'skipped:stopped': count,
  }),
);
