import type { ReadWords } from '../read-words.ts';
import { BucketList } from './bucket-list.ts';

/** The rule that found a red flag in a text, and the flag. */
export interface Ruled {
  readonly rule: string;
  /** The flag's name, which is all that the training needs. */
  readonly flag: string;
}

/** What a model looks at in a text: the words, letters and concepts that the deciders see, and what the rules found. */
export interface Looked extends Pick<ReadWords, 'normalised' | 'tokens' | 'mentions'> {
  readonly ruled?: Ruled | undefined;
}

/** The features are spread over this many buckets. A model takes 32 KB, most of it empty, and some 9 KB when packed. */
export const buckets = 65_536;

/** Letters are taken in runs of three to five, with the spaces at the ends of words. Runs match in spite of spelling mistakes. */
const shortest = 3;
const longest = 5;

/** A longer text is judged by its beginning, so that a mail of any length costs no more than this many characters. */
const mostRead = 1600;
/** A limit on words and concepts, which no text of that length reaches. */
const mostWords = 400;

/** FNV-1a, 32 bits. */
const offsetBasis = 2166136261;
const prime = 16777619;
const hashOf = (text: string, from = offsetBasis): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
};

/** Every kind of feature starts its hash with a prefix of its own, from which the rest is hashed on. */
const wordKind = hashOf('w:');
const conceptKind = hashOf('c:');
const contextKind = hashOf('x:');
const pairKind = hashOf('cc:');

const addRuns = (normalised: string, found: BucketList): void => {
  const text = ` ${normalised
    .slice(0, mostRead)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()} `;
  for (let from = 0; from + shortest <= text.length; from += 1) {
    let hash = offsetBasis;
    for (let at = from; at < Math.min(from + longest, text.length); at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), prime);
      if (at - from + 1 >= shortest) found.add(hash);
    }
  }
};

/** Adds the words, alone and in pairs, after their spelling was mended. */
const addWords = (tokens: Looked['tokens'], found: BucketList): void => {
  const words = tokens.filter(({ kind }) => kind !== 'mark').slice(0, mostWords);
  words.forEach(({ text }, at) => {
    const alone = hashOf(text, wordKind);
    found.add(alone);
    const next = words[at + 1];
    if (next !== undefined) found.add(hashOf(next.text, hashOf(' ', alone)));
  });
};

/** Adds the concepts with their contexts, and the contexts by themselves, so that any past or film counts. */
const addConcepts = (mentions: Looked['mentions'], found: BucketList): void => {
  for (const { concept, contexts } of mentions.slice(0, mostWords)) {
    const alone = hashOf(concept, conceptKind);
    const inContexts = hashOf(':', alone);
    found.add(contexts.size === 0 ? inContexts : hashOf([...contexts].sort().join(), inContexts));
    if (contexts.size === 0) found.add(alone);
    for (const context of contexts) found.add(hashOf(context, contextKind));
  }
};

/** Concepts beyond this many are not paired; these make 91 pairs. */
const mostPaired = 14;

/** Adds pairs of concepts that are said of today and of the person: "weak" and "legs" mean more together. */
const addPairs = (mentions: Looked['mentions'], found: BucketList): void => {
  const plain = mentions.slice(0, mostWords).filter(({ contexts }) => contexts.size === 0);
  const said = [...new Set(plain.map(({ concept }) => concept))].sort().slice(0, mostPaired);
  said.forEach((concept, at) => {
    const first = hashOf('+', hashOf(concept, pairKind));
    for (const other of said.slice(at + 1)) found.add(hashOf(other, first));
  });
};

/** Adds the rule, so that the model also learns how far to believe each rule. */
const addRule = (ruled: Ruled | undefined, found: BucketList): void => {
  found.add(hashOf(`f:${ruled?.flag ?? 'none'}`));
  if (ruled !== undefined) found.add(hashOf(`r:${ruled.rule}`));
};

/** The features that need no lexicon: runs of letters, words, and pairs of words. */
const lettersAndWords = ({ normalised, tokens }: Looked): BucketList => {
  const found = new BucketList(buckets);
  addRuns(normalised.text, found);
  addWords(tokens, found);
  return found;
};
/** The buckets of letters and words, for models that do not use the lexicons. */
export const bareFeaturesOf = (looked: Looked): readonly number[] => lettersAndWords(looked).list;

/**
 * The buckets that a text's features fall into, each once: letters and words, concepts with their contexts and in pairs,
 * and the rule that found a flag. One model serves both languages, because every text is read with both lexicons.
 */
export const featuresOf = (looked: Looked): readonly number[] => {
  const found = lettersAndWords(looked);
  addConcepts(looked.mentions, found);
  addPairs(looked.mentions, found);
  addRule(looked.ruled, found);
  return found.list;
};
