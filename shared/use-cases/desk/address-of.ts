import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { SubscriberId } from '../../domain/people/subscriber.ts';

/** A pseudonym is 128 bits in base32. */
const pseudonymPattern = /^[a-z2-7]{26}$/;
const mailboxPattern = /^[^\s@<>]+@[^\s@<>]+$/;
const numberPattern = /^\+[1-9]\d{4,14}$/;

/** Whether that can be somebody's pseudonym: no number and no mailbox can. */
export const isPseudonym = (text: string): boolean => pseudonymPattern.test(text);

/**
 * The pseudonym that staff mean by a number with its country code (spaces, dots, dashes and brackets as people write
 * them, 00 for +), a mailbox, or the pseudonym itself; undefined for anything else.
 */
export const idMeantBy = (pepper: string, said: string): SubscriberId | undefined => {
  const text = said.trim();
  if (isPseudonym(text)) return text;
  if (mailboxPattern.test(text)) return pseudonymOf(pepper, 'email', text);
  const number = text.replace(/\(0\)|[\s().\-/\u00a0\u2010-\u2015]/g, '').replace(/^00/, '+');
  return numberPattern.test(number) ? pseudonymOf(pepper, 'sms', number) : undefined;
};
