import type { LocalDate, LocalTime } from '../time/local-time.ts';
import type { Course } from '../tips/course.ts';
import type { Prompt } from '../tips/prompt.ts';
import type { Silence } from '../tips/silence-step.ts';

/** The pseudonym of a phone number or mailbox (pseudonym.ts): the only name of a person outside the table. */
export type SubscriberId = string;

/** How somebody is reached. */
export type Channel = 'sms' | 'email';

/** The languages of the service, English first. */
export const languages = ['en', 'fr'] as const;

/** A language of the service. */
export type Language = (typeof languages)[number];

/**
 * Where a subscription stands.
 * `pending`: signed up on the web, the mailbox has not confirmed. `active`: gets tips (unless paused).
 * `stopped`: opted out, on every channel. `erasing`: being deleted, reads as if gone.
 */
export type SubscriptionStatus = 'pending' | 'active' | 'stopped' | 'erasing';

/** Why nothing more is sent, which tells JOIN whether the old diary may be shown again (docs/design.md#section-5). */
export type StopReason = 'opt-out' | 'wrong-number' | 'carrier-opt-out' | 'unreachable' | 'bounce' | 'complaint';

/** A phone that has texted us. */
export interface Phone {
  readonly number: string;
}

/** A mailbox whose owner pressed the button in the confirmation mail. */
export interface Mailbox {
  readonly address: string;
  /** The epoch of the link that confirmed it, so that pressing its button again is no error. */
  readonly link?: string | undefined;
}

/** A mailbox that was named and has not confirmed; it gets nothing but the confirmation mail. */
export interface PendingMailbox {
  readonly address: string;
  /** When the confirmation mail was last asked for, epoch ms. */
  readonly askedAt: number;
  /** When it was first asked for, if it was asked for again since: the link in the first mail still works. */
  readonly since?: number | undefined;
  /** The key of the reply that asked for it last. */
  readonly askedBy?: string | undefined;
}

/** What the sign-up page asks for besides a mailbox: a place, a time and a language. */
export interface SignUpWish {
  readonly zone: string;
  readonly time: LocalTime;
  readonly language: Language;
  /** The code on a clinic's card. For a waiting sign-up it is stored beside the profile (cohort-store.ts). */
  readonly code?: string;
}

/**
 * What the sign-up page was filled in with, by anybody: none of it takes effect before the mailbox has confirmed. It is
 * stored beside what the owner asked for themselves, so that a stranger at the page takes nothing from them.
 */
export interface PendingSignUp extends SignUpWish {
  readonly address: string;
  /** When the confirmation mail was last asked for, epoch ms. */
  readonly askedAt: number;
  /** When it was first asked for, if it was asked for again since: the link in the first mail still works. */
  readonly since?: number | undefined;
  /** Set while it is unknown whether the mail is queued; until then somebody who asks again is not put off. */
  readonly unqueued?: true | undefined;
}

/**
 * The claim of the one tip a local day may have. `claimed` until its outcome is stored at TIP#date. `released`:
 * certainly not accepted, so it may be claimed again. `failing`: it failed, like those of the days before, and tips to
 * that address are paused.
 */
export interface TipClaim {
  readonly date: LocalDate;
  /** The tip of that day; for a day with a prompt in its place, the last tip before it, or none. */
  readonly tip: string;
  /** The prompt that came in place of the tip. */
  readonly prompt?: Prompt | undefined;
  /** The queue message that claimed it; a reply that asked for it (TIP) claims it as `reply`. */
  readonly owner: string;
  readonly claimedAt: number;
  readonly state: 'claimed' | 'released' | 'failing';
  readonly channel: Channel;
}

/**
 * An answer to an agreement besides the one to messages. The consent itself, with its wording, is an item of its own.
 */
export type Agreement = 'yes' | 'no';

/** A subscriber: the item `SUB#<id> / PROFILE`. */
export interface Subscriber {
  readonly id: SubscriberId;
  /**
   * Random per enrolment, and part of every page key and token, so that old links and a recycled number open nothing.
   */
  readonly epoch: string;
  /** Grows by one with every write of the profile, from `firstRev` on; each write is conditional on the value that was read. */
  readonly rev: number;
  readonly status: SubscriptionStatus;
  readonly stopReason?: StopReason;
  readonly phone?: Phone;
  readonly mailbox?: Mailbox;
  /** A mailbox that a reply of theirs named. */
  readonly pendingMailbox?: PendingMailbox;
  /** A mailbox of theirs that somebody filled in the sign-up page with. */
  readonly signUp?: PendingSignUp;
  /** The channel of the tips, once it is confirmed. */
  readonly tipsBy: Channel;
  readonly language: Language;
  /** The country whose emergency and crisis numbers they are given, ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly zone: string;
  /** `guess` if the zone comes from the number; the sending window is then the intersection over `zoneCandidates`. */
  readonly zoneSource: 'guess' | 'said';
  readonly zoneCandidates: readonly string[];
  readonly time: LocalTime;
  readonly joinedAt: number;
  /** No tips up to and including this local date. */
  readonly pausedUntil?: LocalDate;
  readonly lastTip?: TipClaim;
  /**
   * Other ids of this person. An alias is listed here before it is written, so that ERASE finds it even if its writer
   * died half-way.
   */
  readonly aliases?: readonly SubscriberId[];
  /** How many tips they were given, over all rounds. */
  readonly position: number;
  /** How far they have come; missing for somebody whose last tip is older than courses (courseOf). */
  readonly course?: Course;
  /** Since when nothing was heard from them; missing for somebody whose last tip is older than this field. */
  readonly silence?: Silence;
  /** Hashes of the last ten commands' message ids, by which a redelivered command is recognised. */
  readonly commands: readonly string[];
  /** The word with which ERASE must be confirmed, and until when (epoch ms). */
  readonly eraseWord?: { readonly word: string; readonly until: number };
  /** Whether tips by text were offered because the mailbox was not confirmed within a day. */
  readonly textOffered?: boolean;
  /** Whether the clinic may read what they write (CLINIC YES, CLINIC NO); left out: they have said neither. */
  readonly clinic?: Agreement;
  /** The key of the reply with whose answer they were asked about that, once. */
  readonly clinicAsked?: string;
  /** Whether their scores may be given out for research (RESEARCH YES, RESEARCH NO); left out: they have said neither. */
  readonly research?: Agreement;
  /** When they last asked to be called (CALL ME), epoch ms. */
  readonly callMe?: number;
}

/** The subscriber with one more alias. */
export const withAlias = (subscriber: Subscriber, alias: SubscriberId): Subscriber => ({
  ...subscriber,
  aliases: [...new Set([...(subscriber.aliases ?? []), alias])],
});

/**
 * The revision that a new enrolment starts from: the second in which it began. So no revision from before an ERASE
 * occurs again, and a write decided before it fails.
 */
export const firstRev = (joinedAt: number): number => Math.floor(joinedAt / 1000);

/**
 * The zones a subscriber may be in: the one whose clock they are told times by comes first, then the other candidates
 * while it is a guess.
 */
export const possibleZones = (
  subscriber: Pick<Subscriber, 'zone' | 'zoneSource' | 'zoneCandidates'>,
): readonly [string, ...string[]] => [
  subscriber.zone,
  ...(subscriber.zoneSource === 'guess' ? subscriber.zoneCandidates.filter((zone) => zone !== subscriber.zone) : []),
];
