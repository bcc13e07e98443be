import type { AskedWith } from '../domain/people/cohort.ts';
import type { Consent } from '../domain/people/consent.ts';
import { type CountedSpan, hourOf, signUpsAnHour } from '../domain/people/limits.ts';
import { networkOf } from '../domain/people/network.ts';
import { networkPseudonym, pseudonymOf } from '../domain/people/pseudonym.ts';
import { askedOnPage, reasonToPutOff, wishOf, withMailQueued } from '../domain/people/sign-up.ts';
import {
  firstRev,
  type PendingSignUp,
  type SignUpWish,
  type Subscriber,
  type SubscriberId,
  type TipClaim,
} from '../domain/people/subscriber.ts';
import { epochOf } from '../domain/people/token.ts';
import { countryOfZone } from '../domain/people/zone-guess.ts';
import type { SendJob } from '../domain/tips/job.ts';
import type { Log, LogReason } from '../platform/log.ts';
import type { Runtime } from '../platform/runtime.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import { mailboxKeyOf } from './mailbox-key.ts';
import type { ProfileChanges } from './profile-changes.ts';
import type { ReplyStores } from './reply-stores.ts';
import { ContentionError } from './retry-on-conflict.ts';

export interface MailSignUpDeps {
  readonly stores: ReplyStores;
  readonly changes: ProfileChanges;
  readonly runtime: Runtime;
  readonly log: Log;
  readonly pepper: string;
  readonly sendLater: (job: SendJob) => Promise<void>;
}

/** A wish to be sent mails, from the sign-up page or a clinic's list. */
export interface EmailSignUp extends SignUpWish {
  readonly address: string;
  /** The address that the form was posted from, where that is known. */
  readonly source?: string;
  /** `desk`: from a clinic's list, whose limits are counted there; `how`: as the list says. */
  readonly consent: Pick<Consent, 'version' | 'where' | 'at' | 'how'>;
  /** Of somebody on a clinic's list, whom the mail tells why they get it. */
  readonly agreed?: AskedWith['agreed'];
}

/**
 * `asked`: the mailbox is asked to confirm, or is not, for a reason that the page keeps to itself, because strangers
 * must learn nothing about an address; `putOff` tells the desk that it was not. `full`: the form was filled in too
 * often this hour, from there or in all; `until` is when to try again (epoch ms).
 */
export type SignUpAnswer =
  | { readonly kind: 'asked'; readonly putOff?: true }
  | { readonly kind: 'full'; readonly until: number };
const asked: SignUpAnswer = { kind: 'asked' };

/** How often a write is tried while others write the same profile. */
const tries = 6;

const givenOf = ({ version, where, at, how }: EmailSignUp['consent']): Consent => ({
  at,
  act: 'given',
  version,
  where,
  ...(how === undefined ? {} : { how }),
});

/** The sign-up page: asks a mailbox to confirm. */
export const createMailSignUp = ({ stores, changes, runtime, log, pepper, sendLater }: MailSignUpDeps) => {
  /**
   * A pending profile for somebody new. It gets tips only once the mailbox confirms, and then with the wish that the
   * pressed link carries.
   */
  const newSubscriber = (id: SubscriberId, signUp: PendingSignUp, erasedTip: TipClaim | undefined): Subscriber => ({
    id,
    epoch: epochOf((length) => runtime.randomBytes(length)),
    rev: firstRev(signUp.askedAt),
    status: 'pending',
    signUp,
    tipsBy: 'email',
    ...wishOf(signUp),
    country: countryOfZone(signUp.zone),
    zoneSource: 'said',
    zoneCandidates: [],
    joinedAt: signUp.askedAt,
    ...(erasedTip ? { lastTip: erasedTip } : {}),
    position: 0,
    commands: [],
  });

  /** Logs why a mailbox is not asked. The page answers the same either way, so that it tells strangers nothing. */
  const putOff = (id: SubscriberId, reason: LogReason): SignUpAnswer => {
    log('info', 'sign-up-put-off', { id, reason, count: 1 });
    return { ...asked, putOff: true };
  };

  const full = (reason: LogReason, { until }: CountedSpan): SignUpAnswer => {
    log('warn', 'sign-up-put-off', { reason, count: 1 });
    return { kind: 'full', until };
  };

  /** Which limit a request exceeds: that of its network, of its mailbox, or of all; undefined for none. */
  const holdToLimits = async (
    { address, consent, source }: EmailSignUp,
    id: SubscriberId,
    primary: SubscriberId,
    askedAt: number,
  ): Promise<SignUpAnswer | undefined> => {
    const hour = hourOf(askedAt);
    const isFromDesk = consent.where === 'desk';
    const network = networkPseudonym(pepper, source === undefined ? 'unknown' : networkOf(source));
    if (!isFromDesk && !(await stores.limits.take(network, hour, signUpsAnHour.network)))
      return full('network-full', hour);
    const mailbox = mailboxKeyOf(pepper, address);
    // The id is part of the key because two spellings of one mailbox may ask in the same millisecond.
    if (!(await stores.confirmationMails.claim(mailbox, `web:${askedAt}:${id}`, askedAt)))
      return putOff(primary, 'too-many-today');
    // The limit that all share is counted last: a request that its own limit stops uses up nothing of it.
    if (!isFromDesk && !(await stores.limits.take('sign-ups', hour, signUpsAnHour.total)))
      return full('hour-full', hour);
    return undefined;
  };

  const signUp = async (request: EmailSignUp, askedAt: number): Promise<SignUpAnswer> => {
    const { address, consent } = request;
    const id = pseudonymOf(pepper, 'email', address);
    const { id: primary, subscriber, erasedTip, formerly } = await stores.persons.readAnyone(id, askedAt);
    const reason = subscriber?.status === 'erasing' ? 'erasing' : reasonToPutOff(subscriber?.signUp, address, askedAt);
    if (reason) return putOff(primary, reason);
    const held = await holdToLimits(request, id, primary, askedAt);
    if (held) return held;
    await stores.consents.put(primary, givenOf(consent), subscriber?.epoch);
    const page = askedOnPage(subscriber?.signUp, address, request, askedAt);
    // Nothing else of an existing subscriber changes before their mailbox has confirmed, because anybody can fill in
    // the form.
    const next = subscriber ? { ...subscriber, signUp: page } : newSubscriber(primary, page, erasedTip);
    const { code, agreed } = request;
    if (code !== undefined || agreed)
      await stores.cohorts.putAsked(primary, askedAt, {
        ...(code === undefined ? {} : { code }),
        ...(agreed ? { agreed } : {}),
      });
    await stores.subscribers.save(next, subscriber, formerly);
    await sendLater({ kind: 'confirmation', id: primary, epoch: next.epoch, by: 'page' });
    await changes.change(primary, (current) => withMailQueued(current, askedAt));
    return asked;
  };

  /**
   * Queues the confirmation mail, alike for a known and an unknown address, and for one that was asked a moment ago.
   * Once it has returned the mail is queued; if it died, the mail can be asked for again at once.
   */
  return async (request: EmailSignUp): Promise<SignUpAnswer> => {
    const askedAt = runtime.clock.now();
    for (let attempt = 0; attempt < tries; attempt += 1) {
      try {
        return await signUp(request, askedAt);
      } catch (error) {
        // The faster writer may have asked for the same mail and died before queueing it.
        if (!(error instanceof RevisionConflict)) throw error;
      }
    }
    throw new ContentionError(tries);
  };
};
