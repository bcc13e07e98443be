import { possibleZones, type Subscriber } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import { isInWindow } from '../time/sending-window.ts';
import { firstInstantOf } from '../time/zone-clock.ts';
import { doseOf } from '../tips/course.ts';
import { isDoseDay } from '../tips/dose.ts';
import { lateAfterMs } from '../tips/due.ts';
import { isHeldBack } from '../tips/failing-address.ts';
import type { SkipReason, TipOutcome, TipState } from '../tips/tip-outcome.ts';
import { gapBetweenTipsMs } from '../tips/upcoming-tip.ts';

/** Why a day has no tip, where no outcome says so. `no-record`: it should have had one, and nothing was written down. */
export type NoTipReason = SkipReason | 'pending' | 'erasing' | 'before-joining' | 'already-given' | 'no-record';

/**
 * What became, or will become, of the tip of one day. `due`: its time has come, it is in the queue. `claimed`: it is being
 * sent, or the provider has said nothing yet. `to-come`: it will be sent at `at` if nothing changes.
 */
export type TipExplanation =
  | {
      readonly decision: TipState;
      readonly at: number;
      readonly tip?: string | undefined;
      readonly channel?: string | undefined;
      readonly reason?: SkipReason | undefined;
      /** The provider's error code. */
      readonly code?: string | undefined;
    }
  | { readonly decision: 'claimed'; readonly at: number; readonly tip: string }
  | { readonly decision: 'due' | 'to-come'; readonly at: number }
  | { readonly decision: 'none'; readonly reason: NoTipReason };

const none = (reason: NoTipReason): TipExplanation => ({ decision: 'none', reason });

/** What speaks against a tip that is still to come, going by the profile as it is. */
const reasonAgainst = (subscriber: Subscriber, date: LocalDate, at: number): NoTipReason | undefined => {
  const { lastTip, pausedUntil = '', tipsBy, mailbox } = subscriber;
  if (lastTip && lastTip.date > date) return 'already-given';
  if (pausedUntil >= date) return 'paused';
  if (!isDoseDay(doseOf(subscriber), date, lastTip?.date)) return 'dose';
  if (isHeldBack(subscriber, date)) return 'failing-address';
  if (tipsBy === 'email' && !mailbox) return 'unconfirmed-mailbox';
  if (!isInWindow(possibleZones(subscriber), at)) return 'outside-window';
  if (lastTip && lastTip.date !== date && at - lastTip.claimedAt < gapBetweenTipsMs) return 'too-soon';
  return undefined;
};

/**
 * Why somebody's tip of a local date was, will or will not be sent: by what was written down of it, else by the profile.
 * Of a past day without a record it claims nothing: the time of day, the zone or a pause may have been another then.
 */
export const explainTip = (
  subscriber: Subscriber,
  outcome: TipOutcome | undefined,
  date: LocalDate,
  now: number,
): TipExplanation => {
  if (outcome) {
    const { state, at, tip, channel, reason, code } = outcome;
    return { decision: state, at, tip, channel, reason, code };
  }
  const { status, lastTip, zone, time, joinedAt } = subscriber;
  if (lastTip?.date === date && lastTip.state !== 'released')
    return { decision: 'claimed', at: lastTip.claimedAt, tip: lastTip.tip };
  const at = firstInstantOf(zone, date, time);
  if (joinedAt > at) return none('before-joining');
  if (status !== 'active') return none(status);
  if (at <= now - lateAfterMs) return none('no-record');
  const against = reasonAgainst(subscriber, date, at);
  if (against) return none(against);
  return { decision: at <= now ? 'due' : 'to-come', at };
};
