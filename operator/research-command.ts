import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { researchFiles } from '../shared/exports/research-files.ts';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import type { Outcome, Surroundings } from './outcome.ts';
import { UsageError } from './usage-error.ts';

/** `research-export --out folder`. */
export interface ResearchCommand {
  readonly name: 'research-export';
  readonly out?: string;
}

/**
 * The export that the words ask for; undefined if they ask for something else.
 * @throws UsageError
 */
export const readResearchCommand = (
  [name, more]: readonly string[],
  { out }: { readonly out?: string | undefined },
): ResearchCommand | undefined => {
  if (name !== 'research-export') return undefined;
  if (more !== undefined) throw new UsageError(`research-export takes no ${JSON.stringify(more)}`);
  return { name, ...(out === undefined ? {} : { out }) };
};

/** Writes the files of the export, and says how much is in them. */
export const runResearchExport = async (
  desk: Pick<Desk, 'researchExport'>,
  { out }: ResearchCommand,
  { actor, progress, today }: Pick<Surroundings, 'actor' | 'progress' | 'today'>,
): Promise<Outcome> => {
  const release = await desk.researchExport(actor, progress);
  const folder = resolve(out ?? `research-${today}`);
  await mkdir(folder, { recursive: true });
  const files = researchFiles(release);
  for (const { name, text } of files) await writeFile(join(folder, name), text);
  const exact = release.scores.filter(({ from, to }) => from === to).length;
  return {
    data: { files: files.map(({ name }) => join(folder, name)), people: release.people.length },
    lines: [
      ...files.map(({ name }) => join(folder, name)),
      `${release.people.length} people; ${release.scores.length} days with a score (${exact} to the number, the others as a range); ${release.answers.length} answers about a week; ${release.tips.length} tips.`,
      'docs/research.md says what somebody could still learn from these files, and what to agree with whoever gets them.',
    ],
  };
};
