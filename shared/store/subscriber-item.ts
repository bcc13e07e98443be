import type { Subscriber, TipClaim } from '../domain/people/subscriber.ts';
import { isResting } from '../domain/tips/resting.ts';
import { readAlias, readClaim, readProfile } from '../schemas/stored-items.ts';
import { agreementsAttribute, agreementsOfItem } from './agreements-item.ts';
import { claimAttribute, claimOfItem } from './claim-item.ts';
import { courseAttribute, courseOfItem } from './course-item.ts';
import { definedOnly } from './defined-only.ts';
import { lastTipKey, profileKey, subscriberKey } from './keys.ts';
import { parsedItem } from './parsed-item.ts';
import { packKeys, unpackKeys } from './remembered-keys.ts';
import { silenceAttribute, silenceOfItem } from './silence-item.ts';
import { tableDefinition } from './table.ts';
import { readWaiting, waitingAttributes } from './waiting-item.ts';

/**
 * How long an unconfirmed sign-up is kept after it was last asked for, in seconds: an address that somebody typed into
 * the form is forgotten after a week.
 */
const pendingTtlSeconds = 7 * 86_400;

/**
 * The attributes of the due index, present only while a tip may come due, so that the index holds nobody else. A claim
 * leaves them as they are: somebody who was told goodbye by one, or that the programme is over, leaves with the next
 * write (send-tips).
 */
const dueAttributes = (subscriber: Subscriber): { zone?: string; due?: string } =>
  subscriber.status === 'active' && !isResting(subscriber)
    ? { zone: subscriber.zone, due: `${subscriber.time}#${dueChannel(subscriber)}#${subscriber.id}` }
    : {};

/**
 * The channel of the queue for a due subscriber. A mailbox that has not confirmed gets no mail, so its owner is on the
 * queue of texts, where one text offers tips by text instead.
 */
const dueChannel = (subscriber: Subscriber): 'sms' | 'email' =>
  subscriber.tipsBy === 'email' && subscriber.mailbox ? 'email' : 'sms';

/**
 * The item of a subscriber. The zone is stored twice: `home` is the fact, `zone` the key of the due index, absent when
 * nothing is due.
 */
export const subscriberItem = (subscriber: Subscriber): Record<string, unknown> => {
  const {
    id,
    zone,
    pendingMailbox: _named,
    signUp: _page,
    lastTip,
    course,
    silence,
    commands,
    zoneCandidates,
    clinic: _read,
    clinicAsked: _asked,
    research: _released,
    callMe: _called,
    ...rest
  } = subscriber;
  const agreements = agreementsAttribute(subscriber);
  return {
    PK: subscriberKey(id),
    SK: profileKey,
    ...rest,
    ...waitingAttributes(subscriber),
    // Their own zone is in `home` already.
    zoneCandidates: zoneCandidates.filter((candidate) => candidate !== zone),
    commands: packKeys(commands),
    ...(lastTip ? { lastTip: claimAttribute(lastTip) } : {}),
    ...(course ? { course: courseAttribute(course) } : {}),
    ...(silence ? { quiet: silenceAttribute(silence) } : {}),
    ...(agreements === undefined ? {} : { ok: agreements }),
    home: zone,
    ...dueAttributes(subscriber),
    ...(subscriber.status === 'pending'
      ? {
          [tableDefinition.timeToLive]:
            Math.ceil((subscriber.signUp?.askedAt ?? subscriber.joinedAt) / 1000) + pendingTtlSeconds,
        }
      : {}),
  };
};

/**
 * Reads the item at `SUB#<id> / PROFILE`: a subscriber, or the id that an alias points to.
 * @throws CorruptItemError
 */
export const readProfileItem = (id: string, item: unknown): Subscriber | { readonly alias: string } => {
  if (typeof item === 'object' && item !== null && 'alias' in item) return parsedItem('PROFILE', readAlias(item));
  const {
    home,
    zone: _dueZone,
    box,
    page,
    lastTip,
    course,
    quiet,
    commands,
    ok,
    ...rest
  } = parsedItem('PROFILE', readProfile(item));
  return definedOnly({
    ...rest,
    ...readWaiting(box, page, rest.mailbox),
    commands: unpackKeys(commands),
    ...(lastTip ? { lastTip: claimOfItem(lastTip) } : {}),
    ...(course ? { course: courseOfItem(course) } : {}),
    ...(quiet ? { silence: silenceOfItem(quiet) } : {}),
    // Older profiles have an attribute for each agreement.
    ...(ok === undefined ? {} : agreementsOfItem(ok)),
    id,
    zone: home,
  });
};

/** How long a last tip is kept, in seconds: two days after its claim its local date is over in every zone. */
const lastTipTtlSeconds = 2 * 86_400;

/**
 * The item that outlasts ERASE: the last tip of that address, so that somebody who joins again gets none on the same
 * day.
 */
export const lastTipItem = (id: string, lastTip: TipClaim): Record<string, unknown> => ({
  PK: subscriberKey(id),
  SK: lastTipKey,
  ...claimAttribute(lastTip),
  [tableDefinition.timeToLive]: Math.ceil(lastTip.claimedAt / 1000) + lastTipTtlSeconds,
});

/**
 * Reads the item at `SUB#<id> / LASTTIP`.
 * @throws CorruptItemError
 */
export const readLastTipItem = (item: unknown): TipClaim =>
  definedOnly(claimOfItem(parsedItem('LASTTIP', readClaim(item))));
