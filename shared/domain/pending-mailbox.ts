import type { PendingMailbox, Subscriber } from './subscriber.ts';

/** The same mailbox, however its owner writes it. */
export const isSameMailbox = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** When a mailbox that is waiting was asked for first. */
export const askedSince = ({ askedAt, since }: PendingMailbox): number => since ?? askedAt;

/**
 * A mailbox is asked for: for the first time, or again. Opting out drops the request, so that no link of before opens.
 * `askedBy`: the key of the reply that asks; without one the sign-up page does, and says `withMailQueued` when it is done.
 */
export const askMailbox = (
  { pendingMailbox: before }: Pick<Subscriber, 'pendingMailbox'>,
  address: string,
  askedAt: number,
  askedBy?: string,
): PendingMailbox => ({
  address,
  askedAt,
  ...(before && isSameMailbox(before.address, address) ? { since: askedSince(before) } : {}),
  // A reply is delivered again if it died; a form is not.
  ...(askedBy === undefined ? { unqueued: true } : { askedBy }),
});

/** Between two confirmation mails to one mailbox: a form that anybody can fill in must not flood somebody. */
const mailsApartMs = 10 * 60_000;

/** Whether a mailbox need not be asked by the sign-up page now: it was a moment ago, and its mail is surely on the way. */
export const wasJustAsked = (asked: PendingMailbox | undefined, address: string, now: number): boolean =>
  asked !== undefined && !asked.unqueued && isSameMailbox(asked.address, address) && now - asked.askedAt < mailsApartMs;

/** The profile once the mail asked for at that instant is in the queue; undefined if it waits for another, or for none. */
export const withMailQueued = (subscriber: Subscriber, askedAt: number): Subscriber | undefined => {
  if (!subscriber.pendingMailbox?.unqueued || subscriber.pendingMailbox.askedAt !== askedAt) return undefined;
  const { unqueued: _, ...pendingMailbox } = subscriber.pendingMailbox;
  return { ...subscriber, pendingMailbox };
};

/** Who will read and write the diary once a mailbox confirms: what its owner must be told before they press. */
export type Asker =
  /** The last two digits: enough to know one's own phone by, and no more than a stranger may know. */
  { readonly kind: 'phone'; readonly ending: string } | { readonly kind: 'mailbox'; readonly masked: string };

/** The phone or the other mailbox that asks for a mailbox; undefined if it was asked for by itself, on the web page. */
export const askerOf = ({
  phone,
  mailbox,
  pendingMailbox,
}: Pick<Subscriber, 'phone' | 'mailbox' | 'pendingMailbox'>): Asker | undefined => {
  if (phone) return { kind: 'phone', ending: phone.number.slice(-2) };
  if (!mailbox || (pendingMailbox && isSameMailbox(mailbox.address, pendingMailbox.address))) return undefined;
  const at = mailbox.address.lastIndexOf('@');
  return { kind: 'mailbox', masked: `${mailbox.address.slice(0, 1)}***${mailbox.address.slice(at)}` };
};
