import { create, type Font } from 'fontkit';

/**
 * Characters that show nothing by themselves: controls, joiners, marks of direction, variation selectors, skin tones. A
 * joiner between letters of a script that joins them is kept: it tells two words apart.
 */
const unseen =
  /((?<=[\p{Script=Arabic}\p{Script=Devanagari}])[\u200C\u200D](?=[\p{Script=Arabic}\p{Script=Devanagari}]))|[\p{Cc}\p{Cf}\p{Variation_Selector}\p{Emoji_Modifier}]/gu;
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

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

/** Replaces Unicode's other spaces by the two that a font has: the no-break space, or a plain one. */
const withBlanks = (font: Font, words: string): string => {
  const tied = font.hasGlyphForCodePoint(0xa0) ? '\u00A0' : ' ';
  return words.replace(/\s/gu, (blank) => (/[\u202F\u2007\u00A0]/.test(blank) ? tied : ' '));
};

/** The fonts of a page: its own, and what is unpacked only for words that need it. */
export interface Faces {
  readonly own: Font;
  readonly fallback: () => Font;
  readonly devanagari: () => Font;
}
/** A font, by what it is for. */
export type Face = keyof Faces;

/** Words with the font of all of them, or the font of each of their UTF-16 units where they take several, or run from the right. */
export interface FittedWords {
  readonly words: string;
  readonly faces: Face | readonly Face[];
  /** What a screen reader should say instead: the words as they were written, where they are set otherwise. */
  readonly spoken?: string;
}

/** Chooses a font sign by sign; what none has is told in words in its place, a row of such signs once. */
const mixed = (said: string, { own, fallback, devanagari }: Faces, unprinted: string): FittedWords => {
  const fonts = { own: () => own, fallback, devanagari } as const;
  const faces: Face[] = [];
  let words = '';
  let left: string | undefined;
  const add = (more: string, face: Face): void => {
    words += more;
    for (let unit = 0; unit < more.length; unit += 1) faces.push(face);
  };
  for (const { segment } of graphemes.segment(withBlanks(own, said))) {
    // Blanks and stops stay with what stands before them.
    const before = /^[\p{L}\p{N}]/u.test(segment) ? [] : faces.slice(-1);
    const face = [...before, 'own' as const, 'fallback' as const, 'devanagari' as const].find((one) =>
      hasAll(fonts[one](), segment),
    );
    const told = /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(segment) ? '[emoji]' : `[${unprinted}]`;
    if (face !== undefined) {
      add(segment, face);
      if (/\S/.test(segment)) left = undefined;
    } else if (left !== told) {
      add(told, 'own');
      left = told;
    }
  }
  return { words, faces, spoken: said };
};

/**
 * Chooses fonts that have all letters of somebody's words. Signs that none has are told in words ("see the page"), never
 * by an empty box (ISO 14289-1, 7.21.8) or a sign that says nothing, and the words as written are kept for people who hear
 * the page.
 */
export const fitWords = (said: string, faces: Faces, unprinted: string): FittedWords => {
  const plain = said
    .normalize('NFC')
    .replace(unseen, (sign, joiner: string | undefined) => joiner ?? (/\s/.test(sign) ? ' ' : ''));
  const inOwn = withBlanks(faces.own, plain);
  if (hasAll(faces.own, inOwn)) return { words: inOwn, faces: 'own' };
  const other = withBlanks(faces.fallback(), plain);
  if (!rightToLeft.test(plain) && hasAll(faces.fallback(), other)) return { words: other, faces: 'fallback' };
  return { ...mixed(plain, faces, unprinted), spoken: said };
};
