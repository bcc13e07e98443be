import { memoize } from '../domain/memoize.ts';
import { parseReply } from '../domain/reading/parse-reply.ts';
import type { ParsedReply } from '../domain/reading/parsed-reply.ts';
import { type SafetyAnswerIn, safetyAnswer } from '../domain/reading/safety/safety-answer.ts';
import { loadLexicon } from './safety.ts';

/** How a reply is read, and how a red flag is answered. */
export interface ReplyReading {
  readonly parse: (text: string) => ParsedReply;
  readonly safetyAnswer: SafetyAnswerIn;
}

/**
 * Loads the reading of replies and the answers to red flags, from what clinicians wrote and `npm run content` compiled:
 * the one place from which every function takes both. Built when first needed, once per environment.
 */
export const loadReplyReading: () => ReplyReading = memoize(() => {
  const lexicon = loadLexicon();
  return {
    parse: (text) => parseReply(text, lexicon),
    safetyAnswer: (flag, country, language) => safetyAnswer(flag, country, language, lexicon.safety),
  };
});
