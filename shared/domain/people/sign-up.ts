import { minutesOf } from '../time/local-time.ts';
import { canonicalZone } from '../time/zone-clock.ts';
import { fromBase32, toBase32 } from './base32.ts';
import { readCode } from './cohort.ts';
import { askedSince, isSameMailbox } from './pending-mailbox.ts';
import { languages, type PendingSignUp, type SignUpWish, type Subscriber } from './subscriber.ts';
import { countryOfZone } from './zone-guess.ts';

/** The wish of a sign-up as one text, for a link and for the hash that the link carries. */
const textOf = ({ language, time, zone, code }: SignUpWish): string =>
  [language, time, zone, ...(code === undefined ? [] : [code])].join(' ');

/** A wish as part of a link, in the alphabet of tokens. */
export const encodeWish = (wish: SignUpWish): string => toBase32(Buffer.from(textOf(wish)));

/** Reads the wish in a link; undefined if it is none. Only the token tells whether it is the one that was mailed. */
export const decodeWish = (encoded: string): SignUpWish | undefined => {
  const bytes = fromBase32(encoded);
  const [said, time = '', zone = '', code, ...more] = bytes ? Buffer.from(bytes).toString('utf8').split(' ') : [];
  const language = languages.find((one) => one === said);
  const isTime = /^\d\d:\d\d$/.test(time) && minutesOf(time) < 24 * 60;
  if (!language || !isTime || more.length > 0 || canonicalZone(zone) === undefined) return undefined;
  if (code !== undefined && readCode(code) !== code) return undefined;
  return { language, time, zone, ...(code === undefined ? {} : { code }) };
};

/** The part of a wish that a profile stores. */
export const wishOf = ({ language, time, zone }: SignUpWish): Omit<SignUpWish, 'code'> => ({ language, time, zone });

/** The profile with the wish that its owner has confirmed. For somebody new the zone also tells the country. */
export const withWish = (subscriber: Subscriber, wish: SignUpWish, isNew: boolean): Subscriber => ({
  ...subscriber,
  ...wishOf(wish),
  ...(isNew ? { country: countryOfZone(wish.zone) } : {}),
  zoneSource: 'said',
  zoneCandidates: [],
});

/**
 * The request of a sign-up page that was filled in, for the first time or again. An earlier mail stays valid for what
 * it says.
 */
export const askedOnPage = (
  before: PendingSignUp | undefined,
  address: string,
  wish: SignUpWish,
  askedAt: number,
): PendingSignUp => ({
  address,
  askedAt,
  ...(before && isSameMailbox(before.address, address) ? { since: askedSince(before) } : {}),
  unqueued: true,
  ...wishOf(wish),
});

/**
 * The least time between two confirmation mails to one mailbox, in ms: a form that anybody can fill in must not flood
 * somebody.
 */
const mailsApartMs = 10 * 60_000;
/** How long a request waits, in ms: as long as the link in its mail works. */
const waitsForMs = 7 * 86_400_000;

/** Why the sign-up page sends no mail now. */
export type PutOff =
  /** The mailbox was asked a moment ago, and its mail is certainly on the way. */
  | 'asked-a-moment-ago'
  /**
   * Another mailbox of the same person has a link that still works: only one waits at a time, and none is dropped for
   * another.
   */
  | 'another-waits';

/** Why the page must not, or need not, ask a mailbox now; undefined if it may. */
export const reasonToPutOff = (asked: PendingSignUp | undefined, address: string, now: number): PutOff | undefined => {
  if (!asked) return undefined;
  const since = now - asked.askedAt;
  if (!isSameMailbox(asked.address, address)) return since < waitsForMs ? 'another-waits' : undefined;
  return !asked.unqueued && since < mailsApartMs ? 'asked-a-moment-ago' : undefined;
};

/**
 * The profile once the mail that was asked for at that instant is queued; undefined if the profile by now waits for
 * another mail, or for none.
 */
export const withMailQueued = (subscriber: Subscriber, askedAt: number): Subscriber | undefined => {
  if (!subscriber.signUp?.unqueued || subscriber.signUp.askedAt !== askedAt) return undefined;
  const { unqueued: _, ...signUp } = subscriber.signUp;
  return { ...subscriber, signUp };
};
