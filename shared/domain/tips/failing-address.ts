import type { Channel, Subscriber } from '../people/subscriber.ts';
import { addDays, type LocalDate } from '../time/local-time.ts';
import { classifyReceipt } from './provider-errors.ts';
import type { SkipReason, TipState } from './tip-outcome.ts';

/** Failed days in a row after which tips to an address pause: each is paid for, and nobody gets it. */
const longestRun = 3;
/**
 * While tips pause, one is tried every so many days, so that a phone that was in a drawer gets its tips back by itself.
 */
const tryEveryDays = 7;
/** Days of outcomes from which a run can be told: the day of a weekly try, the days that were skipped before it, and the failure that they follow. */
export const runDays = 10;

/** The part of a day's outcome that tells a run of failures, as the table gives it. */
export interface TriedDay {
  readonly state: TipState;
  readonly reason?: SkipReason | undefined;
  readonly code?: string | undefined;
  readonly channel?: Channel | undefined;
}

/** SES's words for what it did not send because of us. */
const oursAtSes: ReadonlySet<string> = new Set(['Reject', 'Rendering Failure']);

/**
 * Whether a tip did not arrive because of where it was sent: no answer, out of reach, a full mailbox (docs/facts.md#a7, docs/facts.md#b4).
 * What is our fault (registration, filters, caps, codes that nobody knows) fails for everybody and says nothing of them.
 */
export const isAddressFailure = ({ state, code, channel }: TriedDay): boolean => {
  if (state !== 'failed' && state !== 'undelivered') return false;
  if (channel === 'email') return !oursAtSes.has(code ?? '');
  return classifyReceipt(code === undefined ? undefined : Number(code)).fault === undefined;
};

const endsRun = ({ state, channel }: TriedDay): boolean =>
  state === 'sent' || state === 'delivered' || (state === 'accepted' && channel === 'sms');

/**
 * How many days in a row a channel's tips have failed, newest first; three or more once a weekly try has failed too. A
 * tip that arrived ends a run, and so does a reply, which lifts a pause before its week is over. So does a text that was
 * taken and did not fail: that it went to the carrier is not recorded (docs/design.md#section-6), and some carriers say no
 * more. A mail of which nothing is heard says nothing.
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

/** Whether tips pause because of the address they go to. One that is changed is another address. */
export const isFailing = ({ lastTip, tipsBy }: Pick<Subscriber, 'lastTip' | 'tipsBy'>): boolean =>
  lastTip?.state === 'failing' && lastTip.channel === tipsBy;

/** The day of the weekly try: none goes to a failing address before it. Undefined of an address that does not fail. */
export const nextTryOf = (subscriber: Pick<Subscriber, 'lastTip' | 'tipsBy'>): LocalDate | undefined =>
  isFailing(subscriber) && subscriber.lastTip ? addDays(subscriber.lastTip.date, tryEveryDays) : undefined;

/** Whether that day's tip is held back because the address fails; the weekly try is not. */
export const isHeldBack = (subscriber: Pick<Subscriber, 'lastTip' | 'tipsBy'>, date: LocalDate): boolean =>
  date < (nextTryOf(subscriber) ?? date);

/** The profile with tips paused: the last of them, if it is still that day's, did not arrive either. Undefined if there is nothing to pause. */
export const withFailing = (subscriber: Subscriber, date: LocalDate): Subscriber | undefined => {
  const { lastTip, status } = subscriber;
  if (status !== 'active' || lastTip?.date !== date || lastTip.state !== 'claimed') return undefined;
  return { ...subscriber, lastTip: { ...lastTip, state: 'failing' } };
};

/** The profile of somebody we have heard from: tips go on. Undefined if they were not paused. */
export const withHeardFrom = (subscriber: Subscriber): Subscriber | undefined => {
  const { lastTip } = subscriber;
  return lastTip?.state === 'failing' ? { ...subscriber, lastTip: { ...lastTip, state: 'claimed' } } : undefined;
};
