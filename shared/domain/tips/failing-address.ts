import type { Channel, Subscriber } from '../people/subscriber.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { classifyReceipt } from './provider-errors.ts';
import type { SkipReason, TipState } from './tip-outcome.ts';

/** How many failed days in a row pause tips to an address: each tip is paid for, and nobody gets it. */
const longestRun = 3;
/**
 * How often a tip is tried while tips are paused, in days, so that a phone that was switched off gets its tips back by
 * itself.
 */
const tryEveryDays = 7;
/**
 * How many days of outcomes show a run of failures: the day of a weekly try, the skipped days before it, and the
 * failure before those.
 */
export const runDays = 10;

/** The part of a day's outcome that shows a run of failures, as stored. */
export interface TriedDay {
  readonly state: TipState;
  readonly reason?: SkipReason | undefined;
  readonly code?: string | undefined;
  readonly channel?: Channel | undefined;
}

/** SES's codes for mails that it did not send because of us. */
export const oursAtSes: ReadonlySet<string> = new Set(['Reject', 'Rendering Failure']);

/**
 * Whether a tip did not arrive because of its address: no answer, out of reach, a full mailbox (docs/facts.md#a7,
 * docs/facts.md#b4). Our own faults (registration, filters, caps, unknown codes) fail for everybody and say nothing
 * about the address.
 */
export const isAddressFailure = ({ state, code, channel }: TriedDay): boolean => {
  if (state !== 'failed' && state !== 'undelivered') return false;
  if (channel === 'email') return !oursAtSes.has(code ?? '');
  return classifyReceipt(code === undefined ? undefined : Number(code)).fault === undefined;
};

const endsRun = ({ state, channel }: TriedDay): boolean =>
  state === 'sent' || state === 'delivered' || (state === 'accepted' && channel === 'sms');

/**
 * How many days in a row a channel's tips have failed, given newest first; three or more once a weekly try has failed
 * too. A tip that arrived ends a run. So does a reply, which ends a pause before its week is over, and a text that was
 * accepted and did not fail: whether it reached the carrier is not recorded (docs/design.md#section-6), and some
 * carriers say no more. A mail without a further report says nothing.
 */
export const failedDays = (newestFirst: readonly TriedDay[], channel: Channel): number => {
  let failed = 0;
  let pausedDays = 0;
  for (const day of newestFirst) {
    if (day.channel !== channel) continue;
    if (day.state === 'skipped') {
      if (day.reason === 'failing-address') pausedDays += 1;
      continue;
    }
    if (pausedDays > 0) return pausedDays >= tryEveryDays - 1 ? Math.max(failed, longestRun) : failed;
    if (isAddressFailure(day)) failed += 1;
    else if (endsRun(day)) return failed;
  }
  return failed;
};

/** Whether so many failed days in a row pause tips. */
export const pausesTips = (days: number): boolean => days >= longestRun;

/** Whether tips are paused because of their address; a changed address is another one. */
export const isFailing = ({ lastTip, tipsBy }: Pick<Subscriber, 'lastTip' | 'tipsBy'>): boolean =>
  lastTip?.state === 'failing' && lastTip.channel === tipsBy;

/**
 * The day of the weekly try, before which nothing goes to a failing address; undefined for an address that does not
 * fail.
 */
export const nextTryOf = (subscriber: Pick<Subscriber, 'lastTip' | 'tipsBy'>): LocalDate | undefined =>
  isFailing(subscriber) && subscriber.lastTip ? addDays(subscriber.lastTip.date, tryEveryDays) : undefined;

/** Whether that day's tip is held back because the address fails; the weekly try is not. */
export const isHeldBack = (subscriber: Pick<Subscriber, 'lastTip' | 'tipsBy'>, date: LocalDate): boolean =>
  date < (nextTryOf(subscriber) ?? date);

/**
 * The profile with tips paused, if its last tip is still that day's, which did not arrive either; undefined if there is
 * nothing to pause.
 */
export const withFailing = (subscriber: Subscriber, date: LocalDate): Subscriber | undefined => {
  const { lastTip, status } = subscriber;
  if (status !== 'active' || lastTip?.date !== date || lastTip.state !== 'claimed') return undefined;
  return { ...subscriber, lastTip: { ...lastTip, state: 'failing' } };
};

/** The profile of somebody we have heard from, with tips no longer paused; undefined if they were not. */
export const withHeardFrom = (subscriber: Subscriber): Subscriber | undefined => {
  const { lastTip } = subscriber;
  return lastTip?.state === 'failing' ? { ...subscriber, lastTip: { ...lastTip, state: 'claimed' } } : undefined;
};
