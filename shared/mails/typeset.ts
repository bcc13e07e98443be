import type { Language } from '../domain/people/subscriber.ts';

/**
 * Matches a mark that French sets apart by a space: after a word or a closing sign, and before a blank, the end, or a
 * closing quote.
 */
const apart = /(?<=[\p{L}\p{N}\p{M})\]%"’'»])[ \u00A0\u202F]?([?!;:])(?=[\s"»]|$)/gu;
const elision = /(?<=\p{L})'(?=\p{L})/gu;
const noBreak = '\u00A0';

/**
 * A text as a mail prints it. Our texts are written for GSM 03.38, which has neither the space that French puts before
 * `? ! ; :` nor a curved apostrophe, and in which each character costs; a mail has room for both. Addresses and times
 * keep their colons.
 */
export const typeset = (text: string, language: Language): string =>
  language === 'fr' ? text.replace(apart, `${noBreak}$1`).replace(elision, '’') : text;
