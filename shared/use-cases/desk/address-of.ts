import { readMailAddress } from '../../domain/people/mail-address.ts';
import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { Channel, SubscriberId } from '../../domain/people/subscriber.ts';

/** A pseudonym is 128 bits in base32. */
const pseudonymPattern = /^[a-z2-7]{26}$/;
const numberPattern = /^\+[1-9]\d{4,14}$/;

/** Whether that can be somebody's pseudonym: no number and no mailbox can. */
export const isPseudonym = (text: string): boolean => pseudonymPattern.test(text);

/**
 * The number (spaces, dots, dashes and brackets as people write them, 00 for +) or the mailbox that staff mean; undefined
 * for anything else.
 */
export const addressMeantBy = (said: string): { readonly channel: Channel; readonly address: string } | undefined => {
  const text = said.trim();
  const mailbox = readMailAddress(text);
  if (mailbox !== undefined) return { channel: 'email', address: mailbox };
  const number = text.replace(/\(0\)|[\s().\-/\u00a0\u2010-\u2015]/g, '').replace(/^00/, '+');
  return numberPattern.test(number) ? { channel: 'sms', address: number } : undefined;
};

/** The pseudonym that staff mean by an address, or by the pseudonym itself; undefined for anything else. */
export const idMeantBy = (pepper: string, said: string): SubscriberId | undefined => {
  if (isPseudonym(said.trim())) return said.trim();
  const meant = addressMeantBy(said);
  return meant && pseudonymOf(pepper, meant.channel, meant.address);
};
