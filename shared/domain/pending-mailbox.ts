import type { PendingMailbox, Subscriber } from './subscriber.ts';

/** The same mailbox, however its owner writes it. */
export const isSameMailbox = (one: string | undefined, other: string): boolean =>
  one?.toLowerCase() === other.toLowerCase();

/** When a mailbox that is waiting was asked for first. */
export const askedSince = ({ askedAt, since }: PendingMailbox): number => since ?? askedAt;

/**
 * A mailbox is asked for: for the first time, or again. Opting out drops the request, so that no link of before opens.
 * `askedBy`: the key of the reply that asks, if one does.
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
  ...(askedBy === undefined ? {} : { askedBy }),
});

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
