import type { SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { Subscriber } from '../../shared/domain/people/subscriber.ts';
import type { SendJob } from '../../shared/domain/tips/job.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log } from '../../shared/platform/log.ts';
import type { SendOutcome } from '../../shared/providers/send-outcome.ts';
import { parseSendJob } from '../../shared/providers/sqs/job-queue.ts';
import type { SpendMeter } from '../../shared/use-cases/spend-meter.ts';
import type { GroupResult } from './group-progress.ts';
import { faultOf, type GroupCounts, isOverdue } from './outcome-counts.ts';

export interface SendTipsDeps {
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
  /** Counts what came of a mail that asks to confirm; groups count their own. */
  readonly count: (counts: GroupCounts) => void;
  /** Adds to the month's spend; groups add their own. */
  readonly countSpend: SpendMeter['count'];
  readonly sendGroup: (job: Extract<SendJob, { kind: 'tips' }>, owner: string) => Promise<GroupResult>;
  readonly readSubscriber: (id: string) => Promise<Subscriber | undefined>;
  /**
   * Asks a mailbox to confirm. Resolves to undefined where there is nothing to confirm, or this worker sends no mail.
   */
  readonly confirm: (subscriber: Subscriber, by: 'page' | 'reply') => Promise<SendOutcome | undefined>;
  readonly retryLater: (receiptHandle: string, seconds: number) => Promise<void>;
}

/**
 * The first pause before a message comes back, in seconds: longer than the function's timeout. A claim in doubt may be
 * looked up at the second try, because its lease is 3 minutes.
 */
const firstBackoffSeconds = 90;
/**
 * The pause for a group that only ran out of time or asked too fast, in seconds: at most seventeen tries in two hours,
 * fewer than the queue's twenty.
 */
const soonSeconds = 1;
const longestBackoffSeconds = 900;
/**
 * The longest pause of a confirmation, in seconds: it has no hour, and the queue's twenty tries then outlast the day
 * after which SES renews an exhausted quota.
 */
const longestPatientSeconds = 7200;

/**
 * Seconds until the next try, given the number of tries so far: 90, 180, 360, 720, 900 …, which makes eleven tries in
 * the two hours that a tip may be late.
 */
export const backoffSeconds = (
  receiveCount: number,
  first = firstBackoffSeconds,
  longest = longestBackoffSeconds,
): number => Math.min(longest, first * 2 ** Math.max(0, receiveCount - 1));

type WorkResult = GroupResult & { readonly patient?: true };

/**
 * Whether the provider certainly did not take a confirmation, so that it may be tried again. Any other outcome is
 * final: it can be asked for again.
 */
const mayRetry = (outcome: SendOutcome): boolean =>
  outcome.kind === 'throttled' || outcome.kind === 'not-accepted' || outcome.kind === 'misconfigured';

/** Works off one queue message: a group of due tips, or a mailbox to be asked to confirm. */
export const createSendTips = (deps: SendTipsDeps) => {
  const countConfirmation = (outcome: SendOutcome, ageMs: number): void => {
    const accepted = outcome.kind === 'accepted' ? 1 : 0;
    // A refused address is counted as unreachable: people may type one that does not exist, which says nothing about
    // the channel.
    const unreachable = outcome.kind === 'permanent' ? 1 : 0;
    const waits = outcome.kind !== 'accepted' && mayRetry(outcome) && !isOverdue(faultOf(outcome), ageMs);
    const unknown = outcome.kind === 'in-doubt' ? 1 : 0;
    if (!waits) deps.count({ due: 1, claimed: 0, accepted, unreachable, unknown, behind: 0, skipped: new Map() });
  };

  const confirm = async (
    job: Extract<SendJob, { kind: 'confirmation' }>,
    { messageId, attributes }: SQSRecord,
  ): Promise<WorkResult> => {
    const subscriber = await deps.readSubscriber(job.id);
    if (subscriber?.epoch !== job.epoch) return { open: 0 };
    const outcome = await deps.confirm(subscriber, job.by ?? 'reply');
    if (!outcome) return { open: 0 };
    countConfirmation(outcome, deps.clock.now() - Number(attributes.SentTimestamp));
    if (outcome.kind === 'accepted') {
      await deps.countSpend('email', messageId, 1);
      return { open: 0 };
    }
    deps.log('warn', 'confirmation-not-accepted', { id: job.id, code: outcome.code, reason: outcome.kind });
    return { open: mayRetry(outcome) ? 1 : 0, patient: true };
  };

  const work = async (record: SQSRecord): Promise<WorkResult> => {
    const job = parseSendJob(record.body);
    if (job.kind === 'tips') return deps.sendGroup(job, record.messageId);
    return confirm(job, record);
  };

  /** Works off one queue message; true if it is to come back. */
  const isLeft = async (record: SQSRecord): Promise<boolean> => {
    try {
      const { open, retryAfterMs = 0, soon, patient } = await work(record);
      if (open === 0) return false;
      const receives = Number(record.attributes.ApproximateReceiveCount);
      const longest = patient ? longestPatientSeconds : longestBackoffSeconds;
      const seconds = backoffSeconds(receives, soon ? soonSeconds : firstBackoffSeconds, longest);
      await deps.retryLater(record.receiptHandle, Math.max(seconds, Math.ceil(retryAfterMs / 1000)));
    } catch (error) {
      deps.log('error', 'group-failed', {
        job: record.messageId,
        error: nameOf(error),
      });
    }
    return true;
  };

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const left: string[] = [];
    for (const record of event.Records) if (await isLeft(record)) left.push(record.messageId);
    return { batchItemFailures: left.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
