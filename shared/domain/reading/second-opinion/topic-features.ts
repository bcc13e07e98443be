import type { ReadWords } from '../read-words.ts';
import { BucketList } from './bucket-list.ts';

/** How many buckets the features of a text are spread over: of voices left out, 4,096 cost three texts of talk in 100. */
export const featureBuckets = 16_384;

/** What a topic is told by stands in the first lines; a mail of any length costs no more than these. */
const mostCharacters = 400;
const mostTokens = 80;
/** Runs of so many letters; those of three and of five beside them found no more. */
const run = 4;

const start = 2166136261;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 16777619);
const hashOf = (text: string, from = start): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = step(hash, text.charCodeAt(at));
  return hash;
};

/** Each kind of feature begins its hash with a sign of its own, so that the word "who" is not the concept `who`. */
const wordKind = hashOf('w:');
const pairKind = hashOf('b:');
const conceptKind = hashOf('c:');

const isTelling = /[a-z?]/;

/**
 * What a text is judged by: runs of four letters (they forgive spellings), words, pairs of words, and the
 * concepts that the lexicons find (they forgive wordings). Hashed by FNV-1a, each bucket once.
 */
export const topicFeaturesOf = ({ normalised, tokens, mentions }: ReadWords): readonly number[] => {
  const found = new BucketList(featureBuckets);
  const text = ` ${normalised.text
    .slice(0, mostCharacters)
    .replace(/[^a-z0-9?]+/g, ' ')
    .trim()} `;
  for (let from = 0; from + run <= text.length; from += 1) found.add(hashOf(text.slice(from, from + run)));
  const near = tokens.slice(0, mostTokens);
  const words = near.flatMap((token) =>
    token.kind === 'number' ? ['#'] : isTelling.test(token.text) ? [token.text] : [],
  );
  let before = '^';
  for (const word of [...words, '$']) {
    found.add(hashOf(word, wordKind));
    found.add(hashOf(word, hashOf(`${before} `, pairKind)));
    before = word;
  }
  for (const { concept, from } of mentions) if (from < mostTokens) found.add(hashOf(concept, conceptKind));
  return found.list;
};
