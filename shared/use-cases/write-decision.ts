import { type Decision, type IncomingReply, keyOf } from '../domain/answering/conversation.ts';
import { type Person, strangerEpoch } from '../domain/people/person.ts';
import { pseudonymOf } from '../domain/people/pseudonym.ts';
import type { Subscriber, SubscriberId } from '../domain/people/subscriber.ts';
import { type ErasureJob, erasureOf, type SendJob } from '../domain/tips/job.ts';
import type { Log } from '../platform/log.ts';
import { joinCohort } from './join-cohort.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import type { ReplyStores } from './reply-stores.ts';
import type { ReportRedFlag } from './report-red-flag.ts';

/** Where a decision is written, and what it sets going. */
export interface WriteDecisionDeps {
  readonly stores: ReplyStores;
  readonly log: Log;
  /** The key of the pseudonyms, to find a person's other ids. */
  readonly pepper: string;
  readonly sendLater: (job: SendJob) => Promise<void>;
  readonly eraseLater: (job: ErasureJob) => Promise<void>;
  readonly reportRedFlag: ReportRedFlag;
}

/**
 * Writes what was decided about a reply, in an order that survives a death in between: the clinic first, the page last. Every
 * write may be repeated, so a redelivery completes what an earlier one began.
 * @throws whatever a store throws; the reply is then handled again
 */
export const createWriteDecision = (deps: WriteDecisionDeps) => {
  const { stores, log } = deps;

  /**
   * Deletes the aliases of mailboxes that are no longer this person's. It runs before the profile is written, because
   * repeating it after a crash does no harm.
   */
  const freeMailboxes = async (who: Person, addresses: readonly string[] = []): Promise<void> => {
    for (const address of addresses) {
      const alias = pseudonymOf(deps.pepper, 'email', address);
      if (alias !== who.id) await stores.subscribers.deleteAlias(alias, who.id);
    }
  };

  /** Deletes the aliases that no longer belong to this person. */
  const partNames = async (who: Person, next: Subscriber): Promise<void> => {
    for (const alias of who.subscriber?.aliases ?? []) {
      if (!next.aliases?.includes(alias)) await stores.subscribers.deleteAlias(alias, who.id);
    }
  };

  /** Queues the mail that asks a mailbox to confirm, unless that mailbox has been asked often enough today, whoever by. */
  const askToConfirm = async ({ id, epoch, pendingMailbox }: Subscriber, incoming: IncomingReply): Promise<void> => {
    if (!pendingMailbox) return;
    const mailbox = mailboxKeyOf(deps.pepper, pendingMailbox.address);
    if (await stores.confirmationMails.claim(mailbox, keyOf(incoming), incoming.receivedAt)) {
      return deps.sendLater({ kind: 'confirmation', id, epoch });
    }
    log('warn', 'confirmation-held-back', { id, reason: 'too-many-today' });
  };

  const writeShare = async (id: SubscriberId, { visit }: Decision, at: number): Promise<void> => {
    if (visit === 'end') await stores.visits.endAll(id, at);
    else if (visit) await stores.visits.put(visit.share);
  };

  const queueJob = async (who: Person, decision: Decision, incoming: IncomingReply): Promise<void> => {
    const subscriber = decision.next ?? who.subscriber;
    if (decision.job === 'erase' && subscriber) await deps.eraseLater(erasureOf(subscriber));
    if (decision.job === 'confirm' && subscriber) await askToConfirm(subscriber, incoming);
  };

  const enterCohort = async ({ id, subscriber }: Person, { next, cohort }: Decision, incoming: IncomingReply) => {
    const epoch = (next ?? subscriber)?.epoch;
    if (!cohort || epoch === undefined) return;
    const { channel: where, receivedAt: at } = incoming;
    await joinCohort(stores, { id, epoch }, cohort, { at, where, key: keyOf(incoming), gaveAt: at });
  };

  /**
   * Queues the deletion of a profile that JOIN replaces while it is being erased. The handler of the ERASE may have
   * died before it could queue the deletion, which nobody could find out later; so it is queued again before the JOIN
   * is stored.
   */
  const eraseReplaced = async ({ subscriber }: Person, { next }: Decision): Promise<void> => {
    if (!next || subscriber?.status !== 'erasing' || next.epoch === subscriber.epoch) return;
    await deps.eraseLater(erasureOf(subscriber));
  };

  return async (who: Person, decision: Decision, incoming: IncomingReply): Promise<void> => {
    // First: whatever fails later, the clinic has been told; a redelivery finds it told.
    if (decision.alert) await deps.reportRedFlag(who.id, decision.alert, incoming);
    // Then consent: a profile never exists without the proof of its consent, though the proof may exist alone.
    await eraseReplaced(who, decision);
    const enrolment = (decision.next ?? who.subscriber)?.epoch;
    if (decision.consent) await stores.consents.put(who.id, decision.consent, enrolment);
    await enterCohort(who, decision, incoming);
    await freeMailboxes(who, decision.freedMailboxes);
    if (decision.next) await partNames(who, decision.next);
    if (decision.next) await stores.subscribers.save(decision.next, who.subscriber, who.formerly);
    // The share is written before the page remembers the message, so that a link in the answer always opens something.
    await writeShare(who.id, decision, incoming.receivedAt);
    if (decision.outcome) await stores.tips.record([decision.outcome]);
    await queueJob(who, decision, incoming);
    // The page is written last, because reconcile-inbound takes a reply that is on a page for done.
    if (decision.event) await stores.diary.append(who.id, enrolment ?? strangerEpoch, decision.event);
  };
};
