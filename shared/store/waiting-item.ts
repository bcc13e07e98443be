import type { PendingMailbox, PendingSignUp, Subscriber } from '../domain/people/subscriber.ts';
import { CorruptItemError } from './parsed-item.ts';

/**
 * A request for a mailbox as a profile stores it. Every profile is read and written whole and should stay within 1 KB,
 * so names are short, and an address that the profile holds already is left out.
 */
interface WaitingItem {
  readonly a?: string | undefined;
  readonly t: number;
  readonly s?: number | undefined;
}

/** `b`: the key of the reply that asked. */
export interface NamedItem extends WaitingItem {
  readonly b?: string | undefined;
}

/** `q`: the page may have died before its mail was queued; `z`, `h`, `l`: zone, time and language. */
export interface PageItem extends WaitingItem {
  readonly q?: true | undefined;
  readonly z: string;
  readonly h: string;
  readonly l: PendingSignUp['language'];
}

const waitingItem = ({ address, askedAt, since }: PendingMailbox | PendingSignUp, known?: string): WaitingItem => ({
  ...(address === known ? {} : { a: address }),
  t: askedAt,
  ...(since === undefined ? {} : { s: since }),
});

const waiting = ({ a, t, s }: WaitingItem, known?: string) => {
  const address = a ?? known;
  if (address === undefined) throw new CorruptItemError('PROFILE', ['address']);
  return { address, askedAt: t, ...(s === undefined ? {} : { since: s }) };
};

/** The waiting requests as attributes of the profile's item. */
export const waitingAttributes = ({
  mailbox,
  pendingMailbox,
  signUp,
}: Pick<Subscriber, 'mailbox' | 'pendingMailbox' | 'signUp'>): { box?: NamedItem; page?: PageItem } => ({
  ...(pendingMailbox
    ? { box: { ...waitingItem(pendingMailbox), ...(pendingMailbox.askedBy ? { b: pendingMailbox.askedBy } : {}) } }
    : {}),
  ...(signUp
    ? {
        page: {
          ...waitingItem(signUp, mailbox?.address),
          ...(signUp.unqueued ? { q: true } : {}),
          z: signUp.zone,
          h: signUp.time,
          l: signUp.language,
        },
      }
    : {}),
});

/**
 * Reads the waiting requests.
 * @throws CorruptItemError
 */
export const readWaiting = (
  named: NamedItem | undefined,
  page: PageItem | undefined,
  mailbox: Subscriber['mailbox'] | undefined,
): Pick<Subscriber, 'pendingMailbox' | 'signUp'> => ({
  ...(named ? { pendingMailbox: { ...waiting(named), ...(named.b ? { askedBy: named.b } : {}) } } : {}),
  ...(page
    ? {
        signUp: {
          ...waiting(page, mailbox?.address),
          ...(page.q ? { unqueued: true } : {}),
          zone: page.z,
          time: page.h,
          language: page.l,
        },
      }
    : {}),
});
