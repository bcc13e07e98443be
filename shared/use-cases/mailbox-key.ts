import { pseudonymOf } from '../domain/people/pseudonym.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';

/** Gmail's two names, and that it reads over dots. */
const gmail = /^([^@]+)@(?:gmail|googlemail)\.com$/i;

/**
 * The pseudonym under which the mails to one mailbox are counted: jo+1@ and jo+2@ end up in the same one, and so do
 * j.o@gmail.com and jo@googlemail.com. For counting only: whether two names are one person, only their provider knows.
 */
export const mailboxKeyOf = (pepper: string, address: string): SubscriberId =>
  pseudonymOf(
    pepper,
    'email',
    address
      .replace(/^([^+@]+)\+[^@]*@/, '$1@')
      .replace(gmail, (_, name: string) => `${name.replaceAll('.', '')}@gmail.com`),
  );
