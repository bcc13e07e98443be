import type { ReadWords } from '../read-words.ts';
import { BucketList } from './bucket-list.ts';

/** What a model looks at in a text: what the lexicons' deciders look at, and its letters. */
export type Looked = Pick<ReadWords, 'normalised' | 'tokens' | 'mentions'>;

/** How many buckets the features are spread over: 16 KB a model. */
export const buckets = 16_384;

/** Runs of this many letters, spaces at the ends of words among them: they see through spelling. */
const shortest = 3;
const longest = 5;

/** Longer texts are judged by their first part, so that a mail of any length costs no more than this many characters. */
const mostRead = 1600;
/** Words and concepts of that part: no text of its length has more. */
const mostWords = 400;

/** FNV-1a, 32 bits. */
const offsetBasis = 2166136261;
const prime = 16777619;
const hashOf = (text: string): number => {
  let hash = offsetBasis;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
};

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

/** Words as they are after their spelling is mended, by themselves and in pairs. */
const addWords = (tokens: Looked['tokens'], found: BucketList): void => {
  const words = tokens.filter(({ kind }) => kind !== 'mark').slice(0, mostWords);
  words.forEach(({ text }, at) => {
    found.add(hashOf(`w:${text}`));
    const next = words[at + 1];
    if (next !== undefined) found.add(hashOf(`w:${text} ${next.text}`));
  });
};

/** Concepts that the lexicons found, in their contexts; contexts by themselves: so a past or a film counts as one. */
const addConcepts = (mentions: Looked['mentions'], found: BucketList): void => {
  for (const { concept, contexts } of mentions.slice(0, mostWords)) {
    found.add(hashOf(`c:${concept}:${[...contexts].sort().join()}`));
    if (contexts.size === 0) found.add(hashOf(`c:${concept}`));
    for (const context of contexts) found.add(hashOf(`x:${context}`));
  }
};

/**
 * The buckets that the features of a text fall into, each once: runs of three to five letters, words, pairs of words, and
 * concepts in their contexts. Of one language as of two, as both lexicons look through every text.
 */
export const featuresOf = ({ normalised, tokens, mentions }: Looked): readonly number[] => {
  const found = new BucketList(buckets);
  addRuns(normalised.text, found);
  addWords(tokens, found);
  addConcepts(mentions, found);
  return found.list;
};
