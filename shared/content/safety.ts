import * as z from 'zod/mini';
import compiled from '../../content/compiled/safety.json' with { type: 'json' };
import { buildLexicon, type Lexicon } from '../domain/reply/safety.ts';

const byLanguage = z.object({ en: z.string(), fr: z.string() });
const byFlag = z.object({ crisis: z.string(), emergency: z.string(), urgent: z.string() });
const source = z.optional(z.string());

const compiledSchema = z.object({
  vocabulary: z.record(z.string(), z.string()),
  rules: z.array(
    z.object({
      flag: z.enum(['crisis', 'emergency', 'urgent']),
      signs: source,
      losses: source,
      unless: source,
    }),
  ),
  tolerant: z.array(z.string()),
  negation: z.object({ before: z.string(), between: z.string(), behind: z.string() }),
  countries: z.record(z.string(), z.object({ emergency: byLanguage, crisis: byLanguage, urgent: byLanguage })),
  answers: z.object({ en: byFlag, fr: byFlag }),
});

let lexicon: Lexicon | undefined;

/** What replies are read with, and safety answers made of; built once, from what content/safety.yaml was compiled to. */
export const loadLexicon = (): Lexicon => {
  lexicon ??= buildLexicon(compiledSchema.parse(compiled));
  return lexicon;
};
