import type { ReadWords } from '../read-words.ts';
import { BucketList } from './bucket-list.ts';

/** The rule that found a red flag in a text, and which flag. */
export interface Ruled {
  readonly rule: string;
  /** Its name: what is learnt needs no more of it. */
  readonly flag: string;
}

/** What a model looks at in a text: what the lexicons' deciders look at, its letters, and what the rules made of it. */
export interface Looked extends Pick<ReadWords, 'normalised' | 'tokens' | 'mentions'> {
  readonly ruled?: Ruled | undefined;
}

/** How many buckets the features are spread over: 32 KB a model, most of them empty, some 9 when packed. */
export const buckets = 65_536;

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
const hashOf = (text: string, from = offsetBasis): number => {
  let hash = from;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
  return hash;
};

/** Each kind of feature begins its hash with a sign of its own; what follows is hashed on from there. */
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

/** Words as they are after their spelling is mended, by themselves and in pairs. */
const addWords = (tokens: Looked['tokens'], found: BucketList): void => {
  const words = tokens.filter(({ kind }) => kind !== 'mark').slice(0, mostWords);
  words.forEach(({ text }, at) => {
    const alone = hashOf(text, wordKind);
    found.add(alone);
    const next = words[at + 1];
    if (next !== undefined) found.add(hashOf(next.text, hashOf(' ', alone)));
  });
};

/** Concepts that the lexicons found, in their contexts; contexts by themselves: so a past or a film counts as one. */
const addConcepts = (mentions: Looked['mentions'], found: BucketList): void => {
  for (const { concept, contexts } of mentions.slice(0, mostWords)) {
    const alone = hashOf(concept, conceptKind);
    const inContexts = hashOf(':', alone);
    found.add(contexts.size === 0 ? inContexts : hashOf([...contexts].sort().join(), inContexts));
    if (contexts.size === 0) found.add(alone);
    for (const context of contexts) found.add(hashOf(context, contextKind));
  }
};

/** Pairs of so many concepts, 91 at most. */
const mostPaired = 14;

/** Concepts that are said of today and of the person, in pairs: "weak" and "legs" are more than the two. */
const addPairs = (mentions: Looked['mentions'], found: BucketList): void => {
  const plain = mentions.slice(0, mostWords).filter(({ contexts }) => contexts.size === 0);
  const said = [...new Set(plain.map(({ concept }) => concept))].sort().slice(0, mostPaired);
  said.forEach((concept, at) => {
    const first = hashOf('+', hashOf(concept, pairKind));
    for (const other of said.slice(at + 1)) found.add(hashOf(other, first));
  });
};

/** How far each rule is to be believed is learnt as well. */
const addRule = (ruled: Ruled | undefined, found: BucketList): void => {
  found.add(hashOf(`f:${ruled?.flag ?? 'none'}`));
  if (ruled !== undefined) found.add(hashOf(`r:${ruled.rule}`));
};

/** Those that need no lexicon: runs of three to five letters, words, and pairs of words. */
const lettersAndWords = ({ normalised, tokens }: Looked): BucketList => {
  const found = new BucketList(buckets);
  addRuns(normalised.text, found);
  addWords(tokens, found);
  return found;
};
/** The buckets of letters and words alone, each once, which need no lexicon. */
export const bareFeaturesOf = (looked: Looked): readonly number[] => lettersAndWords(looked).list;

/**
 * The buckets that the features of a text fall into, each once: letters and words, concepts in their contexts and in pairs,
 * and the rule that found a flag. Of one language as of two, as both lexicons look through every text.
 */
export const featuresOf = (looked: Looked): readonly number[] => {
  const found = lettersAndWords(looked);
  addConcepts(looked.mentions, found);
  addPairs(looked.mentions, found);
  addRule(looked.ruled, found);
  return found.list;
};
