import type { Language } from '../../shared/domain/people/subscriber.ts';
import { isOneTypoApart } from '../../shared/domain/reading/lexicon/edit-distance.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';

/** Every string that a word becomes by leaving one letter out, and the word: two words one typo apart share one of these. */
const shortened = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/**
 * The real words among `words` that a reader could take for a misspelling of the vocabulary (stems of a lexicon): one
 * typo away from a stem, and not a form of it. They guard the typo tolerance.
 */
export const realWordsNear = (
  vocabulary: readonly string[],
  words: readonly string[],
  language: Language,
): readonly string[] => {
  const known = new Set(vocabulary);
  const index = new Map<string, string[]>();
  for (const entry of vocabulary.filter(({ length }) => length >= 4)) {
    for (const key of shortened(entry)) index.set(key, [...(index.get(key) ?? []), entry]);
  }
  return words
    .filter((word) => {
      if (word.length < 5 || word.length > 20) return false;
      const stemmed = stem(word, language);
      if (known.has(stemmed)) return false;
      return shortened(stemmed).some((key) => index.get(key)?.some((entry) => isOneTypoApart(entry, stemmed)) === true);
    })
    .sort();
};
