import { isAscii, unicodePattern } from './unicode-pattern.ts';

/** A reply in comparable form. `at[i]` is the position in the person's own text that the character `text[i]` came from. */
export interface Normalised {
  readonly text: string;
  readonly at: readonly number[];
}

/** Stands for a picture that is no face or gesture. It must not vanish, because "2 💊" counts pills. */
const pictogram = '¤';
/** Marks a raised, lowered or struck-out digit or sign, so that it is never read as a plain digit. */
const spoilt = '^';

const alike: Readonly<Record<string, string>> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '′': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '„': '"',
  '«': '"',
  '»': '"',
  '⁄': '/',
  '∕': '/',
  œ: 'oe',
  Œ: 'oe',
  æ: 'ae',
  Æ: 'ae',
  '🔟': ' 10 ',
};

const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/u;
const enclosing = /[\uFE0E\uFE0F\u20E3]/u;
const mark = /\p{M}/u;
const dash = /[\p{Pd}\u2212]/u;
const raised = /[\u00B2\u00B3\u00B9\u2070-\u209F]/u;
const face =
  /[\u{1F600}-\u{1F64F}\u{1F910}-\u{1F92F}\u{1F970}-\u{1F97A}\u{1F44C}-\u{1F44E}\u2639\u263A\u2764]|\u{1F4AA}|[\u{1F3FB}-\u{1F3FF}]/u;

const normaliseCharacter = (character: string, before: string): string => {
  if (character < '\u0080') return character === '`' ? "'" : character.toLowerCase();
  const known = alike[character];
  if (known !== undefined) return known;
  if (invisible.test(character) || enclosing.test(character)) return '';
  if (mark.test(character)) return /[\d=<>~]/.test(before) ? spoilt : '';
  if (dash.test(character)) return '-';
  if (face.test(character)) return ' ';
  if (/\p{Extended_Pictographic}/u.test(character)) return ` ${pictogram} `;
  if (/\s/u.test(character)) return ' ';
  const parts = character.normalize('NFKD');
  // The stroke of ≠ changes its meaning.
  if (/^\p{Sm}\p{M}/u.test(parts)) return spoilt;
  const plain = parts.replace(/\p{M}/gu, '').toLowerCase();
  if (!/\p{No}/u.test(character)) return plain;
  // A decomposed ½ is 1⁄2. Without the space "6½" would read as 61/2.
  if (plain.includes('⁄')) return ` ${plain.replace('⁄', '/')} `;
  return raised.test(character) ? `${spoilt}${plain}` : ` ${plain} `;
};

/**
 * The text in the form in which it is matched: lower case, without accents and zero-width characters; compatibility forms,
 * full-width digits and emoji digits as plain ones; straight quotes and dashes. Digits that are not plainly digits stay
 * unreadable.
 */
export const normalise = (text: string): Normalised => {
  const at: number[] = [];
  if (isAscii(text)) {
    for (let place = 0; place <= text.length; place += 1) at.push(place);
    return { text: text.toLowerCase().replaceAll('`', "'"), at };
  }
  const out: string[] = [];
  let index = 0;
  for (const character of text) {
    for (const unit of normaliseCharacter(character, out.at(-1) ?? '')) {
      for (let i = 0; i < unit.length; i += 1) at.push(index);
      out.push(unit);
    }
    index += character.length;
  }
  at.push(index);
  return { text: out.join(''), at };
};

const sign = unicodePattern('[^\\p{L}\\p{N}\\s.]', 'gu');

/**
 * The words alone with one space around each: `' numb between my legs , cannot pee '`. A sentence ends with ` . `, a clause
 * with ` , `.
 */
export const plainWords = (normalised: string): string => {
  const words = normalised
    // French elision separates two words (n'ai, d'engourdissement). Any other apostrophe joins (can't, I'm).
    .replace(/(?<![a-z])([cdjlmnst]|qu)'(?=[a-z])/g, '$1 ')
    .replace(/'/g, '')
    .replace(/(?<=[a-z])-(?=[a-z])/g, ' ')
    .replace(/&/g, ' and ')
    .replace(/\n[ \t\r]{0,20}\n|[.!?;]/g, ' . ')
    .replace(sign(normalised), ' , ')
    .split(/\s+/)
    .filter((word) => word !== '');
  return ` ${words.join(' ')} `;
};

/** The longest note that is kept, in characters (docs/design.md#section-5). */
const longestNote = 1600;

/** Control characters (Unicode's Cc) except line ends and tabs. */
const control = /(?![\n\t])\p{Cc}/gu;

/** The person's own words as they are kept: trimmed, without control characters other than line ends and tabs. */
export const cleanText = (body: string): string => body.replace(/\r\n?/g, '\n').replace(control, '').trim();

/** The first 1,600 characters, without cutting one in half. */
export const cutNote = (text: string): string =>
  text.length <= longestNote
    ? text
    : Array.from(text.slice(0, longestNote * 2))
        .slice(0, longestNote)
        .join('');
