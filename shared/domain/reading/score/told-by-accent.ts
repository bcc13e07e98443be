import type { ReadWords } from '../read-words.ts';
import type { WordClass } from './word-class.ts';

/** A word that becomes another one when its accents are taken away for matching. */
interface Accented {
  /** The word as it is matched. */
  readonly word: RegExp;
  /** The accented word as it is typed. */
  readonly typed: RegExp;
  readonly is?: WordClass;
  readonly isNot?: WordClass;
}

const accented: readonly Accented[] = [
  // "Mémé est à 9" tells of a grandmother, "même 9" says the same.
  { word: /^memes?$/, typed: /^m[éè]m[éè]s?$/i, is: 'somebody' },
  { word: /^papes?$/, typed: /^pap[éè]s?$/i, is: 'somebody' },
  // "Livré" means delivered, "livre" a pound or a book.
  { word: /^livrees?$|^livres?$/, typed: /^livr[éè]e?s?$/i, isNot: 'unit' },
];

/** What the accents of a token's word tell about it; undefined if they tell nothing. */
export const toldByAccent = ({ tokens, original, normalised }: ReadWords, at: number): Accented | undefined => {
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const known = accented.find(({ word }) => word.test(token.text));
  if (known === undefined) return undefined;
  const typed = original.slice(normalised.at[token.start], normalised.at[token.end]).normalize('NFC');
  return known.typed.test(typed) ? known : undefined;
};
