import type { Consent } from '../domain/consent.ts';
import type { SendJob } from '../domain/job.ts';
import type { LocalTime } from '../domain/local-time.ts';
import { askMailbox, wasJustAsked, withMailQueued } from '../domain/pending-mailbox.ts';
import { pseudonymOf } from '../domain/pseudonym.ts';
import {
  firstRev,
  type Language,
  type PendingMailbox,
  type Subscriber,
  type SubscriberId,
  type TipClaim,
} from '../domain/subscriber.ts';
import { epochOf } from '../domain/token.ts';
import { countryOfZone } from '../domain/zone-guess.ts';
import type { Runtime } from '../runtime.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import type { ProfileChanges } from './profile-changes.ts';
import type { ReplyStores } from './reply-stores.ts';
import { ContentionError } from './retry-on-conflict.ts';

export interface MailSignUpDeps {
  readonly stores: ReplyStores;
  readonly changes: ProfileChanges;
  readonly runtime: Runtime;
  readonly pepper: string;
  readonly sendLater: (job: SendJob) => Promise<void>;
}

export interface EmailSignUp {
  readonly address: string;
  readonly language: Language;
  readonly zone: string;
  readonly time: LocalTime;
  readonly consent: { readonly version: string; readonly where: Consent['where']; readonly at: number };
}

/** Tries against whoever else writes the same profile at that moment. */
const tries = 6;

/** What a sign-up makes of a profile that is there already. Nobody's running subscription changes before the mailbox confirms. */
const askedAgain = (subscriber: Subscriber, request: EmailSignUp, pendingMailbox: PendingMailbox): Subscriber => {
  if (subscriber.status === 'active') return { ...subscriber, pendingMailbox };
  const { zone, time, language } = request;
  // A sign-up that was never confirmed is forgotten a week after it was asked for last.
  const asked = subscriber.status === 'pending' ? { joinedAt: pendingMailbox.askedAt } : {};
  return { ...subscriber, ...asked, pendingMailbox, zone, zoneSource: 'said', zoneCandidates: [], time, language };
};

/** The sign-up page: asks a mailbox to confirm. */
export const createMailSignUp = ({ stores, changes, runtime, pepper, sendLater }: MailSignUpDeps) => {
  const newSubscriber = (
    id: SubscriberId,
    request: EmailSignUp,
    pendingMailbox: PendingMailbox,
    erasedTip: TipClaim | undefined,
  ): Subscriber => ({
    id,
    epoch: epochOf((length) => runtime.randomBytes(length)),
    rev: firstRev(pendingMailbox.askedAt),
    status: 'pending',
    pendingMailbox,
    tipsBy: 'email',
    language: request.language,
    country: countryOfZone(request.zone),
    zone: request.zone,
    zoneSource: 'said',
    zoneCandidates: [],
    time: request.time,
    joinedAt: pendingMailbox.askedAt,
    ...(erasedTip ? { lastTip: erasedTip } : {}),
    position: 0,
    commands: [],
  });

  const signUp = async (request: EmailSignUp, askedAt: number): Promise<void> => {
    const { address, consent } = request;
    const id = pseudonymOf(pepper, 'email', address);
    const { id: primary, subscriber, erasedTip, formerly } = await stores.persons.readCorrespondent(id, askedAt);
    if (subscriber?.status === 'erasing' || wasJustAsked(subscriber?.pendingMailbox, address, askedAt)) return;
    const mailbox = mailboxKeyOf(pepper, address);
    if (!(await stores.confirmationMails.claim(mailbox, `web:${askedAt}`, askedAt))) return;
    const { version, where, at } = consent;
    await stores.consents.put(primary, { at, act: 'given', version, where });
    const asked = askMailbox(subscriber ?? {}, address, askedAt);
    const next = subscriber
      ? askedAgain(subscriber, request, asked)
      : newSubscriber(primary, request, asked, erasedTip);
    if (formerly) await stores.subscribers.deleteAlias(id, formerly);
    await stores.subscribers.save(next, subscriber);
    await sendLater({ kind: 'confirmation', id: primary, epoch: next.epoch });
    await changes.change(primary, (current) => withMailQueued(current, askedAt));
  };

  /**
   * Queues the confirmation mail. The same for a known and an unknown address, and for one that was asked a moment ago.
   * Once it has returned the mail is in the queue; if it died it can be asked for again at once.
   */
  return async (request: EmailSignUp): Promise<void> => {
    const askedAt = runtime.clock.now();
    for (let attempt = 0; attempt < tries; attempt += 1) {
      try {
        return await signUp(request, askedAt);
      } catch (error) {
        // Whoever was faster may have asked for the same mail, and may not have lived to queue it.
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new ContentionError(tries);
  };
};
