import { firstProgramme } from '../content/programmes.ts';
import { rememberedCommands } from '../domain/answering/conversation.ts';
import type { Cohort, GivenCode } from '../domain/people/cohort.ts';
import { type ConfirmClaims, isEpochOf, readConfirmToken } from '../domain/people/confirm-token.ts';
import { type ConfirmedLink, withConfirmedMailbox } from '../domain/people/confirmed-mailbox.ts';
import { consentWording } from '../domain/people/consent.ts';
import { takenOver } from '../domain/people/joined-subscription.ts';
import { type Asker, askedSince, askerOf } from '../domain/people/pending-mailbox.ts';
import { pseudonymOf, replyKey } from '../domain/people/pseudonym.ts';
import {
  type PendingMailbox,
  type PendingSignUp,
  type SignUpWish,
  type Subscriber,
  type SubscriberId,
  withAlias,
} from '../domain/people/subscriber.ts';
import { readToken, type TokenClaims, type TokenKeys } from '../domain/people/token.ts';
import { courseInto } from '../domain/tips/choose-tip.ts';
import { begunBy, type TipProgramme } from '../domain/tips/tip-programme.ts';
import type { CountMessages } from '../platform/metrics.ts';
import { RevisionConflict } from '../store/subscriber-store.ts';
import { carryCohort, confirmCohort, lookUpCode } from './join-cohort.ts';
import { createMailSignUp, type MailSignUpDeps } from './mail-sign-up.ts';

export interface EnrolmentDeps extends MailSignUpDeps {
  readonly count: CountMessages;
  readonly tokenKeys: TokenKeys;
  /** Takes an address off the provider's suppression list, now that its owner wants mail again. */
  readonly allowMail: (address: string) => Promise<void>;
}

/** What came of a confirmation link: `both-have-diaries`: two subscriptions that cannot become one; `gone`: the link opens nothing. */
export type Confirmation = 'confirmed' | 'both-have-diaries' | 'gone';

/** What pressing the button of a confirmation link would do. */
export interface ConfirmationRequest {
  /**
   * The phone or mailbox that asked for this one, and will read and write the same diary; left out if the mailbox asked
   * for itself.
   */
  readonly asker?: Asker;
  /** Whether the mailbox has a diary already, which whoever asked can then read. */
  readonly opensDiary: boolean;
  /** When tips would come, and in which language, where the sign-up page was filled in. */
  readonly wish?: SignUpWish;
  /** The code it was filled in with, looked up: whoever has the link has the mailbox. */
  readonly code?: GivenCode;
  /** The programme that it has them begin with, by language; left out: the one that everybody begins with. */
  readonly begins?: TipProgramme['choice'];
  /** The subscriber whom the link has confirmed already, if its button was pressed before. */
  readonly confirmed?: Subscriber;
}

/** A valid confirmation link, and what it stands for. */
interface OpenLink extends ConfirmedLink {
  readonly subscriber: Subscriber;
  readonly address: string;
  readonly mailId: SubscriberId;
  /** The subscriber whose mailbox it is now, if that is another one. */
  readonly holder?: Subscriber;
  /** What waits to be confirmed; none if the button was pressed before. */
  readonly request?: PendingMailbox | PendingSignUp;
}

/**
 * The request that a link with these claims was mailed for: the sign-up page's if the claims hold a wish, else a
 * reply's.
 */
const requestIn = (
  { signUp, pendingMailbox }: Subscriber,
  { wish }: Pick<ConfirmClaims, 'wish'>,
): PendingMailbox | PendingSignUp | undefined => (wish ? signUp : pendingMailbox);

/** The programme that a code has somebody begin with: somebody new alone. Who was here before goes on where they were. */
const begins = ({ status }: Pick<Subscriber, 'status'>, cohort: Cohort | undefined): TipProgramme | undefined =>
  status === 'pending' && cohort ? begunBy(cohort, firstProgramme()) : undefined;

