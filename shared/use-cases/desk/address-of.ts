import type { Sentence } from '../../domain/desk/sentence.ts';
import { readMailAddress } from '../../domain/people/mail-address.ts';
import { pseudonymOf } from '../../domain/people/pseudonym.ts';
import type { Channel, SubscriberId } from '../../domain/people/subscriber.ts';
import { CannotError } from './desk-errors.ts';

/** A pseudonym is 128 bits in base32. */
const pseudonymPattern = /^[a-z2-7]{26}$/;
const numberPattern = /^\+[1-9]\d{4,14}$/;

/** Whether a text has the form of a pseudonym, which no phone number and no mailbox has. */
export const isPseudonym = (text: string): boolean => pseudonymPattern.test(text);

/** An address that staff mean. */
export interface MeantAddress {
  readonly channel: Channel;
  readonly address: string;
}

/**
 * Reads a phone number with its country code (spaces, dots, dashes and brackets as people write them, 00 for +) or a
 * mailbox. Anything else is undefined.
 */
const writtenInFull = (text: string): MeantAddress | undefined => {
  const mailbox = readMailAddress(text);
  if (mailbox !== undefined) return { channel: 'email', address: mailbox };
  const number = text.replace(/\(0\)|[\s().\-/\u00a0\u2010-\u2015]/g, '').replace(/^00/, '+');
  return numberPattern.test(number) ? { channel: 'sms', address: number } : undefined;
};

/** What staff are told if they typed no address. `names`: whether a pseudonym would have been accepted. */
const noAddress = (homes: readonly string[], names: boolean): Sentence => {
  const places = homes.join(', ');
  return {
    en: `that is no number with its country code (+1 212 555 0101)${places && ` or as ${places} writes it`}, ${names ? 'no mailbox and no pseudonym' : 'and no mailbox (jo@example.org)'}`,
    fr: `ce n’est ni un numéro avec l’indicatif du pays (+33 6 12 34 56 78)${places && ` ou écrit comme ici (${places})`}, ni une adresse de courriel${names ? ', ni un pseudonyme' : ''}`,
  };
};

const ambiguous = (countries: readonly string[]): Sentence => ({
  en: `that may be a number of ${countries.join(' or of ')}: write + and its country code before it`,
  fr: `ce peut être un numéro de ces pays : ${countries.join(', ')} ; écrivez-le avec + et l’indicatif du pays`,
});

/**
 * Reads the address that staff mean, in full or, for a number, as it is written in `homes` (home-countries.ts).
 * @throws CannotError where it is none, or may be several
 */
const readAddress = async (homes: readonly string[], said: string, names: boolean): Promise<MeantAddress> => {
  const text = said.trim();
  const full = writtenInFull(text);
  if (full) return full;
  // The phone library with every country's numbering plan is large, and many people are looked up by a pseudonym or a full
  // address. So it is loaded only here.
  const { numbersAtHome } = await import('./number-at-home.ts');
  const [one, ...others] = numbersAtHome(text, homes);
  if (!one) throw new CannotError(noAddress(homes, names));
  if (others.length > 0) throw new CannotError(ambiguous([one, ...others].map(({ country }) => country)));
  return { channel: 'sms', address: one.number };
};

/**
 * The address that staff mean.
 * @throws CannotError where it is none, or may be several
 */
export const addressMeantBy = (homes: readonly string[], said: string): Promise<MeantAddress> =>
  readAddress(homes, said, false);

/**
 * The pseudonym that staff mean by an address, or by the pseudonym itself.
 * @throws CannotError where it is neither, or may be several addresses
 */
export const idMeantBy = async (
  { pepper, homes }: { readonly pepper: string; readonly homes: readonly string[] },
  said: string,
): Promise<SubscriberId> => {
  if (isPseudonym(said.trim())) return said.trim();
  const { channel, address } = await readAddress(homes, said, true);
  return pseudonymOf(pepper, channel, address);
};
