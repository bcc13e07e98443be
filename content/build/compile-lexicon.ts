import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Language } from '../../shared/domain/people/subscriber.ts';
import type { CompiledLexicon, Cue } from '../../shared/domain/reading/lexicon/lexicon.ts';
import { readWords } from '../../shared/domain/reading/read-words.ts';
import { normalise } from '../../shared/domain/reading/text/normalise.ts';
import { commonWords } from './common-words.ts';
import { LexiconPhraseError } from './lexicon-phrase.ts';
import { PhraseTreeBuilder, vocabularyOf } from './phrase-tree-builder.ts';
import { ContentProblemsError, type Problem } from './problem.ts';
import { realWordsNear, wordsLikeElisions } from './real-words.ts';
import { readYaml } from './yaml-source.ts';

const id = z.string().regex(/^[a-z]+(?:-[a-z]+)*$/, 'must be lower-case words with hyphens');
const phrases = z.array(z.string().min(1)).min(1);

const conceptSchema = z.strictObject({
  concept: id,
  /** What it is, in a sentence for whoever reads the list. */
  means: z.string().min(1),
  phrases,
  examples: z.array(z.string()).optional(),
  counterexamples: z.array(z.string()).optional(),
});
const cueSchema = z.strictObject({
  cue: id,
  means: z.string().min(1),
  context: z.enum([
    'negated',
    'hypothetical',
    'past',
    'known',
    'other',
    'figurative',
    'quoted',
    'but',
    'subject',
    'self',
    'own',
    'until',
    'recent',
    'none',
  ]),
  reach: z.enum(['forward', 'backward', 'both', 'covers', 'sentence', 'before']),
  phrases,
});
const classSchema = z.strictObject({
  class: id,
  /** What its words do to a number beside them, in a sentence for whoever reads the list. */
  means: z.string().min(1),
  /** Whether its words are recognised with a typo in them; otherwise only in their forms. */
  typos: z.boolean().optional(),
  phrases,
});
/** One file of a lexicon: a subject, and its concepts, cues or classes of words. */
const subjectSchema = z.strictObject({
  subject: z.string().min(1),
  /**
   * `service`: the phrase is about what is said to us, not about the body, so that a "no" in it still denies what
   * stands behind it.
   */
  about: z.literal('service').optional(),
  concepts: z.array(conceptSchema).optional(),
  cues: z.array(cueSchema).optional(),
  classes: z.array(classSchema).optional(),
});
const spellingsSchema = z.record(z.string(), z.string());

/** Words of `spellings.yaml` as they are matched. */
const readSpellings = (
  path: string,
  text: string,
): { spellings: Record<string, string>; problems: readonly Problem[] } => {
  const { value = {}, problems } = readYaml(path, text, spellingsSchema);
  const plain = (words: string): string => normalise(words).text.replaceAll("'", '');
  return {
    spellings: Object.fromEntries(Object.entries(value).map(([variant, words]) => [plain(variant), plain(words)])),
    problems,
  };
};

/**
 * Reports unquoted phrases with ` #` in them: YAML takes that for a comment, and "at # am" would become the phrase
 * "at".
 */
