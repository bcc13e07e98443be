import { type Channel, possibleZones, type Subscriber, type TipClaim } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { isInWindow } from '../time/sending-window.ts';
import { chooseTip, type Why } from './choose-tip.ts';
import { type Course, courseOf, doseOf } from './course.ts';
import { isDoseDay } from './dose.ts';
import { lateAfterMs } from './due.ts';
import { isHeldBack } from './failing-address.ts';
import type { SkipReason } from './tip-outcome.ts';
import type { TipProgramme } from './tip-programme.ts';
import { gapBetweenTipsMs } from './upcoming-tip.ts';

/** A tip that is due, as the worker that took it from its queue sees it. */
export interface DueTip {
  /** The local date it is the tip of. */
  readonly date: LocalDate;
  /** The instant it became due, epoch ms. */
  readonly dueAt: number;
  /** The channel of the queue it was taken from. */
  readonly channel: Channel;
  /** The id of the queue message, by which a claim is recognised as our own. */
  readonly owner: string;
}

/**
 * What to do about a subscriber whose tip is due.
 * `check`: we claimed it before, and have to find out what became of it. `requeue`: it belongs on the other channel.
 * `offer`: the mailbox was not confirmed within a day: one text offers tips by text.
 */
export type TipDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'check'; readonly claim: TipClaim }
  | { readonly kind: 'requeue'; readonly channel: Channel }
  | { readonly kind: 'offer' }
  | {
      readonly kind: 'send';
      readonly claim: TipClaim;
      readonly position: number;
      readonly course: Course;
      /** Why this tip; undefined if it was chosen before and its claim given back. */
      readonly why?: Why;
    };

const dayMs = 86_400_000;
const nothing: TipDecision = { kind: 'nothing' };
const skip = (reason: SkipReason): TipDecision => ({ kind: 'skip', reason });

/** Why a tip that is due is not sent (docs/design.md#section-6, "When not"); undefined if nothing speaks against it. */
export const reasonNotToSend = (
  subscriber: Subscriber,
  due: Pick<DueTip, 'date' | 'dueAt'>,
  now: number,
): SkipReason | undefined => {
  const { lastTip } = subscriber;
  if (subscriber.status !== 'active') return 'stopped';
  if (now - due.dueAt > lateAfterMs) return 'late';
  if ((subscriber.pausedUntil ?? '') >= due.date) return 'paused';
  if (!isDoseDay(doseOf(subscriber), due.date, lastTip?.date)) return 'dose';
  if (isHeldBack(subscriber, due.date)) return 'failing-address';
  if (!isInWindow(possibleZones(subscriber), now)) return 'outside-window';
  if (lastTip && lastTip.date !== due.date && now - lastTip.claimedAt < gapBetweenTipsMs) return 'too-soon';
  return undefined;
};

/** Decides about one due tip from the profile as it was read. The claim that may follow is conditional on that profile. */
export const decideTip = (
  subscriber: Subscriber | undefined,
  due: DueTip,
  now: number,
  programme: TipProgramme,
): TipDecision => {
  if (!subscriber || subscriber.status === 'erasing' || subscriber.status === 'pending') return nothing;
  const { lastTip } = subscriber;
  // A later date was given already (somebody flew west): this one has had its tip.
  if (lastTip && lastTip.date > due.date) return nothing;
  if (lastTip?.date === due.date) {
    // A released claim may be taken by any worker: its owner may have handed the tip to the other channel's queue.
    if (lastTip.state === 'failing') return nothing;
    if (lastTip.state === 'claimed') return lastTip.owner === due.owner ? { kind: 'check', claim: lastTip } : nothing;
  }
  // The tip was queued when it was due. If our clock says that the time is still to come, the clock is slow, and must
  // not find that it is night.
  const reason = reasonNotToSend(subscriber, due, Math.max(now, due.dueAt));
  if (reason) return skip(reason);
  if (subscriber.tipsBy === 'email' && !subscriber.mailbox) return decideUnconfirmed(subscriber, now);
  if (subscriber.tipsBy !== due.channel) return { kind: 'requeue', channel: subscriber.tipsBy };
  const claimOf = (tip: string): TipClaim => ({
    date: due.date,
    tip,
    owner: due.owner,
    claimedAt: now,
    state: 'claimed',
    channel: due.channel,
  });
  if (lastTip?.date === due.date) {
    const course = courseOf(subscriber, programme);
    return { kind: 'send', position: subscriber.position, course, claim: claimOf(lastTip.tip) };
  }
  const choice = chooseTip(subscriber, programme);
  if (!choice) return skip('nothing-fits');
  const { tip, course, why } = choice;
  return { kind: 'send', position: subscriber.position + 1, course, why, claim: claimOf(tip) };
};

/**
 * Whether a tip would have been sent at the instant it was due, going by the profile as it is now. If so, a skip
 * because of the hour means that the channel failed or came too late.
 */
export const wasOwed = (subscriber: Subscriber, due: DueTip, programme: TipProgramme): boolean => {
  const { kind } = decideTip(subscriber, due, due.dueAt, programme);
  return kind === 'send' || kind === 'check' || kind === 'requeue';
};

/** Somebody who asked for mails to an address that has not confirmed: after a day one text offers tips by text instead. */
const decideUnconfirmed = (subscriber: Subscriber, now: number): TipDecision => {
  const asked = subscriber.pendingMailbox?.askedAt ?? subscriber.joinedAt;
  return subscriber.phone && !subscriber.textOffered && now - asked >= dayMs
    ? { kind: 'offer' }
    : skip('unconfirmed-mailbox');
};
