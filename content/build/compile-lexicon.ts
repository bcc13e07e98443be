import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import english from 'an-array-of-english-words' with { type: 'json' };
import french from 'an-array-of-french-words' with { type: 'json' };
import * as z from 'zod';
import type { CompiledLexicon, Cue } from '../../shared/domain/reading/lexicon/lexicon.ts';
import { readWords } from '../../shared/domain/reading/read-words.ts';
import { normalise } from '../../shared/domain/reply/normalise.ts';
import type { Language } from '../../shared/domain/subscriber.ts';
import { ContentProblemsError, type Problem } from '../problem.ts';
import { readYaml } from '../yaml-source.ts';
import { LexiconPhraseError, wordingsOf } from './lexicon-phrase.ts';
import { addWording, type GrowingTree } from './phrase-tree.ts';
import { realWordsNear, wordsLikeElisions } from './real-words.ts';

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
    'other',
    'figurative',
    'quoted',
    'but',
    'subject',
    'until',
    'none',
  ]),
  reach: z.enum(['forward', 'backward', 'both', 'covers', 'sentence']),
  phrases,
});
/** One file of a lexicon: a subject, and its concepts or cues. */
const subjectSchema = z.strictObject({
  subject: z.string().min(1),
  concepts: z.array(conceptSchema).optional(),
  cues: z.array(cueSchema).optional(),
});
const spellingsSchema = z.record(z.string(), z.string());

const allWords = [...english, ...french].map((word) => normalise(word).text.replaceAll("'", ''));

const stemsOf = (tree: GrowingTree, found: Set<string> = new Set()): Set<string> => {
  for (const [word, next] of Object.entries(tree)) {
    if (word.length > 1 && !word.startsWith('=')) found.add(word);
    if (!Array.isArray(next)) stemsOf(next, found);
  }
  return found;
};

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

type Subject = z.infer<typeof subjectSchema>;

interface Entry {
  readonly name: string;
  readonly phrases: readonly string[];
  readonly cue?: Cue;
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
];

/** An example has to name its concept as said of today; a counterexample must not. */
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
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const path = `content/${language}/lexicon/${file}`;
    const text = readFileSync(join(folder, file), 'utf8');
    if (file === 'spellings.yaml') {
      const read = readSpellings(path, text);
      spellings = read.spellings;
      problems.push(...read.problems);
      continue;
    }
    const { value, problems: found, lineOf } = readYaml(path, text, subjectSchema);
    problems.push(...found);
    if (value !== undefined) entries.push(...entriesOf(path, value, lineOf));
  }

  const tree: GrowingTree = {};
  const concepts = [...new Set(entries.map(({ name }) => name))];
  for (const entry of entries) {
    entry.phrases.forEach((phrase, at) => {
      try {
        for (const wording of wordingsOf(phrase))
          addWording(tree, wording, concepts.indexOf(entry.name), language, spellings);
      } catch (error) {
        if (!(error instanceof LexiconPhraseError)) throw error;
        problems.push({ path: entry.path, line: entry.lineOf(...entry.keys, 'phrases', at), what: error.message });
      }
    });
  }
  const cues = Object.fromEntries(entries.flatMap(({ name, cue }) => (cue === undefined ? [] : [[name, cue]])));
  const lexicon: CompiledLexicon = {
    concepts,
    tree,
    spellings,
    realWords: [
      ...new Set([
        ...realWordsNear([...stemsOf(tree)], allWords, language),
        ...(language === 'fr' ? wordsLikeElisions([...stemsOf(tree)], allWords, language) : []),
      ]),
    ].sort(),
    cues,
  };
  const all = [...problems, ...tryExamples(entries, lexicon, language)];
  if (all.length > 0) throw new ContentProblemsError(all);
  return lexicon;
};
