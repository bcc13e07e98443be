import type { ReadWords } from '../reading/read-words.ts';
import type { SafetyAnswers } from './safety-answer.ts';

/** What replies are read with, and red flags answered with. */
export interface Lexicon {
  /** Reads a text into words and concepts, in the lexicons of both languages. */
  readonly words: (original: string) => ReadWords;
  readonly safety: SafetyAnswers;
}
