import { phoneIsInDoubt } from '../answering/phone-ownership.ts';
import { localDateTime } from '../time/zone-clock.ts';
import { heardOn } from '../tips/silence.ts';
import { isSameMailbox } from './pending-mailbox.ts';
import { withWish } from './sign-up.ts';
import type { SignUpWish, Subscriber } from './subscriber.ts';

/** What the button of a confirmation link confirms. */
export interface ConfirmedLink {
  /**
   * The link's epoch (confirm-token.ts); left out if the link belongs to another subscription, which joins this
   * mailbox.
   */
  readonly link?: string;
  /** What the sign-up page was filled in with; none if a reply asked for the mailbox. */
  readonly wish?: SignUpWish;
}

/**
 * The request in the other way (reply or sign-up page) that this link does not confirm: its own link is still in
 * somebody's mailbox.
 */
const stillWaiting = (
  { pendingMailbox, signUp }: Subscriber,
  address: string,
  { wish }: ConfirmedLink,
): Pick<Subscriber, 'pendingMailbox' | 'signUp'> => {
  if (!wish) return signUp ? { signUp } : {};
  return pendingMailbox && !isSameMailbox(pendingMailbox.address, address) ? { pendingMailbox } : {};
};

/** The profile of somebody whose mailbox has confirmed at `now`: tips go there, as they wished. */
export const withConfirmedMailbox = (
  subscriber: Subscriber,
  address: string,
  confirmed: ConfirmedLink,
  now: number,
): Subscriber => {
  const { pendingMailbox: _named, signUp: _page, mailbox: known, stopReason: _past, phone, ...kept } = subscriber;
  const link = confirmed.link ?? known?.link;
  const next: Subscriber = {
    ...kept,
    // A phone that may have a new owner is removed from the profile: it is not texted again and cannot read the diary.
    ...(phone && !phoneIsInDoubt(subscriber) ? { phone } : {}),
    ...(subscriber.status === 'active' ? {} : { status: 'active', joinedAt: now }),
    ...stillWaiting(subscriber, address, confirmed),
    mailbox: { address, ...(link === undefined ? {} : { link }) },
    tipsBy: 'email',
  };
  const settled = confirmed.wish ? withWish(next, confirmed.wish, subscriber.status === 'pending') : next;
  return heardOn(settled, localDateTime(settled.zone, now).date);
};
