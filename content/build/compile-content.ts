import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileExample } from './compile-example.ts';
import { type CompiledLanguage, compileLanguage } from './compile-language.ts';
import type { MessageSpecs } from './messages-source.ts';
import { ContentProblemsError, type Problem } from './problem.ts';
import { firstProgramme, type ProgrammeSource, readProgramme, sharedChoices, withFlares } from './programme-source.ts';

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

/** Reports tips that share a number: what people have had is stored by that number. */
const sharedNumbers = (programmes: readonly ProgrammeSource[]): readonly Problem[] => {
  const owners = new Map<number, string>();
  return programmes.flatMap(({ path, listed, lineOf }) =>
    listed.flatMap(({ tip, number }) => {
      const owner = owners.get(number) ?? tip;
      owners.set(number, owner);
      return owner === tip
        ? []
        : [{ path, line: lineOf(tip), what: `${tip} has the number of ${owner}: give it one that was never used` }];
    }),
  );
};

/** Reads and checks `<root>/programmes/*.yaml`. */
const readProgrammes = (
  root: string,
): {
  readonly programmes: readonly ProgrammeSource[];
  readonly problems: readonly Problem[];
  /** Whether each of them could be read. */
  readonly areAllRead: boolean;
} => {
  const folder = join(root, 'programmes');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const read = names
    .sort()
    .map((name) =>
      readProgramme(name.slice(0, -5), `content/programmes/${name}`, readFileSync(join(folder, name), 'utf8')),
    );
  const { sources: programmes, problems: flares } = withFlares(read.flatMap(({ source }) => source ?? []));
  const missing = names.includes(`${firstProgramme}.yaml`)
    ? []
    : [
        {
          path: `content/programmes/${firstProgramme}.yaml`,
          line: 1,
          what: 'is missing: it is the programme that everybody begins with',
        },
      ];
  const problems = [
    ...read.flatMap((each) => each.problems),
    ...missing,
    ...flares,
    ...sharedNumbers(programmes),
    ...sharedChoices(programmes),
  ];
  return { programmes, problems, areAllRead: read.every(({ source }) => source !== undefined) };
};

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

/** Reads all content under `root`, by language, with everything that is wrong with it; nothing is compiled. */
export const readContent = (root: string, specs: MessageSpecs, today: string) => {
  const { programmes, problems, areAllRead } = readProgrammes(root);
  const languages = new Map(
    languagesOf(root).map((language) => [
      language,
      compileLanguage(root, language, programmes, specs, today, areAllRead),
    ]),
  );
  return {
    programmes,
    languages,
    problems: [...problems, ...[...languages.values()].flatMap((language) => language.problems)],
  };
};

/**
 * Checks and compiles all programmes, tips and messages under `root`. `today` (`YYYY-MM-DD`) is what review dates are held against.
 * Throws ContentProblemsError with everything that is wrong, not only the first thing.
 */
export const compileContent = (root: string, specs: MessageSpecs, today: string): CompiledContent => {
  const { programmes, languages, problems } = readContent(root, specs, today);
  if (problems.length > 0) throw new ContentProblemsError(problems);
  const files = new Map<string, unknown>([
    ['programmes', Object.fromEntries(programmes.map(({ programme }) => [programme.id, programme]))],
  ]);
  for (const [language, compiled] of languages) {
    for (const [name, value] of Object.entries(compiled.files)) files.set(`${language}/${name}`, value);
    const example = compileExample(language, compiled.written);
    if (example) files.set(`${language}/example`, example);
  }
  return { files, summary: summaryOf(languages) };
};
