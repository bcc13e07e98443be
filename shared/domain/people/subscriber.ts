import type { LocalDate, LocalTime } from '../time/local-time.ts';
import type { Course } from '../tips/course.ts';
import type { Prompt } from '../tips/prompt.ts';
import type { Silence } from '../tips/silence-step.ts';

/** Pseudonym of a phone number or mailbox (see pseudonym.ts). Outside the table a person is named by nothing else. */
export type SubscriberId = string;
export type Channel = 'sms' | 'email';
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/**
 * Where a subscription stands.
 * `pending`: signed up on the web, the mailbox has not confirmed. `active`: gets tips (unless paused).
 * `stopped`: opted out, on every channel. `erasing`: being deleted, reads as if gone.
 */
export type SubscriptionStatus = 'pending' | 'active' | 'stopped' | 'erasing';

/** Why nothing is sent any more, so that JOIN knows whether the old diary may be shown again (docs/design.md#section-5). */
export type StopReason = 'opt-out' | 'wrong-number' | 'carrier-opt-out' | 'unreachable' | 'bounce' | 'complaint';

export interface Phone {
  readonly number: string;
}

/** A mailbox whose owner pressed the button in the confirmation mail. */
export interface Mailbox {
  readonly address: string;
  /** The name of the link that confirmed it, so that pressing it again is no error. */
  readonly link?: string | undefined;
}

/** A mailbox that was named and has not confirmed: nothing goes there but the confirmation mail. */
export interface PendingMailbox {
  readonly address: string;
  /** When the confirmation mail was last asked for, epoch ms. */
  readonly askedAt: number;
  /** When it was first asked for, if it was asked for again since: the link in the first mail still works. */
  readonly since?: number | undefined;
  /** The key of the reply that asked for it last. */
  readonly askedBy?: string | undefined;
}

/** What the sign-up page asks for besides a mailbox: where somebody is, when tips are to come, in which language. */
export interface SignUpWish {
  readonly zone: string;
  readonly time: LocalTime;
  readonly language: Language;
  /** The code on a clinic's card. Of what waits it is kept beside the profile (cohort-store.ts). */
  readonly code?: string;
}

/**
 * What the sign-up page was filled in with, by whoever: nothing of it holds before the mailbox has confirmed. It stands
 * beside what its owner asked for, so that a stranger at the page takes nothing from them.
 */
export interface PendingSignUp extends SignUpWish {
  readonly address: string;
  /** When the confirmation mail was last asked for, epoch ms. */
  readonly askedAt: number;
  /** When it was first asked for, if it was asked for again since: the link in the first mail still works. */
  readonly since?: number | undefined;
  /** Set while it is not sure that the mail is in the queue; until then whoever asks again is not put off. */
  readonly unqueued?: true | undefined;
}

/**
 * The one tip a local day may have. `claimed` until its outcome stands at TIP#date; `released`: surely not accepted, may
 * be claimed again; `failing`: it failed, as those of the days before, and tips to that address pause.
 */
export interface TipClaim {
  readonly date: LocalDate;
  /** The tip of that day; of a day on which a prompt came in its place, the last one before, or none. */
  readonly tip: string;
  /** What came in place of the tip. */
  readonly prompt?: Prompt | undefined;
  /** The queue message that claimed it; a reply that asked for it (TIP) claims it as `reply`. */
  readonly owner: string;
  readonly claimedAt: number;
  readonly state: 'claimed' | 'released' | 'failing';
  readonly channel: Channel;
}

/**
 * Whether somebody agreed to something apart from messages. The consent itself, with its wording, is an item of its own.
 */
export type Agreement = 'yes' | 'no';

/** A subscriber: the item `SUB#<id> / PROFILE`. */
export interface Subscriber {
  readonly id: SubscriberId;
  /** Random per enrolment; stands in every page key and token, so that old links and a recycled number open nothing. */
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
  /** Where tips go once that channel is confirmed. */
  readonly tipsBy: Channel;
  readonly language: Language;
  /** ISO 3166-1 alpha-2: for the emergency and crisis numbers. */
  readonly country: string;
  readonly zone: string;
  /** `guess`: from the number; the sending window is then the intersection over `zoneCandidates`. */
  readonly zoneSource: 'guess' | 'said';
  readonly zoneCandidates: readonly string[];
  readonly time: LocalTime;
  readonly joinedAt: number;
  /** No tips up to and including this local date. */
  readonly pausedUntil?: LocalDate;
  readonly lastTip?: TipClaim;
  /**
   * Other names of this person: an alias is named here before it is written, so that ERASE finds it even if whoever wrote
   * it died half-way.
   */
  readonly aliases?: readonly SubscriberId[];
  /** How many tips have been given, round after round. */
  readonly position: number;
  /** How far they have come; not there yet for whoever got their last tip before courses were kept (courseOf). */
  readonly course?: Course;
  /** Since when nothing was heard from them; not there yet for whoever got their last tip before that was looked at. */
  readonly silence?: Silence;
  /** Hashes of the last ten command message ids: what a redelivered command is recognised by. */
  readonly commands: readonly string[];
  /** The word ERASE has to be confirmed with, and until when (epoch ms). */
  readonly eraseWord?: { readonly word: string; readonly until: number };
  /** That tips by text were offered because the mailbox was not confirmed within a day. */
  readonly textOffered?: boolean;
  /** Whether the clinic may read what they write (CLINIC YES, CLINIC NO); left out: they have said neither. */
  readonly clinic?: Agreement;
  /** The key of the reply with whose answer they were asked for that, once. */
  readonly clinicAsked?: string;
  /** Whether their scores may be given out for research (RESEARCH YES, RESEARCH NO); left out: they have said neither. */
  readonly research?: Agreement;
  /** When they last asked to be called (CALL ME), epoch ms. */
  readonly callMe?: number;
}

/** The subscriber with one more name. */
export const withAlias = (subscriber: Subscriber, alias: SubscriberId): Subscriber => ({
  ...subscriber,
  aliases: [...new Set([...(subscriber.aliases ?? []), alias])],
});

/**
 * The revision that a new enrolment starts from: the second in which it began. So no revision of a life before ERASE
 * comes again, and a write that was decided upon then fails.
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
