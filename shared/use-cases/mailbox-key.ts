import { pseudonymOf } from '../domain/people/pseudonym.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';

/** Matches Gmail's two domains; Gmail ignores dots in the local part. */
const gmail = /^([^@]+)@(?:gmail|googlemail)\.com$/i;

/**
 * The pseudonym under which the mails to one mailbox are counted: the same for jo+1@ and jo+2@, and for j.o@gmail.com
 * and jo@googlemail.com. It is for counting only, because only their provider knows whether two addresses are one
 * person.
 */
export const mailboxKeyOf = (pepper: string, address: string): SubscriberId =>
  pseudonymOf(
    pepper,
    'email',
    address
      .replace(/^([^+@]+)\+[^@]*@/, '$1@')
      .replace(gmail, (_, name: string) => `${name.replaceAll('.', '')}@gmail.com`),
  );
