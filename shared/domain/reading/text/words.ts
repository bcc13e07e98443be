import { unicodePattern } from './unicode-pattern.ts';

/** A word, a run with a digit in it, or a single other sign, with its place in the normalised text. */
export interface Piece {
  readonly kind: 'word' | 'number' | 'mark';
  /** Without apostrophes: `cant`, `j` `ai`. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * A run with a digit keeps the signs between its digits and what is attached to it (6/10, 7:30pm, 6,5, L5-S1, 50%), but no
 * word behind a sign ("6,stiff"). A word of three letters or more before a digit is a word of its own (pain6). A word keeps
 * its apostrophes; only French elision separates two words (n'ai, d'engourdissement, qu'il), any other apostrophe joins
 * (can't, I'm, aujourd'hui).
 */
const pieces = unicodePattern(
  "[\\p{L}]{3,}(?=[\\p{N}])|[\\p{L}]{0,2}[\\p{N}]+(?:[.,:/'+-]?[\\p{N}]+|[/-][lcst][\\p{N}]+|[\\p{L}]+)*%?|(?:(?<![\\p{L}])(?:[cdjlmnst]|qu)'(?=[\\p{L}]))|[\\p{L}]+(?:'[\\p{L}]+)*|[^\\s]",
  'gu',
);
const digit = unicodePattern('[\\p{N}]', 'u');
const letter = unicodePattern('[\\p{L}]', 'u');

/** Reduces three or more of one letter to one: "stoppp", "pleeease". */
const withoutDrawl = (word: string): string =>
  word.replace(/([a-z])\1{2,}/g, (run, letter: string) => (run.length === word.length ? run : letter));

const kindOf = (text: string): Piece['kind'] => {
  if (digit(text).test(text)) return 'number';
  return letter(text).test(text) ? 'word' : 'mark';
};

/** The words, numbers and signs of a normalised text, in order. */
export const piecesOf = (normalised: string): Piece[] => {
  const isLetter = letter(normalised);
  const found: Piece[] = [];
  for (const match of normalised.matchAll(pieces(normalised))) {
    const [text] = match;
    const end = match.index + text.length;
    // A hyphen within a word separates it and is no sign: peut-être, week-end.
    if (text === '-' && isLetter.test(normalised.charAt(match.index - 1)) && isLetter.test(normalised.charAt(end)))
      continue;
    const kind = kindOf(text);
    found.push({
      kind,
      text: kind === 'word' ? withoutDrawl(text.replaceAll("'", '')) : text,
      start: match.index,
      end,
    });
  }
  return found;
};
