import type { ReadWords } from '../read-words.ts';
import type { WordClass } from './word-class.ts';

/** A word that is another one with its accents, which matching takes away: what it then is, and what it is not. */
interface Accented {
  /** As it is matched. */
  readonly word: RegExp;
  /** As it was typed, when it is the other word. */
  readonly typed: RegExp;
  readonly is?: WordClass;
  readonly isNot?: WordClass;
}

const accented: readonly Accented[] = [
  // "Mémé est à 9" is a grandmother, "même 9" the same.
  { word: /^memes?$/, typed: /^m[éè]m[éè]s?$/i, is: 'somebody' },
  { word: /^papes?$/, typed: /^pap[éè]s?$/i, is: 'somebody' },
  // "Livré" is delivered, "livre" a pound or a book.
  { word: /^livrees?$|^livres?$/, typed: /^livr[éè]e?s?$/i, isNot: 'unit' },
];

/** What the accents of a token's word say of it; undefined if they say nothing. */
export const toldByAccent = ({ tokens, original, normalised }: ReadWords, at: number): Accented | undefined => {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const known = accented.find(({ word }) => word.test(token.text));
  if (known === undefined) return undefined;
  const typed = original.slice(normalised.at[token.start], normalised.at[token.end]).normalize('NFC');
  return known.typed.test(typed) ? known : undefined;
};
