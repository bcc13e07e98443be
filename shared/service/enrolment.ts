import { type Consent, consentVersion } from '../domain/consent.ts';
import { phoneIsInDoubt } from '../domain/conversation/subscribe.ts';
import type { SendJob } from '../domain/job.ts';
import { confirmationEpochOf } from '../domain/links.ts';
import type { LocalTime } from '../domain/local-time.ts';
import { pseudonymOf } from '../domain/pseudonym.ts';
import type { Language, Subscriber, SubscriberId } from '../domain/subscriber.ts';
import { epochOf, readToken, type TokenClaims } from '../domain/token.ts';
import { countryOfZone } from '../domain/zone-guess.ts';
import type { Runtime } from '../runtime.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import type { ProfileChanges } from './profile-changes.ts';
import type { ReplyStores } from './reply-stores.ts';

export interface EnrolmentDeps {
  readonly stores: ReplyStores;
  readonly changes: ProfileChanges;
  readonly runtime: Runtime;
  readonly pepper: string;
  readonly tokenKey: string;
  readonly sendLater: (job: SendJob) => Promise<void>;
  /** Takes an address off the provider's suppression list, now that its owner wants mail again. */
  readonly allowMail: (address: string) => Promise<void>;
}

export interface EmailSignUp {
  readonly address: string;
  readonly language: Language;
  readonly zone: string;
  readonly time: LocalTime;
  readonly consent: { readonly version: string; readonly where: Consent['where']; readonly at: number };
}

export type Confirmation = 'confirmed' | 'both-have-diaries' | 'gone';

/** Between two confirmation mails to one mailbox: a form that anybody can fill in must not flood somebody. */
const mailsApartMs = 10 * 60_000;

