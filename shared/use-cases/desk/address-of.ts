import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { Channel, SubscriberId } from '../../domain/people/subscriber.ts';

/** A pseudonym is 128 bits in base32. */
const pseudonymPattern = /^[a-z2-7]{26}$/;
const mailboxPattern = /^[^\s@<>]+@[^\s@<>]+$/;
const numberPattern = /^\+[1-9]\d{4,14}$/;

/**
 * The number (spaces, dots, dashes and brackets as people write them, 00 for +) or the mailbox that staff mean; undefined
 * for anything else.
 */
export const addressMeantBy = (said: string): { readonly channel: Channel; readonly address: string } | undefined => {
  const text = said.trim();
  if (mailboxPattern.test(text)) return { channel: 'email', address: text };
  const number = text.replace(/\(0\)|[\s().\-/\u00a0\u2010-\u2015]/g, '').replace(/^00/, '+');
  return numberPattern.test(number) ? { channel: 'sms', address: number } : undefined;
};

/** The pseudonym that staff mean by an address, or by the pseudonym itself; undefined for anything else. */
export const idMeantBy = (pepper: string, said: string): SubscriberId | undefined => {
  if (pseudonymPattern.test(said.trim())) return said.trim();
  const meant = addressMeantBy(said);
  return meant && pseudonymOf(pepper, meant.channel, meant.address);
};
