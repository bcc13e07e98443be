import { create, type Font } from 'fontkit';

/** What shows nothing by itself: controls, joiners, marks of direction, variation selectors, skin tones. */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu;
const replacement = '\uFFFD';

/** A font file that can be asked what it has; a collection of fonts is none. */
export const openFont = (file: Buffer): Font => {
  const font = create(file);
  if ('fonts' in font) throw new TypeError('a collection of fonts is no font');
  return font;
};

const hasAll = (font: Font, words: string): boolean =>
  [...words].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

/** A font's blanks: what else is white in Unicode stands as the one that does not break, or as a plain one. */
const withBlanks = (font: Font, words: string): string =>
  words
    .replace(/\s/gu, (blank) =>
      blank === '\u202F' || blank === '\u2007' ? '\u00A0' : blank === '\u00A0' ? blank : ' ',
    )
    .replaceAll('\u00A0', font.hasGlyphForCodePoint(0xa0) ? '\u00A0' : ' ');

export interface FittedWords {
  readonly words: string;
  readonly font: 'own' | 'fallback';
  /** Something was replaced that no font has: what a reader that speaks should say in its place. */
  readonly spoken?: string;
}

/**
 * Somebody's words in a font that has them. A letter that is in neither font stands as a replacement sign, never as an
 * empty box of the font (ISO 14289-1, 7.21.8), and what it was is kept for whoever hears the page.
 */
export const fitWords = (said: string, own: Font, fallback: () => Font): FittedWords => {
  const plain = said.normalize('NFC').replace(unseen, (sign) => (/\s/.test(sign) ? ' ' : ''));
  const inOwn = withBlanks(own, plain);
  if (hasAll(own, inOwn)) return { words: inOwn, font: 'own' };
  const other = fallback();
  const words = [...withBlanks(other, plain)].map((letter) => (hasAll(other, letter) ? letter : replacement)).join('');
  return { words, font: 'fallback', ...(words.includes(replacement) ? { spoken: said } : {}) };
};
