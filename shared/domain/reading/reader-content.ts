import type { ReadWords } from './read-words.ts';
import type { SafetyAnswers } from './safety/safety-answer.ts';
import type { SecondOpinion } from './second-opinion/second-opinion.ts';
import type { TopicShares } from './second-opinion/topic-model.ts';

/** What replies are read with, and red flags answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, in the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  /** What a text may call for in which the rules find nothing, and whether one is harmless in which they find something. */
  readonly secondOpinion: SecondOpinion;
  /** How likely a text is about each topic, for what the rules leave open. */
  readonly topics: (words: ReadWords) => TopicShares;
  readonly safety: SafetyAnswers;
}
