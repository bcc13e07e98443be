import type { Intent } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { ReadWords } from '../read-words.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/** What the models make of a text: how likely each topic is, and whether it may be a wish to be left alone. */
export interface Likeness {
  readonly shares: () => TopicShares;
  readonly leaving: () => { readonly isSure: boolean } | undefined;
  /** Whether the text may be a goodbye to life. */
  readonly mayBeLastWords: () => boolean;
}

/**
 * From this likeness on, a possible opt-out is asked about. Measured on eight voices that the model had not met: of 1,000
 * texts that are no opt-out, 15 are asked about at 0.45 and 32 at 0.28. A missed opt-out weighs more than a needless
 * question. With more talk in training the model gives a wish to leave a lower share: the 0.3 of before is 0.26 now.
 */
const askedFrom = 0.26;
/** Intents that only say something. A number or a command is answered as such. */
const words: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'suggest']);
/**
 * Intents that carry nothing out which a question about leaving could displace: a text that was not understood, and a place
 * that is none.
 */
const unread: ReadonlySet<Intent['kind']> = new Set(['unclear', 'zone']);
/** This much likeness is needed where the text gives a number or a place, or is a single word. */
const likelyFrom = 0.7;
/**
 * Concepts that speak against an opt-out: the person stays, wants fewer messages, or speaks of another stop or of our small
 * print.
 */
const vetoes: ReadonlySet<string> = new Set<Concept>([
  'keep-on',
  'stopping-other',
  'quoting-us',
  'pain-or-back',
  'fewer',
]);

const wordsOf = ({ tokens }: ReadWords): readonly string[] =>
  tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);
/**
 * A short single word ("any", "no") answers a question of ours and is like nothing. A long one such as "desabonemment"
 * speaks for itself.
 */
const longWord = 8;
const saysEnough = ([first, ...more]: readonly string[]): boolean =>
  more.length > 0 || (first?.length ?? 0) >= longWord;

/** A model's opinion on a text in which the rules found no opt-out. It may only lead to a question that names STOP. */
export const mayBeLeaving = (
  { kind }: Intent,
  read: ReadWords,
  { shares, leaving }: Pick<Likeness, 'shares' | 'leaving'>,
): boolean => {
  const said = wordsOf(read);
  const share = shares().get('leaving') ?? 0;
  if (!(words.has(kind) || (unread.has(kind) && share > likelyFrom && said.length > 2)) || !saysEnough(said))
    return false;
  if (read.mentions.some(({ concept }) => vetoes.has(concept))) return false;
  // A single word ("sometimes") must be like an opt-out itself. Being like a topic near it is not enough.
  return leaving() !== undefined || share > (said.length > 1 ? askedFrom : likelyFrom);
};
