import type { DiaryEvent } from '../diary/diary.ts';
import { type Flare, flareOn } from '../diary/flare.ts';
import { foldDiary } from '../diary/fold-diary.ts';
import { type Channel, possibleZones, type Subscriber, type TipClaim } from '../people/subscriber.ts';
import { dayMs } from '../time/durations.ts';
import type { LocalDate } from '../time/local-time.ts';
import { isInWindow } from '../time/sending-window.ts';
import { chooseGentleTip, chooseTip, isEffort, type Why } from './choose-tip.ts';
import { type Course, courseOf, doseOf } from './course.ts';
import { isDoseDay } from './dose.ts';
import { lateAfterMs } from './due.ts';
import { isHeldBack } from './failing-address.ts';
import type { Prompt } from './prompt.ts';
import { isResting } from './resting.ts';
import { silencePromptOn, stillHolds } from './silence.ts';
import type { Silence } from './silence-step.ts';
import type { SkipReason } from './tip-outcome.ts';
import type { TipProgramme } from './tip-programme.ts';
import { gapBetweenTipsMs } from './upcoming-tip.ts';
import { isWeeklyDue } from './weekly.ts';

/** A tip that is due, as the worker that took it from its queue sees it. */
export interface DueTip {
  /** The local date of the tip. */
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
 * `check`: we claimed it before, and must find out what became of it.
 * `requeue`: it belongs on the other channel.
 * `offer`: the mailbox was not confirmed within a day, so one text offers tips by text.
 * `read-diary`: only the diary tells whether somebody who seems silent is, or whether a tip of effort must wait.
 * `rest`: we said goodbye, or the programme is over, and they leave the list of those who are due.
 */
export type TipDecision =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'skip'; readonly reason: SkipReason }
  | { readonly kind: 'check'; readonly claim: TipClaim }
  | { readonly kind: 'requeue'; readonly channel: Channel }
  | { readonly kind: 'offer' }
  | { readonly kind: 'read-diary' }
  | { readonly kind: 'rest' }
  | {
      readonly kind: 'send';
      readonly claim: TipClaim;
      readonly position: number;
      readonly course: Course;
      readonly silence: Silence;
      /** Why this tip; undefined for one that was chosen before and given back, and for what comes in place of one. */
      readonly why?: Why;
    };

/** What somebody's diary says about a day. Scores write no profile, so it is read where that matters. */
export interface DiaryReading {
  readonly flare?: Flare | undefined;
}

/** What the last forty days of a diary say of a local date. */
export const diaryReading = (events: readonly DiaryEvent[], date: LocalDate): DiaryReading => ({
  flare: flareOn(foldDiary(events).entries, date),
});

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
  // Checked before the dose, because a run of failures is recognised by the days that have this reason.
  if (isHeldBack(subscriber, due.date)) return 'failing-address';
  // A smaller dose applies from the day on which it is announced, whichever that is.
  const isAnnounced = lastTip?.date === due.date && lastTip.prompt !== undefined;
  if (!isAnnounced && !isDoseDay(doseOf(subscriber), due.date, lastTip?.date)) return 'dose';
  if (!isInWindow(possibleZones(subscriber), now)) return 'outside-window';
  if (lastTip && lastTip.date !== due.date && now - lastTip.claimedAt < gapBetweenTipsMs) return 'too-soon';
  return undefined;
};

