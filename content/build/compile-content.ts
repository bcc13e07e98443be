import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CompiledLanguage, compileLanguage } from './compile-language.ts';
import type { MessageSpecs } from './messages-source.ts';
import { ContentProblemsError } from './problem.ts';
import { readProgram } from './programme-source.ts';

interface CompiledContent {
  /** Name below `content/compiled/`, without its ending -> what it holds. */
  readonly files: ReadonlyMap<string, unknown>;
  /** One line for the terminal. */
  readonly summary: string;
}

/** A language is a folder of two letters that holds tips. */
const languagesOf = (root: string): readonly string[] =>
  readdirSync(root)
    .filter((name) => /^[a-z]{2}$/.test(name) && existsSync(join(root, name, 'tips')))
    .sort();

const summaryOf = (languages: ReadonlyMap<string, CompiledLanguage>): string => {
  const all = [...languages.values()];
  const most = (of: (language: CompiledLanguage) => number) => Math.max(...all.map(of));
  const names = all.length > 1 ? ` (${[...languages.keys()].join(', ')})` : '';
  return (
    `content${names}: ${most(({ tips }) => tips)} tips, ${most(({ messages }) => messages)} messages, ` +
    `worst tip ${most(({ longestTip }) => longestTip)}/160 septets, ` +
    `reading grade at most ${most(({ highestGrade }) => highestGrade)}`
  );
};

/**
 * Checks and compiles all tips and messages under `root`. `today` (`YYYY-MM-DD`) is what review dates are held against.
 * Throws ContentProblemsError with everything that is wrong, not only the first thing.
 */
export const compileContent = (root: string, specs: MessageSpecs, today: string): CompiledContent => {
  const { program, problems } = readProgram('content/program.yaml', readFileSync(join(root, 'program.yaml'), 'utf8'));
  if (program === undefined) throw new ContentProblemsError(problems);
  const languages = new Map(
    languagesOf(root).map((language) => [language, compileLanguage(root, language, program, specs, today)]),
  );
  const all = [...problems, ...[...languages.values()].flatMap((language) => language.problems)];
  if (all.length > 0) throw new ContentProblemsError(all);
  const files = new Map<string, unknown>();
  for (const [language, compiled] of languages) {
    for (const [name, value] of Object.entries(compiled.files)) files.set(`${language}/${name}`, value);
  }
  return { files, summary: summaryOf(languages) };
};
