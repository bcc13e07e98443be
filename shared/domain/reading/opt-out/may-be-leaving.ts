import type { Intent } from '../intent.ts';
import type { ReadWords } from '../read-words.ts';
import type { TopicShares } from '../second-opinion/topic-model.ts';

/** So likely a wish to be left alone is worth a question: of voices that the model had not met, 15 texts of 1,000 that are none. */
const askedFrom = 0.45;
/** What is only said; a number or a command is answered for what it is. */
const words: ReadonlySet<Intent['kind']> = new Set(['note', 'talk', 'suggest']);
/** These say that they stay, or speak of another stop or of our small print. */
const vetoes = new Set(['keep-on', 'stopping-other', 'quoting-us', 'pain-or-back']);

/** A second opinion on texts in which the rules found no wish to be left alone: it may only lead to a question that names STOP. */
export const mayBeLeaving = ({ kind }: Intent, { mentions }: ReadWords, shares: () => TopicShares): boolean =>
  words.has(kind) && !mentions.some(({ concept }) => vetoes.has(concept)) && (shares().get('leaving') ?? 0) > askedFrom;
