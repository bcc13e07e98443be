import { create, type Font } from 'fontkit';

/**
 * Characters that show nothing by themselves: controls, joiners, marks of direction, variation selectors, skin tones.
 */
const unseen = /[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu;
const replacement = '\uFFFD';

/**
 * Opens a font file whose glyphs can be asked for.
 * @throws TypeError if it is a collection of fonts
 */
export const openFont = (file: Buffer): Font => {
  const font = create(file);
  if ('fonts' in font) throw new TypeError('a collection of fonts is no font');
  return font;
};

const hasAll = (font: Font, words: string): boolean =>
  [...words].every((letter) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

/** The spaces at which no line may end: the narrow no-break space, the figure space and the no-break space. */
const unbreakable = new Set(['\u202F', '\u2007', '\u00A0']);

/** Replaces Unicode's other spaces by the two that a font has: the no-break space, or a plain one. */
const withBlanks = (font: Font, words: string): string =>
  words
    .replace(/\s/gu, (blank) => (unbreakable.has(blank) ? '\u00A0' : ' '))
    .replaceAll('\u00A0', font.hasGlyphForCodePoint(0xa0) ? '\u00A0' : ' ');

/** Words with the font in which all of them can be set. */
export interface FittedWords {
  readonly words: string;
  readonly font: 'own' | 'fallback';
  /** What a screen reader should say instead, if a letter was replaced that no font has. */
  readonly spoken?: string;
}

/**
 * Chooses a font that has all letters of somebody's words. A letter that neither font has becomes a replacement sign,
 * never an empty box (ISO 14289-1, 7.21.8), and the words as written are kept for people who hear the page.
 */
export const fitWords = (said: string, own: Font, fallback: () => Font): FittedWords => {
  const plain = said.normalize('NFC').replace(unseen, (sign) => (/\s/.test(sign) ? ' ' : ''));
  const inOwn = withBlanks(own, plain);
  if (hasAll(own, inOwn)) return { words: inOwn, font: 'own' };
  const other = fallback();
  const words = [...withBlanks(other, plain)].map((letter) => (hasAll(other, letter) ? letter : replacement)).join('');
  return { words, font: 'fallback', ...(words.includes(replacement) ? { spoken: said } : {}) };
};
