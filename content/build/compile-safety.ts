import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { languages } from '../../shared/domain/people/subscriber.ts';
import { type SafetyAnswers, safetyAnswer } from '../../shared/domain/reading/safety/safety-answer.ts';
import { ContentProblemsError, type Problem } from './problem.ts';
import { sizeProblem } from './text-size.ts';
import { readYaml } from './yaml-source.ts';

const flags = ['crisis', 'violence', 'now', 'today'] as const;
/** What a country has a number for; those of violence and the single line only where they are known. */
const lines = [...flags, 'line'] as const;
const answered = [...flags, 'check', 'gentle'] as const;
const byLanguage = z.strictObject({ en: z.string().min(2), fr: z.string().min(2) });

const countrySchema = z
  .strictObject({
    now: byLanguage,
    crisis: byLanguage,
    today: byLanguage,
    violence: byLanguage.optional(),
    line: byLanguage.optional(),
    sources: z.array(
      z.strictObject({ of: z.array(z.enum(lines)).min(1), source: z.string().min(3), date: z.iso.date() }),
    ),
  })
  .refine(
    (country) =>
      lines.every((line) => country[line] === undefined || country.sources.some(({ of }) => of.includes(line))),
    {
      message: 'every number needs a source and a date beside it',
    },
  );
const helplinesSchema = z.strictObject({ countries: z.object({ default: countrySchema }).catchall(countrySchema) });
const answersSchema = z.strictObject({
  answers: z.record(
    z.enum(languages),
    z.strictObject({
      crisis: z.string(),
      now: z.string(),
      today: z.string(),
      violence: z.string(),
      check: z.string(),
      gentle: z.string(),
    }),
  ),
});

/**
 * The placeholders each answer has to name, and how many segments it may take: two are 306 septets (docs/facts.md#a10,
 * docs/facts.md#d3).
 */
const placeholdersOf = {
  crisis: ['crisis', 'now'],
  now: ['now'],
  today: ['today', 'now'],
  violence: ['violence', 'now'],
  check: ['now'],
  gentle: ['line'],
} as const;
const allowedSegments = { crisis: 2, violence: 2, now: 2, today: 2, check: 2, gentle: 1 } as const;
/**
 * Words that name a diagnosis, which no answer may contain: only somebody who can examine them may say what they have.
 */
const diagnosis =
  /\byou (?:may |might |could |probably )?(?:have|suffer)\b(?! hurt yourself)|\bvous (?:avez|souffrez) (?:une?|de)\b/i;

const problemsOf = (answer: string, flag: (typeof answered)[number]): readonly string[] => {
  const missing = placeholdersOf[flag].filter((name) => !answer.includes(`{${name}}`));
  return [
    ...(missing.length > 0 ? [`the answer does not name {${missing.join('}, {')}}`] : []),
    ...(diagnosis.test(answer) ? ['the answer names a diagnosis: say "get checked"'] : []),
  ];
};

/** The text of a file of content/. */
const textOf = (file: string): string => readFileSync(join(import.meta.dirname, '..', file), 'utf8');

/**
 * Reads and checks content/safety-answers.yaml and content/helplines.yaml: every answer with every country's numbers.
 * @throws ContentProblemsError, which names the files and the lines
 */
export const compileSafety = (
  answersText: string = textOf('safety-answers.yaml'),
  helplinesText: string = textOf('helplines.yaml'),
): SafetyAnswers => {
  const path = 'content/safety-answers.yaml';
  const source = readYaml(path, answersText, answersSchema);
  const helplines = readYaml('content/helplines.yaml', helplinesText, helplinesSchema);
  if (source.value === undefined || helplines.value === undefined)
    throw new ContentProblemsError([...source.problems, ...helplines.problems]);
  const countries = Object.fromEntries(
    Object.entries(helplines.value.countries).map(([code, { sources: _, violence, line, ...help }]) => [
      code,
      { ...help, ...(violence === undefined ? {} : { violence }), ...(line === undefined ? {} : { line }) },
    ]),
  );
  const compiled: SafetyAnswers = { countries, answers: source.value.answers };
  const problems: Problem[] = [];
  for (const language of languages)
    for (const flag of answered) {
      const sizes = Object.keys(countries).map((country) =>
        sizeProblem(`the answer in ${country}`, safetyAnswer(flag, country, language, compiled), allowedSegments[flag]),
      );
      for (const what of [...problemsOf(compiled.answers[language][flag], flag), ...sizes])
        if (what !== undefined) problems.push({ path, line: source.lineOf('answers', language, flag), what });
    }
  if (problems.length > 0) throw new ContentProblemsError(problems);
  return compiled;
};
