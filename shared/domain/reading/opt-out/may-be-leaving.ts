import type { Intent } from '../intent.ts';
import type { Concept } from '../lexicon/concept.ts';
import type { ReadWords } from '../read-words.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/** What two models make of a text: how likely each topic is, and whether it is a wish to be left alone. */
export interface Likeness {
  readonly shares: () => TopicShares;
  readonly leaving: () => { readonly isSure: boolean } | undefined;
  /** Whether it may be a goodbye to life. */
  readonly mayBeLastWords: () => boolean;
}

/**
 * So likely a wish to be left alone is worth a question. Of eight voices that the model had not met, 15 texts of 1,000 that are
 * none are asked about at 0.45, and 32 at 0.28; a wish that is missed weighs more than a question too many. The more talk the
 * topics are learnt from, the lower a wish's share: what 0.3 was, is 0.26 now.
 */
const askedFrom = 0.26;
/** What is only said; a number or a command is answered for what it is. */
const words: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'suggest']);
/** What is not understood, or a place that is none: nothing would be carried out by it that a likely wish could displace. */
const unread: ReadonlySet<Intent['kind']> = new Set(['unclear', 'zone']);
/** So likely a wish is asked about where a number or a place is asked for otherwise, or in a single word. */
const likelyFrom = 0.7;
/** These say that they stay, or want fewer, or speak of another stop or of our small print. */
const vetoes: ReadonlySet<string> = new Set<Concept>([
  'keep-on',
  'stopping-other',
  'quoting-us',
  'pain-or-back',
  'fewer',
]);

const wordsOf = ({ tokens }: ReadWords): readonly string[] =>
  tokens.filter(({ kind }) => kind === 'word').map(({ text }) => text);
/** One short word answers a question of ours ("any", "no") and is likest to nothing; "desabonemment" speaks for itself. */
const longWord = 8;
const saysEnough = ([first, ...more]: readonly string[]): boolean =>
  more.length > 0 || (first?.length ?? 0) >= longWord;

/** A second opinion on texts in which the rules found no wish to be left alone: it may only lead to a question that names STOP. */
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
  // "Sometimes": one word must be taken for such a wish, not for a topic near it.
  return leaving() !== undefined || share > (said.length > 1 ? askedFrom : likelyFrom);
};
