import type { Language } from '../../shared/domain/people/subscriber.ts';
import { isOneTypoApart } from '../../shared/domain/reading/lexicon/edit-distance.ts';
import { elidedFrom } from '../../shared/domain/reading/lexicon/elision.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';

/** Every string that a word becomes by leaving one letter out, and the word: two words one typo apart share one of these. */
const shortened = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/**
 * The stems of the real words among `words` that a reader could take for a misspelling of the vocabulary (stems of a
 * lexicon): one typo away from a stem, and not a form of it. They guard the typo tolerance; stems, for French verbs have
 * forty forms each.
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
  const near = words
    .filter((word) => word.length >= 5 && word.length <= 20)
    .map((word) => stem(word, language))
    .filter(
      (stemmed) =>
        !known.has(stemmed) &&
        shortened(stemmed).some((key) => index.get(key)?.some((entry) => isOneTypoApart(entry, stemmed)) === true),
    );
  return [...new Set(near)].sort();
};

/** The stems of real words that look like an elision without its apostrophe before a word of the vocabulary: "laide" is no "l'aide". */
export const wordsLikeElisions = (
  vocabulary: readonly string[],
  words: readonly string[],
  language: Language,
): readonly string[] => {
  const stems = new Set(vocabulary);
  const known = { stem: (word: string) => stems.has(stem(word, language)), whole: () => false };
  const alike = words.filter((word) => elidedFrom(word, known) !== undefined);
  return [...new Set(alike.map((word) => stem(word, language)))];
};
