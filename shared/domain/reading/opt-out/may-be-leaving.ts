import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/**
 * So likely a wish to be left alone is worth a question. Of eight voices that the model had not met, 15 texts of 1,000 that are
 * none are asked about at 0.45, and 32 at 0.28; a wish that is missed weighs more than a question too many.
 */
const askedFrom = 0.3;
/** What is only said; a number or a command is answered for what it is. */
const words: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'suggest']);
/** These say that they stay, or speak of another stop or of our small print. */
const vetoes = new Set(['keep-on', 'stopping-other', 'quoting-us', 'pain-or-back']);

/** One short word answers a question of ours ("any", "no") and is likest to nothing; "desabonemment" speaks for itself. */
const longWord = 8;
const saysEnough = ({ tokens }: ReadWords): boolean => {
  const [first, ...more] = tokens.filter(({ kind }) => kind === 'word');
  return more.length > 0 || (first?.text.length ?? 0) >= longWord;
};

/** A second opinion on texts in which the rules found no wish to be left alone: it may only lead to a question that names STOP. */
export const mayBeLeaving = ({ kind }: Intent, read: ReadWords, shares: () => TopicShares): boolean =>
  words.has(kind) &&
  saysEnough(read) &&
  !read.mentions.some(({ concept }) => vetoes.has(concept)) &&
  (shares().get('leaving') ?? 0) > askedFrom;