/** Sign-up by mail, double opt-in, and leaving by link. */
export const createEnrolment = (deps: EnrolmentDeps) => {
  const { stores, changes, runtime, tokenKeys } = deps;
  const now = (): number => runtime.clock.now();

  /** Whether a link was mailed for the request that waits, or for an earlier one of the same mailbox. */
  const isLinkTo = (
    { epoch: enrolment }: Subscriber,
    request: PendingMailbox | PendingSignUp,
    { epoch, wish }: ConfirmClaims,
  ): boolean => isEpochOf(tokenKeys, epoch, enrolment, request.address, askedSince(request), wish);

  /** Whether the owner of a mailbox has left after it was asked to confirm for somebody else. */
  const hasLeftSince = async (holder: Subscriber | undefined, since: number): Promise<boolean> =>
    holder?.status === 'stopped' && (await stores.withdrawals.findSince(holder.id, since)).length > 0;

  /**
   * What a confirmation link opens; undefined unless it belongs to this enrolment and this mailbox, and was asked for
   * since anybody concerned left. A link that was used fits as long as it holds: pressing twice is no error.
   */
  const openLink = async (token: string): Promise<OpenLink | undefined> => {
    const claims = readConfirmToken(tokenKeys, token, now());
    const subscriber = claims && (await stores.persons.readSubscriber(claims.id));
    if (!subscriber || subscriber.status === 'erasing') return undefined;
    const { mailbox } = subscriber;
    if (subscriber.status === 'active' && mailbox?.link === claims.epoch) {
      const { address } = mailbox;
      return { subscriber, address, mailId: pseudonymOf(deps.pepper, 'email', address) };
    }
    const request = requestIn(subscriber, claims);
    if (!request || !isLinkTo(subscriber, request, claims)) return undefined;
    const { address } = request;
    const { epoch: name, wish } = claims;
    const mailId = pseudonymOf(deps.pepper, 'email', address);
    const holder = mailId === subscriber.id ? undefined : await stores.persons.readSubscriber(mailId);
    // A profile that is being erased must not be joined to another and so come back. The mailbox is free in a moment.
    if (holder?.status === 'erasing' || (await hasLeftSince(holder, askedSince(request)))) return undefined;
    return {
      subscriber,
      address,
      mailId,
      request,
      link: name,
      ...(holder ? { holder } : {}),
      ...(wish ? { wish } : {}),
    };
  };

  /**
   * Activates a mailbox that has confirmed: tips go there from now on, and an earlier mailbox is no longer an alias of
   * this person. False, with nothing done, if the profile has changed: a STOP that was faster holds.
   */
  const activate = async (
    id: SubscriberId,
    address: string,
    isAskedFor: (subscriber: Subscriber) => boolean,
    confirmed: ConfirmedLink = {},
  ): Promise<boolean> => {
    const before = await stores.persons.readSubscriber(id);
    const version = consentWording(confirmed.wish?.language ?? before?.language ?? 'en');
    await stores.consents.put(id, { at: now(), act: 'confirmed', version, where: 'email' }, before?.epoch);
    const asked = before && isAskedFor(before) ? requestIn(before, confirmed) : undefined;
    const cohort =
      before && asked && (await confirmCohort(stores, before, confirmed, { at: now(), askedAt: askedSince(asked) }));
    const earlier = before?.mailbox && pseudonymOf(deps.pepper, 'email', before.mailbox.address);
    if (earlier && earlier !== id && earlier !== pseudonymOf(deps.pepper, 'email', address)) {
      await stores.subscribers.deleteAlias(earlier, id);
    }
    const after = await changes.change(id, (subscriber) => {
      if (subscriber.status === 'erasing' || !isAskedFor(subscriber)) return undefined;
      const next = withConfirmedMailbox(subscriber, address, confirmed, now());
      const begun = begins(subscriber, cohort);
      return begun ? { ...next, course: courseInto(next, begun, firstProgramme()) } : next;
    });
    if (after) await deps.allowMail(address);
    return after !== undefined;
  };

  /** Whether the profile still waits for the mailbox that the link was mailed to. */
  const waitsFor =
    (link: OpenLink) =>
    (subscriber: Subscriber): boolean => {
      const current = requestIn(subscriber, link);
      return current !== undefined && link.request !== undefined && askedSince(current) === askedSince(link.request);
    };

  /**
   * The commands that a profile remembers, with those that were handled under another id. The last of the list may be
   * taken for unfinished (unfinished-command.ts) and be finished a second time. So the profile's own last command stays
   * last; if it has none, the joining itself does, under a key that no message has.
   */
  const withHandled = (own: readonly string[], phone: Subscriber, said: readonly string[]): readonly string[] => {
    const others = [...new Set([...phone.commands, ...said])].filter((key) => !own.includes(key));
    const joining = replyKey('email', `joined by ${phone.id}`);
    return [...others, ...(own.length === 0 ? [joining] : own)].slice(-rememberedCommands);
  };

  /** Joins a phone without a diary to the mailbox's own subscription. */
  const joinToMailbox = async (phone: Subscriber, mailbox: Subscriber, address: string): Promise<Confirmation> => {
    // The phone's own subscription gets no tips from here on. If this fails half-way, the link still opens and does the
    // rest.
    const silenced: Subscriber = { ...phone, status: 'stopped', stopReason: 'opt-out' };
    if (phone.status === 'active') await stores.subscribers.save(silenced, phone);
    const earlierPhone = mailbox.phone && pseudonymOf(deps.pepper, 'sms', mailbox.phone.number);
    if (earlierPhone && earlierPhone !== phone.id) await stores.subscribers.deleteAlias(earlierPhone, mailbox.id);
    // The phone's replies stand under its own id. The mailbox's profile remembers their keys, so that a redelivery, or
    // reconcile-inbound, finds them handled.
    const said = (await stores.persons.readEvents(phone.id, phone.epoch)).map(({ key }) => key);
    await changes.change(mailbox.id, (subscriber) => ({
      ...withAlias(subscriber, phone.id),
      commands: withHandled(subscriber.commands, phone, said),
      ...(phone.phone ? { phone: phone.phone } : {}),
      ...takenOver(subscriber, phone),
    }));
    await carryCohort(stores, phone, mailbox);
    const isAsBefore = ({ status }: Subscriber): boolean => status === 'active' || status === mailbox.status;
    if (!(await activate(mailbox.id, address, isAsBefore))) return 'gone';
    await stores.subscribers.replaceByAlias(
      { ...phone, rev: phone.rev + (phone.status === 'active' ? 1 : 0) },
      mailbox.id,
    );
    return 'confirmed';
  };

  const hasDiary = async ({ id, epoch }: Subscriber): Promise<boolean> =>
    (await stores.persons.readEvents(id, epoch)).some(({ kind }) => kind === 'score' || kind === 'note');

  const confirmOther = async (link: OpenLink): Promise<Confirmation> => {
    const { subscriber, address, mailId, holder } = link;
    if (!holder || holder.status === 'pending' || !(await hasDiary(holder))) {
      // The mailbox is nobody's, or its subscription has no diary: its id becomes an alias of this subscriber.
      const named = await changes.change(subscriber.id, (current) =>
        current.status === 'erasing'
          ? undefined
          : { ...withAlias(current, mailId), ...(holder ? takenOver(current, holder) : {}) },
      );
      if (!named) return 'gone';
      if (holder) await carryCohort(stores, holder, subscriber);
      if (holder) await stores.subscribers.replaceByAlias(holder, subscriber.id);
      else await stores.subscribers.putAlias(mailId, subscriber.id);
      return (await activate(subscriber.id, address, waitsFor(link), link)) ? 'confirmed' : 'gone';
    }
    return (await hasDiary(subscriber)) ? 'both-have-diaries' : joinToMailbox(subscriber, holder, address);
  };

  const confirm = async (token: string): Promise<Confirmation> => {
    const link = await openLink(token);
    if (!link) return 'gone';
    const { subscriber, address, mailId } = link;
    if (!link.request) {
      // The button was pressed before. This is the one step that the first press may have failed at.
      await deps.allowMail(address);
      return 'confirmed';
    }
    try {
      if (mailId !== subscriber.id) return await confirmOther(link);
      return (await activate(subscriber.id, address, waitsFor(link), link)) ? 'confirmed' : 'gone';
    } catch (error) {
      if (!(error instanceof RevisionConflict)) throw error;
      // Somebody else has that mailbox by now.
      return 'both-have-diaries';
    }
  };

  const readConfirmation = async (token: string): Promise<ConfirmationRequest | undefined> => {
    const link = await openLink(token);
    if (!link?.request) return link && { opensDiary: false, confirmed: link.subscriber };
    const asker = link.wish ? undefined : askerOf(link.subscriber);
    const { holder, wish } = link;
    const opensDiary = holder !== undefined && holder.status !== 'pending' && (await hasDiary(holder));
    const code = wish?.code === undefined ? undefined : await lookUpCode(stores, wish.code);
    const choice = begins(link.subscriber, code?.cohort)?.choice;
    return {
      ...(asker ? { asker } : {}),
      ...(wish ? { wish } : {}),
      ...(code ? { code } : {}),
      ...(choice ? { begins: choice } : {}),
      opensDiary,
    };
  };

  /**
   * The subscriber who gets tips now that the button of a confirmation link was pressed; if two subscriptions were
   * joined, the joined one.
   */
  const readConfirmed = async (token: string): Promise<Subscriber | undefined> => {
    const claims = readConfirmToken(tokenKeys, token, now());
    const { subscriber } = claims ? await stores.persons.readAnyone(claims.id, now()) : {};
    return subscriber?.status === 'active' ? subscriber : undefined;
  };

  /** An unsubscribe link ignores the epoch and never expires: it opts out whoever has that address now. */
  const unsubscribeClaims = (token: string): TokenClaims | undefined =>
    readToken(tokenKeys, 'unsubscribe', token, now());

  return {
    signUpByEmail: createMailSignUp(deps),
    /** What the button of a confirmation link would do; undefined if the link opens nothing. */
    readConfirmation,
    confirm,
    readConfirmed,
    canUnsubscribe: async (token: string): Promise<boolean> => unsubscribeClaims(token) !== undefined,
    /** Opts out on every channel. False only if the link is not one of ours. */
    unsubscribe: async (token: string): Promise<boolean> => {
      const claims = unsubscribeClaims(token);
      if (!claims) return false;
      const { id } = await stores.persons.readAnyone(claims.id, now());
      // The link is in mails only.
      if (await changes.stop(id, 'opt-out', 'web')) deps.count('email', { optOuts: 1 });
      return true;
    },
  };
};

/** Sign-up by mail, its confirmation, and unsubscribing. */
export type Enrolment = ReturnType<typeof createEnrolment>;
