import { pseudonymOf } from '../domain/people/pseudonym.ts';
import type { SubscriberId } from '../domain/people/subscriber.ts';

/** The pseudonym under which the mails to one mailbox are counted: jo+1@ and jo+2@ end up in the same one. */
export const mailboxKeyOf = (pepper: string, address: string): SubscriberId =>
  pseudonymOf(pepper, 'email', address.replace(/^([^+@]+)\+[^@]*@/, '$1@'));
