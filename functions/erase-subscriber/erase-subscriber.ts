import type { SQSBatchResponse, SQSEvent } from 'aws-lambda';
import { pseudonymOf } from '../../shared/domain/people/pseudonym.ts';
import type { Subscriber, SubscriberId } from '../../shared/domain/people/subscriber.ts';
import type { ErasureJob } from '../../shared/domain/tips/job.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { nameOf } from '../../shared/platform/error-name.ts';
import type { Log } from '../../shared/platform/log.ts';
import { parseErasureJob } from '../../shared/providers/sqs/job-queue.ts';
import type { ErasureStore, Spared } from '../../shared/store/erasure-store.ts';
import type { PersonStore } from '../../shared/store/person-store.ts';
import type { SubscriberStore } from '../../shared/store/subscriber-store.ts';
import type { WorklistStore } from '../../shared/store/worklist-store.ts';

export interface EraseSubscriberDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly pepper: string;
  readonly persons: Pick<PersonStore, 'readSubscriber' | 'isAlias'>;
  readonly subscribers: Pick<SubscriberStore, 'deleteAlias'>;
  readonly erasures: ErasureStore;
  readonly worklist: Pick<WorklistStore, 'deleteOf'>;
  readonly sweepLater: (job: ErasureJob, delaySeconds: number) => Promise<void>;
}

/** How long a last tip is kept after its claim, in ms: after two days its local date is over in every zone. */
const tipDayMs = 2 * 86_400_000;

/**
 * The delay of the second deletion, in seconds. A write that was under way during the first has landed by then; SQS
 * delays no longer than that.
 */
const sweepAfterSeconds = 900;

/**
 * What a deletion spares. While the profile is `erasing`: items younger than the ERASE that belong to no known
 * enrolment or to another one, because only a later JOIN can have written them. Once somebody has joined anew: what is
 * theirs. Items written between the sending of an ERASE and its execution are found by their epoch.
 */
const asOfErasure = (subscriber: Subscriber, job: ErasureJob): Spared => {
  const { status, epoch, eraseWord, joinedAt } = subscriber;
  if (status === 'erasing') return { erased: epoch, since: (eraseWord?.until ?? joinedAt) + 1 };
  // The job is queued before the profile becomes `erasing`, and the enrolment may go on after all.
  return { epoch, since: joinedAt, ...(job.epoch === epoch ? {} : { erased: job.epoch }) };
};

/**
 * Deletes all that is held on a subscriber: pages first, the profile last, and all of it once more after 15 minutes.
 */
export const createEraseSubscriber = (deps: EraseSubscriberDeps) => {
  const { erasures, persons, subscribers } = deps;

  const phoneId = ({ phone }: Subscriber) => phone && pseudonymOf(deps.pepper, 'sms', phone.number);
  const mailId = (box: { readonly address: string } | undefined) =>
    box && pseudonymOf(deps.pepper, 'email', box.address);

  const deleteAliases = async (subscriber: Subscriber): Promise<void> => {
    const { id, mailbox, pendingMailbox, signUp, aliases = [] } = subscriber;
    const others = new Set([phoneId(subscriber), mailId(mailbox), mailId(pendingMailbox), mailId(signUp), ...aliases]);
    for (const other of others) if (other && other !== id) await subscribers.deleteAlias(other, id);
  };

  /**
   * Keeps the last tip under every id by which they may join again, so that nobody gets two on one day. A mailbox that
   * never confirmed had no tip.
   */
  const keepLastTip = async (subscriber: Subscriber): Promise<void> => {
    const { id, lastTip, mailbox } = subscriber;
    if (!lastTip || deps.clock.now() - lastTip.claimedAt > tipDayMs) return;
    const names = new Set([id, phoneId(subscriber), mailId(mailbox)]);
    for (const name of names) if (name) await erasures.keepLastTip(name, lastTip);
  };

  /**
   * Their other ids: those that are, or were, certainly theirs. A mailbox that has not confirmed may be somebody
   * else's.
   */
  const namesOf = (job: ErasureJob, erasing: Subscriber | undefined): ReadonlySet<SubscriberId> => {
    const own = erasing ? [phoneId(erasing), mailId(erasing.mailbox), ...(erasing.aliases ?? [])] : [];
    return new Set([...(job.names ?? []), ...own].flatMap((name) => (name && name !== job.id ? [name] : [])));
  };

  /**
   * What a deletion spares under an id that by now leads to the mailbox of somebody who has joined anew. Their new
   * enrolment is not known here, but the erased one is, and when it was erased.
   */
  const asOfJoining = async (name: SubscriberId, { epoch, at }: ErasureJob): Promise<Spared | undefined> =>
    at !== undefined && (await persons.isAlias(name)) ? { erased: epoch, since: at + 1 } : undefined;

  /**
   * Deletes what is stored under one of their ids, the worklist included. By now the id may belong to somebody, the
   * same person or a number's next owner, who keeps what they have said since. Where it belongs to nobody, somebody may
   * be about to join.
   */
  const deleteUnder = async (name: SubscriberId, job: ErasureJob, erasing: Subscriber | undefined): Promise<number> => {
    const holder = await persons.readSubscriber(name);
    const stands = holder ?? erasing;
    const joined = stands ? undefined : await asOfJoining(name, job);
    const count = await erasures.deleteItems(name, stands ? asOfErasure(stands, job) : joined);
    await deps.worklist.deleteOf(name, holder && holder.status !== 'erasing' ? holder.joinedAt : joined?.since);
    return count;
  };

  const erase = async (job: ErasureJob): Promise<void> => {
    const subscriber = await persons.readSubscriber(job.id);
    const erasing = subscriber?.status === 'erasing' ? subscriber : undefined;
    if (erasing) await deleteAliases(erasing);
    const names = namesOf(job, erasing);
    let count = 0;
    for (const name of [job.id, ...names]) count += await deleteUnder(name, job, erasing);
    if (erasing) await keepLastTip(erasing);
    if (erasing) await erasures.deleteProfile(erasing);
    const [epoch, at] = [job.epoch ?? erasing?.epoch, job.at ?? erasing?.eraseWord?.until];
    const sweep: ErasureJob = { ...job, kind: 'sweep', epoch, at, ...(names.size > 0 ? { names: [...names] } : {}) };
    if (job.kind === 'erase') await deps.sweepLater(sweep, sweepAfterSeconds);
    deps.log('info', 'erased', { id: job.id, reason: job.kind, count });
  };

  return async (event: SQSEvent): Promise<SQSBatchResponse> => {
    const left: string[] = [];
    for (const record of event.Records) {
      try {
        await erase(parseErasureJob(record.body));
      } catch (error) {
        deps.log('error', 'erasure-failed', { job: record.messageId, error: nameOf(error) });
        left.push(record.messageId);
      }
    }
    return { batchItemFailures: left.map((itemIdentifier) => ({ itemIdentifier })) };
  };
};