/** Sign-up by mail, double opt-in, and leaving by link. */
export const createEnrolment = (deps: EnrolmentDeps) => {
  const { stores, changes, runtime, tokenKey } = deps;
  const now = (): number => runtime.clock.now();

  const newSubscriber = (id: SubscriberId, request: EmailSignUp): Subscriber => ({
    id,
    epoch: epochOf((length) => runtime.randomBytes(length)),
    rev: 0,
    status: 'pending',
    pendingMailbox: { address: request.address, askedAt: now() },
    tipsBy: 'email',
    language: request.language,
    country: countryOfZone(request.zone),
    zone: request.zone,
    zoneSource: 'said',
    zoneCandidates: [],
    time: request.time,
    joinedAt: now(),
    position: 0,
    commands: [],
  });

  /** What a sign-up makes of a profile that is there already. Nobody's running subscription changes before the mailbox confirms. */
  const askedAgain = (subscriber: Subscriber, request: EmailSignUp): Subscriber => {
    const pendingMailbox = { address: request.address, askedAt: now() };
    if (subscriber.status === 'active') return { ...subscriber, pendingMailbox };
    const { zone, time, language } = request;
    // A sign-up that was never confirmed is forgotten a week after it was asked for last.
    const asked = subscriber.status === 'pending' ? { joinedAt: now() } : {};
    return { ...subscriber, ...asked, pendingMailbox, zone, zoneSource: 'said', zoneCandidates: [], time, language };
  };

  /** Reads the subscriber that a confirmation link is of, if it is to this enrolment and this address. */
  const readConfirmation = async (token: string): Promise<{ subscriber: Subscriber; address: string } | undefined> => {
    const claims = readToken(tokenKey, 'confirm', token, now());
    const subscriber = claims && (await stores.persons.readSubscriber(claims.id));
    if (!subscriber || subscriber.status === 'erasing') return undefined;
    // A link that was pressed already still fits the mailbox it confirmed: pressing twice is no error.
    const address = [subscriber.pendingMailbox?.address, subscriber.mailbox?.address].find(
      (candidate) => candidate && confirmationEpochOf(tokenKey, subscriber.epoch, candidate) === claims.epoch,
    );
    return address ? { subscriber, address } : undefined;
  };

  /** The mailbox has confirmed: tips go there from now on, and a mailbox before it is no longer a name of this person. */
  const activate = async (id: SubscriberId, address: string): Promise<void> => {
    await stores.consents.put(id, { at: now(), act: 'confirmed', version: consentVersion, where: 'email' });
    const before = await stores.persons.readSubscriber(id);
    const earlier = before?.mailbox && pseudonymOf(deps.pepper, 'email', before.mailbox.address);
    if (earlier && earlier !== id && earlier !== pseudonymOf(deps.pepper, 'email', address)) {
      await stores.subscribers.deleteAlias(earlier, id);
    }
    await changes.change(id, (subscriber) => {
      if (subscriber.status === 'erasing') return undefined;
      const { pendingMailbox: _asked, stopReason: _past, phone, ...kept } = subscriber;
      const began = subscriber.status === 'active' ? {} : { status: 'active' as const, joinedAt: now() };
      // A phone that may have a new owner is left behind: neither is it texted again, nor is it shown the diary.
      const ownPhone = phone && !phoneIsInDoubt(subscriber) ? { phone } : {};
      return { ...kept, ...ownPhone, ...began, mailbox: { address }, tipsBy: 'email' };
    });
    await deps.allowMail(address);
  };

  /** The later of two last tips: two subscriptions that become one have had their tip of the day if either has. */
  const laterTip = (one: Subscriber, other: Subscriber): Pick<Subscriber, 'lastTip'> => {
    const [last] = [one.lastTip, other.lastTip]
      .filter((tip) => tip !== undefined)
      .sort((a, b) => (a.date === b.date ? b.claimedAt - a.claimedAt : a.date < b.date ? 1 : -1));
    return last ? { lastTip: last } : {};
  };

  /** Joins a phone without a diary to the mailbox's own subscription. */
  const joinToMailbox = async (phone: Subscriber, mailbox: Subscriber, address: string): Promise<void> => {
    // No tips by the phone's own subscription from here on; should this die half-way, the link still opens.
    const silenced: Subscriber = { ...phone, status: 'stopped', stopReason: 'opt-out' };
    if (phone.status === 'active') await stores.subscribers.save(silenced, phone);
    const earlierPhone = mailbox.phone && pseudonymOf(deps.pepper, 'sms', mailbox.phone.number);
    if (earlierPhone && earlierPhone !== phone.id) await stores.subscribers.deleteAlias(earlierPhone, mailbox.id);
    await changes.change(mailbox.id, (subscriber) => ({
      ...subscriber,
      ...(phone.phone ? { phone: phone.phone } : {}),
      ...laterTip(subscriber, phone),
    }));
    await activate(mailbox.id, address);
    await stores.subscribers.replaceByAlias(
      { ...phone, rev: phone.rev + (phone.status === 'active' ? 1 : 0) },
      mailbox.id,
    );
  };

  const hasDiary = async ({ id, epoch }: Subscriber): Promise<boolean> =>
    (await stores.persons.readEvents(id, epoch)).some(({ kind }) => kind === 'score' || kind === 'note');

  const confirmOther = async (subscriber: Subscriber, address: string, mailId: SubscriberId): Promise<Confirmation> => {
    const holder = await stores.persons.readSubscriber(mailId);
    // What is being deleted must not come back by being joined; in a moment the mailbox is free.
    if (holder?.status === 'erasing') return 'gone';
    if (!holder || holder.status === 'pending' || !(await hasDiary(holder))) {
      // Nobody, or a subscription without a diary: the mailbox becomes another name of this subscriber.
      if (holder) {
        await changes.change(subscriber.id, (current) => ({ ...current, ...laterTip(current, holder) }));
        await stores.subscribers.replaceByAlias(holder, subscriber.id);
      } else await stores.subscribers.putAlias(mailId, subscriber.id);
      await activate(subscriber.id, address);
      return 'confirmed';
    }
    if (await hasDiary(subscriber)) return 'both-have-diaries';
    await joinToMailbox(subscriber, holder, address);
    return 'confirmed';
  };

  const confirm = async (token: string): Promise<Confirmation> => {
    const found = await readConfirmation(token);
    if (!found) return 'gone';
    const { subscriber, address } = found;
    const mailId = pseudonymOf(deps.pepper, 'email', address);
    try {
      if (mailId !== subscriber.id) return await confirmOther(subscriber, address, mailId);
      await activate(subscriber.id, address);
      return 'confirmed';
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      // Somebody else has that mailbox by now.
      return 'both-have-diaries';
    }
  };

  /** An unsubscribe link ignores the epoch and never expires: it always opts out whoever is there. */
  const unsubscribeClaims = (token: string): TokenClaims | undefined =>
    readToken(tokenKey, 'unsubscribe', token, now());

  return {
    /** Queues the confirmation mail. The same for a known and an unknown address, and for one that was asked a moment ago. */
    signUpByEmail: async (request: EmailSignUp): Promise<void> => {
      const id = pseudonymOf(deps.pepper, 'email', request.address);
      const { id: primary, subscriber } = await stores.persons.readCorrespondent(id, now());
      const asked = subscriber?.pendingMailbox;
      const sameMailbox = asked?.address.toLowerCase() === request.address.toLowerCase();
      if (subscriber?.status === 'erasing' || (sameMailbox && asked && now() - asked.askedAt < mailsApartMs)) return;
      const { version, where, at } = request.consent;
      await stores.consents.put(primary, { at, act: 'given', version, where });
      const next = subscriber ? askedAgain(subscriber, request) : newSubscriber(primary, request);
      try {
        await stores.subscribers.save(next, subscriber);
      } catch (error) {
        // Whoever was faster has asked for the same mail.
        if (error instanceof RevisionConflict) return;
        throw error;
      }
      await deps.sendLater({ kind: 'confirmation', id: primary, epoch: next.epoch });
    },
    canConfirm: async (token: string): Promise<boolean> => (await readConfirmation(token)) !== undefined,
    confirm,
    canUnsubscribe: async (token: string): Promise<boolean> => unsubscribeClaims(token) !== undefined,
    /** Opts out on every channel. False only if the link is not one of ours. */
    unsubscribe: async (token: string): Promise<boolean> => {
      const claims = unsubscribeClaims(token);
      if (!claims) return false;
      const { id } = await stores.persons.readCorrespondent(claims.id, now());
      await changes.stop(id, 'opt-out', 'web');
      return true;
    },
  };
};

export type Enrolment = ReturnType<typeof createEnrolment>;
