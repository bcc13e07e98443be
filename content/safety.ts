import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { readWords } from '../shared/domain/reading/read-words.ts';
import { normalise, plainWords } from '../shared/domain/reply/normalise.ts';
import {
  buildLexicon,
  type CompiledSafety,
  findSafety,
  type Lexicon,
  type SafetyRule,
} from '../shared/domain/reply/safety.ts';
import { safetyAnswer } from '../shared/domain/reply/safety-answer.ts';
import { ContentProblemsError, type Problem } from './build/problem.ts';
import { sizeProblem } from './build/segments.ts';
import { readYaml } from './build/yaml-source.ts';
import { compilePatterns, compileWords, gapWord, SafetyPatternError } from './safety-pattern.ts';
import { compileSignals } from './safety-signals.ts';

const list = z.array(z.string().min(1)).min(1);
const byLanguage = z.strictObject({ en: z.string().min(2), fr: z.string().min(2) });
const flags = ['crisis', 'emergency', 'urgent'] as const;
const languages = ['en', 'fr'] as const;

const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/, 'must be lower-case words with hyphens'),
  flag: z.enum(flags),
  signs: list.optional(),
  losses: list.optional(),
  unless: list.optional(),
  hits: list,
  misses: list,
});
const countrySchema = z.strictObject({ emergency: byLanguage, crisis: byLanguage, urgent: byLanguage });
const answersSchema = z.strictObject({ crisis: z.string(), emergency: z.string(), urgent: z.string() });

const safetySchema = z.strictObject({
  vocabulary: z.record(z.string().regex(/^\w+$/), list),
  tolerant: list,
  negation: z.strictObject({ before: list, between: list, behind: list }),
  rules: z.array(ruleSchema).min(1),
  harmless: list,
  countries: z.object({ checked: z.iso.date(), default: countrySchema }).catchall(countrySchema),
  answers: z.strictObject({ en: answersSchema, fr: answersSchema }),
});
type SafetySource = z.infer<typeof safetySchema>;
type RuleSource = z.infer<typeof ruleSchema>;

/** What each answer has to name, and segments each may take: two are 306 septets (facts A10, D3). */
const placeholdersOf = { crisis: ['crisis', 'emergency'], emergency: ['emergency'], urgent: ['urgent', 'emergency'] };
const allowedSegments = 2;
/** Nobody is told what they have: that is for somebody who can examine them. */
const diagnosis =
  /\byou (?:may |might |could |probably )?(?:have|suffer)\b(?! hurt yourself)|\bvous (?:avez|souffrez) (?:une?|de)\b/i;

type LineOf = (...path: readonly PropertyKey[]) => number;
type Report = (what: string, ...path: readonly PropertyKey[]) => void;

const compileRule = (source: RuleSource, at: number, names: ReadonlySet<string>, report: Report): SafetyRule => {
  const compiled = (part: 'signs' | 'losses' | 'unless'): Record<string, string> => {
    const patterns = source[part];
    if (patterns === undefined) return {};
    try {
      return { [part]: compilePatterns(patterns, names) };
    } catch (error) {
      if (!(error instanceof SafetyPatternError)) throw error;
      report(`\`${source.id}\` ${part}: ${error.message}`, 'rules', at, part);
      return {};
    }
  };
  return { flag: source.flag, ...compiled('signs'), ...compiled('losses'), ...compiled('unless') };
};

const compile = (source: SafetySource, report: Report): CompiledSafety => {
  const names = new Set(Object.keys(source.vocabulary));
  const { checked: _, ...countries } = source.countries;
  const vocabulary = {
    word: gapWord,
    ...Object.fromEntries(Object.entries(source.vocabulary).map(([name, words]) => [name, compileWords(words)])),
  };
  const rules = source.rules.map((rule, at) => compileRule(rule, at, names, report));
  const everyday = source.harmless.map((text) => plainWords(normalise(text).text));
  return {
    vocabulary,
    rules,
    signals: compileSignals(rules, vocabulary, everyday),
    tolerant: source.tolerant,
    negation: {
      before: ` ${compileWords(source.negation.before)}`,
      between: ` ${compileWords(source.negation.between)}`,
      behind: ` ${compileWords(source.negation.behind)}`,
    },
    countries,
    answers: source.answers,
  };
};

const tryExamples = (source: SafetySource, compiled: CompiledSafety, report: Report): void => {
  const flagOf = (text: string, lexicon: Lexicon) => findSafety(plainWords(normalise(text).text), lexicon);
  source.rules.forEach((rule, at) => {
    const alone = buildLexicon({ ...compiled, rules: compiled.rules.slice(at, at + 1) }, readWords({}));
    rule.hits.forEach((text, n) => {
      if (flagOf(text, alone) === undefined) report(`\`${rule.id}\` must match "${text}"`, 'rules', at, 'hits', n);
    });
    rule.misses.forEach((text, n) => {
      if (flagOf(text, alone) !== undefined)
        report(`\`${rule.id}\` must not match "${text}"`, 'rules', at, 'misses', n);
    });
  });
  const all = buildLexicon(compiled, readWords({}));
  source.harmless.forEach((text, n) => {
    const flag = flagOf(text, all);
    if (flag !== undefined) report(`"${text}" is harmless, and flagged ${flag}`, 'harmless', n);
  });
};

const checkAnswers = (compiled: CompiledSafety, report: Report): void => {
  for (const language of languages) {
    for (const flag of flags) {
      const answer = compiled.answers[language][flag];
      const missing = placeholdersOf[flag].filter((name) => !answer.includes(`{${name}}`));
      if (missing.length > 0) report(`the answer does not name {${missing.join('}, {')}}`, 'answers', language, flag);
      if (diagnosis.test(answer)) report('the answer names a diagnosis: say "get checked"', 'answers', language, flag);
      for (const country of Object.keys(compiled.countries)) {
        const problem = sizeProblem(
          `the answer for ${country}`,
          safetyAnswer(flag, country, language, compiled),
          allowedSegments,
        );
        if (problem !== undefined) report(problem, 'answers', language, flag);
      }
    }
  }
};

/**
 * Reads and checks content/safety.yaml: every pattern, every example, every answer with every country's numbers.
 * Throws ContentProblemsError, which names the file and the lines.
 */
export const compileSafety = (
  text: string = readFileSync(join(import.meta.dirname, 'safety.yaml'), 'utf8'),
): CompiledSafety => {
  const path = 'content/safety.yaml';
  const { value, problems, lineOf } = readYaml(path, text, safetySchema);
  if (value === undefined) throw new ContentProblemsError(problems);
  const found: Problem[] = [];
  const line: LineOf = lineOf;
  const report: Report = (what, ...keys) => {
    found.push({ path, line: line(...keys), what });
  };
  const compiled = compile(value, report);
  if (found.length === 0) {
    tryExamples(value, compiled, report);
    checkAnswers(compiled, report);
  }
  if (found.length > 0) throw new ContentProblemsError(found);
  return compiled;
};
