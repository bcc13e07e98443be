import { unicodePattern } from '../../reply/unicode-pattern.ts';

/** A word, a run with a digit in it, or a single other sign, with its place in the normalised text. */
export interface Piece {
  readonly kind: 'word' | 'number' | 'mark';
  /** Without apostrophes: `cant`, `j` `ai`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A run with a digit keeps its signs inside (6/10, 7:30, 6,5, +1555); a word keeps its apostrophes. French elision
 * parts two words (n'ai, d'engourdissement, qu'il); elsewhere the apostrophe joins (can't, I'm, aujourd'hui).
 */
const pieces = unicodePattern(
  "[\\p{L}]*[\\p{N}](?:[\\p{L}\\p{N}.,:/'’%+-]*[\\p{L}\\p{N}%])?|(?:(?<![\\p{L}])(?:[cdjlmnst]|qu)'(?=[\\p{L}]))|[\\p{L}]+(?:'[\\p{L}]+)*|[^\\s]",
  'gu',
);
const digit = unicodePattern('[\\p{N}]', 'u');
const letter = unicodePattern('[\\p{L}]', 'u');

/** "Stoppp", "pleeease": three or more of a letter say what one says. */
const withoutDrawl = (word: string): string =>
  word.replace(/([a-z])\1{2,}/g, (run, letter: string) => (run.length === word.length ? run : letter));

const kindOf = (text: string): Piece['kind'] => {
  if (digit(text).test(text)) return 'number';
  return letter(text).test(text) ? 'word' : 'mark';
};

/** Within a word a hyphen joins ("opt-out", "laissez-moi") and parts no clause. */
const isHyphen = ({ 0: sign, index }: RegExpExecArray, text: string): boolean =>
  sign === '-' && letter(text).test(text[index - 1] ?? ' ') && letter(text).test(text[index + 1] ?? ' ');

/** The words, numbers and signs of a normalised text, in order; hyphens within words are none. */
export const piecesOf = (normalised: string): Piece[] =>
  [...normalised.matchAll(pieces(normalised))]
    .filter((match) => !isHyphen(match, normalised))
    .map((match) => {
      const kind = kindOf(match[0]);
      return {
        kind,
        text: kind === 'word' ? withoutDrawl(match[0].replaceAll("'", '')) : match[0],
        start: match.index,
        end: match.index + match[0].length,
      };
    });
