import type { ReadWords } from '../read-words.ts';
import { BucketList } from './bucket-list.ts';

/** The features are spread over this many buckets. With 4,096, three in 100 texts of talk by new writers were lost. */
export const featureBuckets = 16_384;

/** The topic of a text stands in its first lines, and a mail of any length costs no more than these. */
const mostCharacters = 400;
const mostTokens = 80;
/** Letters are taken in runs of four. Runs of three and five besides found no more. */
const run = 4;

const start = 2166136261;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);
const hashOf = (text: string, from = start): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
};

/** Every kind of feature starts its hash with a prefix of its own, so that the word "who" is not the concept `who`. */
const wordKind = hashOf('w:');
const pairKind = hashOf('b:');
const conceptKind = hashOf('c:');

const isTelling = /[a-z?]/;

/**
 * The buckets by which a text is judged, each once: runs of four letters (which forgive spelling), words, pairs of words,
 * and the concepts of the lexicons (which forgive wording), hashed by FNV-1a.
 */
export const topicFeaturesOf = ({ normalised, tokens, mentions }: ReadWords): readonly number[] => {
  const found = new BucketList(featureBuckets);
  const text = ` ${normalised.text
    .slice(0, mostCharacters)
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()} `;
  for (let from = 0; from + run <= text.length; from += 1) found.add(hashOf(text.slice(from, from + run)));
  const near = tokens.slice(0, mostTokens);
  const words = near.flatMap((token) => {
    if (token.kind === 'number') return ['#'];
    return isTelling.test(token.text) ? [token.text] : [];
  });
  let before = '^';
  for (const word of [...words, '$']) {
    found.add(hashOf(word, wordKind));
    found.add(hashOf(word, hashOf(`${before} `, pairKind)));
    before = word;
  }
  for (const { concept, from } of mentions) if (from < mostTokens) found.add(hashOf(concept, conceptKind));
  return found.list;
};
