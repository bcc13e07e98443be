import type { Language } from '../../shared/domain/people/subscriber.ts';
import { isOneTypoApart } from '../../shared/domain/reading/lexicon/edit-distance.ts';
import { elidedFrom } from '../../shared/domain/reading/lexicon/elision.ts';
import { stem } from '../../shared/domain/reading/lexicon/stem.ts';

/**
 * The word, and every string that it becomes by leaving one letter out. Two words one typo apart share one of these.
 */
const shortened = (word: string): readonly string[] => [
  word,
  ...Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/**
 * The stems of real words that a reader could take for a misspelling of the vocabulary: one typo away from one of its
 * stems, and no form of it. They are exempt from typo tolerance. Stems, because a French verb has forty forms.
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

/**
 * The stems of real words that look like a vocabulary word with an elision whose apostrophe is missing: "laide" is not
 * "l'aide".
 */
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
