import { lowerCaseAscii } from './ascii-case.ts';
import type { PendingMailbox, Subscriber } from './subscriber.ts';

/** Whether two addresses are the same mailbox, however its owner writes it. */
export const isSameMailbox = (one: string | undefined, other: string): boolean =>
  one !== undefined && lowerCaseAscii(one) === lowerCaseAscii(other);

/** When a waiting mailbox was first asked for. */
export const askedSince = ({ askedAt, since }: Pick<PendingMailbox, 'askedAt' | 'since'>): number => since ?? askedAt;

/**
 * The waiting mailbox after a reply named one, for the first time or again. An opt-out drops the request, so that no
 * earlier link opens.
 */
export const askMailbox = (
  { pendingMailbox: before }: Pick<Subscriber, 'pendingMailbox'>,
  address: string,
  askedAt: number,
  askedBy: string,
): PendingMailbox => ({
  address,
  askedAt,
  ...(before && isSameMailbox(before.address, address) ? { since: askedSince(before) } : {}),
  askedBy,
});

/**
 * The other address that will read and write the diary once a mailbox confirms. Its owner must be told before they
 * press the button.
 */
export type Asker =
  /** The last two digits: enough to recognise one's own phone, and no more than a stranger may know. */
  { readonly kind: 'phone'; readonly ending: string } | { readonly kind: 'mailbox'; readonly masked: string };

/** The phone or other mailbox that asks for a mailbox; undefined if the mailbox asks for itself. */
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
