import type { ReadWords } from '../read-words.ts';

/** How many buckets the features of a text are spread over. */
export const featureBuckets = 4096;

/** What a topic is told by stands in the first lines; a mail of any length costs no more than these. */
const mostCharacters = 400;
const mostTokens = 80;
const shortest = 3;
const longest = 5;

const start = 2166136261;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);
const hashOf = (text: string, from = start): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
};
const bucketOf = (hash: number): number => (hash >>> 0) % featureBuckets;

/** Each kind of feature begins its hash with a sign of its own, so that the word "who" is not the concept `who`. */
const wordKind = hashOf('w:');
const pairKind = hashOf('b:');
const conceptKind = hashOf('c:');

const isTelling = /[a-z?]/;

/**
 * What a text is judged by: runs of three to five letters (they forgive spellings), words, pairs of words, and the
 * concepts that the lexicons find (they forgive wordings). Hashed by FNV-1a, each bucket once.
 */
export const topicFeaturesOf = ({ normalised, tokens, mentions }: ReadWords): readonly number[] => {
  const found = new Set<number>();
  const text = ` ${normalised.text
    .slice(0, mostCharacters)
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()} `;
  for (let from = 0; from + shortest <= text.length; from += 1) {
    let hash = start;
    for (let at = from; at < Math.min(from + longest, text.length); at += 1) {
      hash = step(hash, text.charCodeAt(at));
      if (at - from + 1 >= shortest) found.add(bucketOf(hash));
    }
  }
  const near = tokens.slice(0, mostTokens);
  const words = near.flatMap((token) =>
    token.kind === 'number' ? ['#'] : isTelling.test(token.text) ? [token.text] : [],
  );
  let before = '^';
  for (const word of [...words, '$']) {
    found.add(bucketOf(hashOf(word, wordKind)));
    found.add(bucketOf(hashOf(word, hashOf(`${before} `, pairKind))));
    before = word;
  }
  for (const { concept, from } of mentions) if (from < mostTokens) found.add(bucketOf(hashOf(concept, conceptKind)));
  return [...found];
};
