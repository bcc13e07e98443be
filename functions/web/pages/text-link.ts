import type { Language } from '../../../shared/domain/people/subscriber.ts';

/** The word to join with: its language is the one that is answered in. */
export const joinWords: Readonly<Record<Language, string>> = { en: 'JOIN', fr: 'INSCRIPTION' };

/**
 * A link that opens a text to us with that word in it. iOS looks for `&body=` and Android for `?body=` (RFC 5724): `?&body=`
 * is read by both.
 */
export const joinLink = (smsNumber: string, language: Language): string =>
  `sms:${smsNumber}?&body=${joinWords[language]}`;

/** The same for a camera: scanners on both systems know SMSTO, few know `sms:` with a body. */
export const joinQrText = (smsNumber: string, language: Language): string =>
  `SMSTO:${smsNumber}:${joinWords[language]}`;

/** A number as people read it, kept on one line by no-break spaces: +1 212 555 0101; those of other countries as they are. */
export const readableNumber = (number: string): string =>
  number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00A0$1\u00A0$2\u00A0$3');
