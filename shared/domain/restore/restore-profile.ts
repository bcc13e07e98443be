import { withConfirmedMailbox } from '../people/confirmed-mailbox.ts';
import { endedSubscription } from '../people/ended-subscription.ts';
import { firstRev, possibleZones, type Subscriber, type SubscriberId } from '../people/subscriber.ts';
import { guessZones } from '../people/zone-guess.ts';
import { earliestAllowedTime } from '../time/sending-window.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { type Fate, isTheirOwn, type LastStatus } from './fate.ts';

/** What restoring a profile depends on besides the profile. */
export interface RestoreContext {
  /** Epoch ms. */
  readonly now: number;
  readonly fateOf: (id: SubscriberId) => Fate | undefined;
  /** Makes the pseudonym of an address. */
  readonly phoneId: (number: string) => SubscriberId;
  readonly mailboxId: (address: string) => SubscriberId;
  /** Draws an epoch for a new enrolment whose own the ledger does not know. */
  readonly drawEpoch: () => string;
}

const defaultTime = '09:00';

/**
 * Holds today's tip back: the outcomes since the backup are unknown, and nobody may get two on one local day. Somebody
 * who is known to have had today's tip needs no pause.
 */
const resting = (subscriber: Subscriber, now: number): Subscriber => {
  const dates = possibleZones(subscriber).map((zone) => localDateTime(zone, now).date);
  const today = dates.toSorted().at(-1) ?? '';
  if ((subscriber.pausedUntil ?? '') >= today || subscriber.lastTip?.date === today) return subscriber;
  return { ...subscriber, pausedUntil: today };
};

/**
 * The profile of an enrolment that began after the backup, at an address that the backup knows: that address, and
 * nothing else from before.
 */
const enrolledAnew = (
  { id, language }: Pick<Subscriber, 'id' | 'language'>,
  number: string,
  { epoch, at, rev }: Pick<LastStatus, 'epoch' | 'at' | 'rev'>,
): Subscriber => {
  const { zones, country } = guessZones(number);
  return {
    id,
    epoch,
    rev,
    status: 'active',
    phone: { number },
    tipsBy: 'sms',
    language,
    country,
    zone: zones[0],
    zoneSource: 'guess',
    zoneCandidates: zones,
    time: earliestAllowedTime(zones, defaultTime, at),
    joinedAt: at,
    silence: { since: localDateTime(zones[0], at).date },
    position: 0,
    commands: [],
  };
};

const withEpoch = (subscriber: Subscriber, { epoch, at, rev }: LastStatus, context: RestoreContext) => {
  const { phone, mailbox, id } = subscriber;
  if (phone && context.phoneId(phone.number) === id) return enrolledAnew(subscriber, phone.number, { epoch, at, rev });
  if (!mailbox || context.mailboxId(mailbox.address) !== id) return undefined;
  const { zone, zoneSource, zoneCandidates, time, language, country } = subscriber;
  const kept = { id, mailbox: { address: mailbox.address }, zone, zoneSource, zoneCandidates, time, language, country };
  const silence = { since: localDateTime(zone, at).date };
  const begun = { epoch, rev, joinedAt: at, silence, position: 0, commands: [] };
  return { ...kept, ...begun, status: 'active', tipsBy: 'email' } satisfies Subscriber;
};

/**
 * The profile of somebody who came back, by the channel on which they said so; undefined if the backup has no address
 * for it.
 */
const cameBack = (subscriber: Subscriber, fate: Fate, { at }: LastStatus): Subscriber | undefined => {
  const { signUp, pendingMailbox } = subscriber;
  const asked = signUp ?? pendingMailbox;
  if (subscriber.status === 'pending') {
    if (!asked) return undefined;
    return withConfirmedMailbox(subscriber, asked.address, signUp ? { wish: signUp } : {}, at);
  }
  const { stopReason: _past, pausedUntil: _pause, ...kept } = subscriber;
  const by = fate.consents.findLast(({ act }) => act === 'given' || act === 'confirmed')?.where;
  const channelOfConsent = by === 'sms' || by === 'provider' ? 'sms' : 'email';
  const tipsBy = by === undefined ? kept.tipsBy : channelOfConsent;
  if (!(tipsBy === 'sms' ? kept.phone : kept.mailbox)) return undefined;
  const silence = { since: localDateTime(kept.zone, at).date };
  return { ...kept, status: 'active', tipsBy, joinedAt: at, silence };
};

