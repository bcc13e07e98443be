import type { Language } from '../../../shared/domain/people/subscriber.ts';
import type { LocalTime } from '../../../shared/domain/time/local-time.ts';

/** The word to join with; its language is the language of the answers. */
export const joinWords: Readonly<Record<Language, string>> = { en: 'JOIN', fr: 'INSCRIPTION' };

/** When tips come to somebody who sends the word alone. */
const hourOfTheWord: LocalTime = '09:00';

/** An hour as the word is followed by it: 7PM, 19h. Texts are read that way, and people write it that way. */
const hourWritten: Readonly<Record<Language, (hour: number, minutes: string) => string>> = {
  en: (hour, minutes) => `${hour % 12 || 12}${minutes === '00' ? '' : `:${minutes}`}${hour < 12 ? 'AM' : 'PM'}`,
  fr: (hour, minutes) => `${hour}h${minutes === '00' ? '' : minutes}`,
};

/** What to text us for tips in that language at that time, with a card's code: JOIN, JOIN 7:30PM, INSCRIPTION GENOU7 19h30. */
export const joinText = (language: Language, time: LocalTime = hourOfTheWord, code?: string): string => {
  const [hour = '', minutes = ''] = time.split(':');
  const word = [joinWords[language], ...(code === undefined ? [] : [code])].join(' ');
  return time === hourOfTheWord ? word : `${word} ${hourWritten[language](Number(hour), minutes)}`;
};

/**
 * What a card in a language tells people to text: the language is named where the code was made for another.
 */
export const cardText = (language: Language, code: string, codeLanguage: Language | undefined): string => {
  const isSaid = codeLanguage === undefined || codeLanguage === language || language === 'fr';
  return [joinText(language, undefined, code), ...(isSaid ? [] : [language.toUpperCase()])].join(' ');
};

/**
 * A link that opens a text to us with those words in it. iOS looks for `&body=` and Android for `?body=` (RFC 5724): `?&body=`
 * is read by both.
 */
export const joinLink = (smsNumber: string, words: string): string =>
  `sms:${smsNumber}?&body=${encodeURIComponent(words)}`;

/** The same for a camera: scanners on both systems know SMSTO, and few know `sms:` with a body. */
export const joinQrText = (smsNumber: string, words: string): string => `SMSTO:${smsNumber}:${words}`;

/** A number as people read it, kept on one line by no-break spaces: +1 212 555 0101; those of other countries as they are. */
export const readableNumber = (number: string): string =>
  number.replace(/^\+1(\d{3})(\d{3})(\d{4})$/, '+1\u00A0$1\u00A0$2\u00A0$3');
