import type { ReadWords } from './read-words.ts';
import type { SafetyAnswers } from './safety/safety-answer.ts';
import type { SecondOpinion } from './second-opinion/second-opinion.ts';
import type { TopicShares } from './second-opinion/topic-model.ts';

/** All that replies are read with and red flags are answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, with the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  /** Judges a text where the rules find nothing, and whether it is harmless where they find something. */
  readonly secondOpinion: SecondOpinion;
  /** Tells how likely a text is about each topic, for what the rules leave open. */
  readonly topics: (words: ReadWords) => TopicShares;
  readonly safety: SafetyAnswers;
}
