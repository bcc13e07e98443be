import type { Actor } from '../../shared/domain/desk/authorise.ts';
import type { RedFlagReaders } from '../../shared/domain/desk/red-flag-readers.ts';
import type { ErasureJob } from '../../shared/domain/tips/job.ts';
import type { Table } from '../../shared/store/dynamodb-table.ts';
import { createDesk } from '../../shared/use-cases/desk/desk.ts';
import type { Service } from './replies.ts';
import { pepper } from './subscribers.ts';

export const sam: Actor = { name: 'sam', role: 'staff' };
export const drLee: Actor = { name: 'dr-lee', role: 'clinician' };

interface DeskOptions {
  readonly suppressed?: readonly string[];
  readonly emailsAMonth?: number;
  /** Where a test lets it die before a mail is in the queue. */
  readonly beforeQueue?: () => void;
}

/** The desk over the same table and clock as a service; what it queues for erasure is worked off with the service's own. */
export const deskOver = (
  table: Table,
  { clock, erasures, jobs, logged }: Service,
  readers: RedFlagReaders = 'nobody',
  { suppressed = [], emailsAMonth = Number.POSITIVE_INFINITY, beforeQueue = () => {} }: DeskOptions = {},
) => {
  let drawn = 0;
  const runtime = {
    clock,
    randomBytes: (length: number) => {
      drawn += 1;
      return new Uint8Array(length).fill(drawn);
    },
    print: () => {},
  };
  return createDesk({
    table,
    pepper,
    runtime,
    readers,
    homes: ['US'],
    mailLater: async (job) => {
      beforeQueue();
      jobs.push(job);
    },
    listSuppressed: async () => new Set(suppressed),
    log: (_level, event, fields = {}) => {
      logged.push({ event, fields });
    },
    caps: { smsSegmentsAMonth: Number.POSITIVE_INFINITY, emailsAMonth },
    countQueues: async () => [{ queue: 'sms', waiting: 2, givenUp: 1 }],
    eraseLater: async (job: ErasureJob) => {
      erasures.push(job);
    },
  });
};
