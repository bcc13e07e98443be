import type { ReadWords } from './read-words.ts';
import type { SafetyAnswers } from './safety/safety-answer.ts';
import type { Check } from './second-opinion/second-opinion.ts';

/** What replies are read with, and red flags answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, in the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  /** What a text that the rules find nothing in may call for all the same. */
  readonly secondOpinion: (words: ReadWords) => Check | undefined;
  readonly safety: SafetyAnswers;
}
