import type { Channel, SubscriberId } from '../people/subscriber.ts';
import type { LocalDate } from '../time/local-time.ts';
import type { Why } from './choose-tip.ts';
import { type DeliveryStatus, rankOf } from './delivery-status.ts';
import type { Prompt } from './prompt.ts';

/** Why a tip that was due was not sent. */
export type SkipReason =
  | 'late'
  | 'outside-window'
  | 'too-soon'
  | 'paused'
  | 'failing-address'
  /** The month's texts or mails are used up. */
  | 'spend-cap'
  | 'unconfirmed-mailbox'
  /** They want fewer than one tip a day, and no tip comes on this day. */
  | 'dose'
  /** They want nothing of any topic. */
  | 'nothing-fits'
  /** They have had all tips and are silent: the summary waits until they write. */
  | 'unanswered'
  | 'stopped';

/**
 * The state of a local day's tip. `unknown`: a mail whose acceptance could not be settled, and which is never sent
 * again.
 */
export type TipState = DeliveryStatus | 'skipped' | 'unknown';

/** The outcome of a local day's tip, as stored. */
export interface TipOutcome {
  readonly id: SubscriberId;
  readonly date: LocalDate;
  readonly state: TipState;
  readonly at: number;
  /** The enrolment it belongs to, by which ERASE finds it; older outcomes have none, and it is never read back. */
  readonly epoch?: string;
  readonly tip?: string;
  /** The prompt that came in place of the tip. */
  readonly prompt?: Prompt | undefined;
  /** Why this tip was chosen; left out if its worker died before it could record that. */
  readonly why?: Why;
  readonly channel?: Channel;
  /** Twilio's or SES's id of the message. */
  readonly providerId?: string;
  readonly reason?: SkipReason;
  /** The provider's error code, where it gave one. */
  readonly code?: string;
}

/** Whether a tip, and no other message in its place, came or is on its way. */
export const cameAsTip = ({ state, tip, prompt }: TipOutcome): boolean =>
  tip !== undefined && prompt === undefined && ['accepted', 'sent', 'delivered'].includes(state);

/** A state's rank, which only grows along a tip's life. What a provider says ranks above what we guessed or decided. */
export const rankOfTip = (state: TipState): number => {
  if (state === 'skipped') return -2;
  return state === 'unknown' ? -1 : rankOf(state);
};

/** Whether a receipt only says that its message is on its way. Ends, and codes, are always written. */
export const isUnderWay = ({ state, code }: TipOutcome): boolean =>
  code === undefined && rankOfTip(state) < rankOf('delivered');

/** Whether the provider is known to have taken the message; that it is on its way is then nothing new. */
export const isTaken = (state: TipState): boolean => rankOfTip(state) >= rankOf('accepted');
