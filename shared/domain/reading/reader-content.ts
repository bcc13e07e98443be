import type { ReadWords } from './read-words.ts';
import type { SafetyAnswers } from './safety/safety-answer.ts';
import type { Opinion } from './second-opinion/second-opinion.ts';
import type { TopicShares } from './second-opinion/topic-model.ts';

/** What replies are read with, and red flags answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, in the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  /** What a text that the rules find nothing in may call for all the same. */
  readonly secondOpinion: (words: ReadWords) => Opinion | undefined;
  /** How likely a text is about each topic, for what the rules leave open. */
  readonly topics: (words: ReadWords) => TopicShares;
  readonly safety: SafetyAnswers;
}