const cutPhrases = (path: string, text: string): readonly Problem[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      /^\s*- [^"'[{#].*\s#/.test(line)
        ? [{ path, line: at + 1, what: `a phrase with " #" must stand in quotes: ${line.trim()}` }]
        : [],
    );

type Subject = z.infer<typeof subjectSchema>;

interface Entry {
  readonly name: string;
  readonly phrases: readonly string[];
  readonly cue?: Cue;
  readonly isClass?: boolean;
  readonly isOfService?: boolean;
  /** Whether its words are recognised only as they are spelt, never with a typo. */
  readonly isExact?: boolean;
  readonly examples: readonly string[];
  readonly counterexamples: readonly string[];
  readonly path: string;
  readonly lineOf: (...keys: readonly PropertyKey[]) => number;
  readonly keys: readonly PropertyKey[];
}

const entriesOf = (path: string, subject: Subject, lineOf: Entry['lineOf']): readonly Entry[] => [
  ...(subject.concepts ?? []).map((entry, at) => ({
    name: entry.concept,
    phrases: entry.phrases,
    isOfService: subject.about === 'service',
    examples: entry.examples ?? [],
    counterexamples: entry.counterexamples ?? [],
    path,
    lineOf,
    keys: ['concepts', at],
  })),
  ...(subject.cues ?? []).map(({ cue, context, reach, phrases: wordings }, at) => ({
    name: cue,
    phrases: wordings,
    cue: { context, reach },
    examples: [],
    counterexamples: [],
    path,
    lineOf,
    keys: ['cues', at],
  })),
  ...(subject.classes ?? []).map((entry, at) => ({
    name: entry.class,
    phrases: entry.phrases,
    isClass: true,
    isExact: entry.typos !== true,
    examples: [],
    counterexamples: [],
    path,
    lineOf,
    keys: ['classes', at],
  })),
];

/** Tries the examples: each must be read as naming its concept today, and no counterexample may be. */
const tryExamples = (entries: readonly Entry[], lexicon: CompiledLexicon, language: Language): readonly Problem[] => {
  const read = readWords({ [language]: lexicon });
  const holds = (text: string, name: string): boolean =>
    read(text).mentions.some(({ concept, contexts }) => concept === name && contexts.size === 0);
  return entries.flatMap(({ name, examples, counterexamples, path, lineOf, keys }) => [
    ...examples
      .map((text, at) => ({ text, at }))
      .filter(({ text }) => !holds(text, name))
      .map(({ text, at }) => ({ path, line: lineOf(...keys, 'examples', at), what: `"${text}" must say ${name}` })),
    ...counterexamples
      .map((text, at) => ({ text, at }))
      .filter(({ text }) => holds(text, name))
      .map(({ text, at }) => ({
        path,
        line: lineOf(...keys, 'counterexamples', at),
        what: `"${text}" must not say ${name}`,
      })),
  ]);
};

/**
 * Reads, checks and compiles `<root>/<language>/lexicon`: phrases, cues, spellings. Every example is tried.
 * @throws ContentProblemsError with everything that is wrong
 */
export const compileLexicon = (root: string, language: Language): CompiledLexicon => {
  const folder = join(root, language, 'lexicon');
  const problems: Problem[] = [];
  const entries: Entry[] = [];
  let spellings: Record<string, string> = {};
  let dialect: Record<string, string> = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const path = `content/${language}/lexicon/${file}`;
    const text = readFileSync(join(folder, file), 'utf8');
    if (file === 'spellings.yaml' || file === 'dialect.yaml') {
      const read = readSpellings(path, text);
      if (file === 'spellings.yaml') spellings = read.spellings;
      else dialect = read.spellings;
      problems.push(...read.problems);
      continue;
    }
    const { value, problems: found, lineOf } = readYaml(path, text, subjectSchema);
    problems.push(...found, ...cutPhrases(path, text));
    if (value !== undefined) entries.push(...entriesOf(path, value, lineOf));
  }

  const all = new PhraseTreeBuilder(language, spellings);
  const tolerant = new PhraseTreeBuilder(language, spellings);
  const concepts = [...new Set(entries.map(({ name }) => name))];
  for (const entry of entries) {
    entry.phrases.forEach((phrase, at) => {
      try {
        all.add(phrase, concepts.indexOf(entry.name));
        if (entry.isExact !== true) tolerant.add(phrase, 0);
      } catch (error) {
        if (!(error instanceof LexiconPhraseError)) throw error;
        problems.push({ path: entry.path, line: entry.lineOf(...entry.keys, 'phrases', at), what: error.message });
      }
    });
  }
  const stems = vocabularyOf(all.built());
  const tolerantStems = vocabularyOf(tolerant.built());
  const lexicon: CompiledLexicon = {
    concepts,
    ...all.built(),
    spellings,
    exactStems: [...stems]
      .filter((word) => !tolerantStems.has(word))
      .sort()
      .join(' '),
    dialect,
    realWords: [
      ...new Set([
        ...realWordsNear([...tolerantStems], commonWords(), language).filter((word) => !stems.has(word)),
        ...(language === 'fr' ? wordsLikeElisions([...stems], commonWords(), language) : []),
      ]),
    ]
      .sort()
      .join(' '),
    cues: Object.fromEntries(entries.flatMap(({ name, cue }) => (cue === undefined ? [] : [[name, cue]]))),
    classes: [...new Set(entries.filter(({ isClass }) => isClass === true).map(({ name }) => name))],
    ofService: [...new Set(entries.filter(({ isOfService }) => isOfService === true).map(({ name }) => name))],
  };
  const found = [...problems, ...tryExamples(entries, lexicon, language)];
  if (found.length > 0) throw new ContentProblemsError(found);
  return lexicon;
};