/** The subscription as the ledger says it stands; undefined if nobody can be restored. */
const followed = (subscriber: Subscriber, fate: Fate, context: RestoreContext): Subscriber | undefined => {
  const { last, anewAt, leftAt } = fate;
  const isNews = last !== undefined && last.rev > subscriber.rev;
  const current = isNews && last.epoch !== subscriber.epoch ? withEpoch(subscriber, last, context) : subscriber;
  if (!current) return undefined;
  if (anewAt !== undefined && anewAt > current.joinedAt && current.status === 'active') {
    const began = { status: 'active', epoch: context.drawEpoch(), at: anewAt, rev: firstRev(anewAt) } as const;
    return withEpoch(current, began, context);
  }
  if (leftAt !== undefined && leftAt > current.joinedAt && current.status === 'active')
    return endedSubscription(current, 'opt-out');
  if (!isNews) return current;
  if (last.status === 'stopped') return endedSubscription(current, last.reason ?? 'opt-out');
  return current.status === 'active' ? current : cameBack(current, fate, last);
};

/** Removes addresses that have become other people's since: their present owner must get nothing of this person's. */
const partedFrom = (subscriber: Subscriber, { fateOf, phoneId, mailboxId }: RestoreContext): Subscriber => {
  const { phone, mailbox, ...rest } = subscriber;
  const isOthers = (id: SubscriberId): boolean => id !== subscriber.id && isTheirOwn(fateOf(id));
  const ownPhone = phone && !isOthers(phoneId(phone.number)) ? phone : undefined;
  const ownMailbox = mailbox && !isOthers(mailboxId(mailbox.address)) ? mailbox : undefined;
  if (ownPhone === phone && ownMailbox === mailbox) return subscriber;
  if (ownPhone) return { ...rest, phone: ownPhone, tipsBy: 'sms' };
  return ownMailbox ? { ...rest, mailbox: ownMailbox, tipsBy: 'email' } : endedSubscription(rest, 'wrong-number');
};

/**
 * The profile of somebody who has joined since with a number that the backup has under another person: it begins with
 * nothing from before.
 */
const newOwner = ({ phone, id, language }: Subscriber, context: RestoreContext): readonly Subscriber[] => {
  const owner = phone && context.phoneId(phone.number);
  const fate = owner === undefined || owner === id ? undefined : context.fateOf(owner);
  if (!phone || !owner || !isTheirOwn(fate) || fate?.last?.status !== 'active') return [];
  return [resting(enrolledAnew({ id: owner, language }, phone.number, fate.last), context.now)];
};

/** Applies a CLINIC NO or RESEARCH NO since the backup; a yes is not restored, so they have to say it again. */
const withoutTakenBack = (subscriber: Subscriber, { consents }: Fate): Subscriber => {
  const isTakenBack = (agreement: 'clinic' | 'research'): boolean =>
    consents.findLast(({ act }) => act.startsWith(`${agreement}-`))?.act === `${agreement}-withdrawn`;
  return {
    ...subscriber,
    ...(isTakenBack('clinic') ? { clinic: 'no' } : {}),
    ...(isTakenBack('research') ? { research: 'no' } : {}),
  };
};

/**
 * The profiles that replace one of a backup, after everything its owner has said since, according to the ledger: none
 * if they were erased; two if their number is another person's by now. Nobody restored gets a tip today.
 */
export const restoreProfile = (backup: Subscriber, context: RestoreContext): readonly Subscriber[] => {
  const fate = context.fateOf(backup.id);
  const others = newOwner(backup, context);
  const erasedSince = fate?.erased !== undefined && backup.rev <= fate.erased.rev;
  if (backup.status === 'erasing' || erasedSince) {
    const anew = fate?.last ? withEpoch(backup, fate.last, context) : undefined;
    const back =
      anew && fate?.last?.status === 'stopped' ? endedSubscription(anew, fate.last.reason ?? 'opt-out') : anew;
    return [...(back ? [resting(back, context.now)] : []), ...others];
  }
  const own = fate ? followed(backup, fate, context) : backup;
  if (!own) return [endedSubscription(backup, backup.stopReason ?? 'opt-out'), ...others];
  const agreed = fate && own.epoch === backup.epoch ? withoutTakenBack(own, fate) : own;
  const rev = Math.max(agreed.rev, fate?.last?.rev ?? 0);
  return [{ ...resting(partedFrom(agreed, context), context.now), rev }, ...others];
};