/** The message of that day: what was claimed and certainly not sent, else the next tip, or what comes in its place. */
const chooseMessage = (
  subscriber: Subscriber,
  due: DueTip,
  now: number,
  programme: TipProgramme,
  reading: DiaryReading | undefined,
): TipDecision => {
  const { lastTip } = subscriber;
  const claimOf = (tip: string, prompt?: Prompt): TipClaim => ({
    date: due.date,
    tip,
    ...(prompt ? { prompt } : {}),
    owner: due.owner,
    claimedAt: now,
    state: 'claimed',
    channel: due.channel,
  });
  // Somebody from before silence was counted is counted from this day on.
  const { silence = { since: due.date }, position } = subscriber;
  if (lastTip?.date === due.date && (lastTip.prompt === undefined || stillHolds(subscriber, lastTip.prompt))) {
    const course = courseOf(subscriber, programme);
    return { kind: 'send', position, course, silence, claim: claimOf(lastTip.tip, lastTip.prompt) };
  }
  const choice = chooseTip(subscriber, programme);
  if (!choice) return skip('nothing-fits');
  const said = silencePromptOn(subscriber, due.date);
  if (said && !reading) return { kind: 'read-diary' };
  if (said) {
    const course = courseOf(subscriber, programme);
    return { kind: 'send', position, course, silence: said.silence, claim: claimOf(lastTip?.tip ?? '', said.prompt) };
  }
  // A new round never begins by itself; the summary is told to somebody who is there.
  if (choice.why === 'again') {
    if (silence.step) return skip('unanswered');
    const course: Course = { ...courseOf(subscriber, programme), ended: true };
    return { kind: 'send', position, course, silence, claim: claimOf(lastTip?.tip ?? '', 'summary') };
  }
  if (isWeeklyDue(subscriber, due.date)) {
    const course: Course = { ...courseOf(subscriber, programme), asked: due.date };
    return { kind: 'send', position, course, silence, claim: claimOf(lastTip?.tip ?? '', 'weekly') };
  }
  const waits = isEffort(programme, choice);
  if (waits && !reading) return { kind: 'read-diary' };
  const chosen = waits && reading?.flare ? chooseGentleTip(subscriber, programme) : choice;
  if (!chosen) {
    const course = courseOf(subscriber, programme);
    return { kind: 'send', position, course, silence, claim: claimOf(lastTip?.tip ?? '', 'ease') };
  }
  const { tip, course, why } = chosen;
  return { kind: 'send', position: position + 1, course, silence, why, claim: claimOf(tip) };
};

/**
 * Decides about one due tip from the profile as it was read. The claim that may follow is conditional on that profile.
 * `reading` is what the diary says about that date; the profile's silence is then the diary's as well (heardInDiary).
 */
export const decideTip = (
  subscriber: Subscriber | undefined,
  due: DueTip,
  now: number,
  programme: TipProgramme,
  reading?: DiaryReading,
): TipDecision => {
  if (!subscriber || subscriber.status === 'erasing' || subscriber.status === 'pending') return nothing;
  const { lastTip } = subscriber;
  // A tip of a later date was given already (somebody flew west), so this date has had its tip.
  if (lastTip && lastTip.date > due.date) return nothing;
  if (lastTip?.date === due.date) {
    // A released claim may be taken by any worker, because its owner may have moved the tip to the other channel's
    // queue.
    if (lastTip.state === 'failing') return nothing;
    if (lastTip.state === 'claimed') return lastTip.owner === due.owner ? { kind: 'check', claim: lastTip } : nothing;
  }
  if (subscriber.status === 'active' && isResting(subscriber) && lastTip?.date !== due.date) return { kind: 'rest' };
  // The tip was queued when it was due. If our clock is slow and says that the time is still to come, it must not
  // conclude that it is night.
  const reason = reasonNotToSend(subscriber, due, Math.max(now, due.dueAt));
  if (reason) return skip(reason);
  if (subscriber.tipsBy === 'email' && !subscriber.mailbox) return decideUnconfirmed(subscriber, now);
  if (subscriber.tipsBy !== due.channel) return { kind: 'requeue', channel: subscriber.tipsBy };
  return chooseMessage(subscriber, due, now, programme, reading);
};

/**
 * Whether a tip would have been sent at the instant it was due, going by the profile as it is now. If so, a skip
 * because of the hour means that the channel failed or came too late.
 */
export const wasOwed = (subscriber: Subscriber, due: DueTip, programme: TipProgramme): boolean => {
  const { kind } = decideTip(subscriber, due, due.dueAt, programme);
  return kind === 'send' || kind === 'check' || kind === 'requeue' || kind === 'read-diary';
};

/** Decides about somebody whose mailbox has not confirmed: after a day one text offers tips by text instead. */
const decideUnconfirmed = (subscriber: Subscriber, now: number): TipDecision => {
  const asked = subscriber.pendingMailbox?.askedAt ?? subscriber.joinedAt;
  return subscriber.phone && !subscriber.textOffered && now - asked >= dayMs
    ? { kind: 'offer' }
    : skip('unconfirmed-mailbox');
};
