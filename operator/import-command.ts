import { readFile } from 'node:fs/promises';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import { importCountsInWords, importedRowInWords, withCode } from '../shared/use-cases/desk/import-in-words.ts';
import type { ImportedRow, ListedRow } from '../shared/use-cases/desk/invite-people.ts';
import { decodeFile } from '../shared/use-cases/desk/list/decode-file.ts';
import { readList } from '../shared/use-cases/desk/list/read-list.ts';
import { UnreadableListError } from '../shared/use-cases/desk/list/unreadable-list.ts';
import { inColumns } from './columns.ts';
import type { Outcome, Surroundings } from './outcome.ts';

/** `import list.csv [--do] [--code KNEE7]`. */
export interface ImportCommand {
  readonly name: 'import';
  readonly file: string;
  readonly doIt: boolean;
  /** The code of whoever has none in the list. */
  readonly code?: string;
}

const listIn = async (file: string): Promise<readonly ListedRow[]> => {
  try {
    return [...readList(decodeFile(await readFile(file)))];
  } catch (error) {
    if (error instanceof UnreadableListError) throw new CannotError(`${file}: ${error.message}`);
    const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    throw isMissing ? new CannotError(`there is no file ${file}`) : error;
  }
};

/** Says row by row what would come of a list, or with `--do` what came. */
export const runImport = async (
  desk: Desk,
  { file, doIt, code }: ImportCommand,
  { actor, progress }: Surroundings,
): Promise<Outcome> => {
  const list = await listIn(file);
  // A code that nobody is put into a cohort by is a mistake that is cheap to find now.
  if (code !== undefined) await desk.readCode(actor, code);
  const rows: ImportedRow[] = [];
  for await (const row of desk.importList(
    actor,
    list.map((one) => withCode(one, code)),
    { doIt },
  )) {
    rows.push(row);
    progress(rows.length);
  }
  const lines = inColumns(rows.map(({ line, fate }) => [`line ${line}`, importedRowInWords('en', fate)]));
  const counts = inColumns(
    importCountsInWords('en', rows).map(([amount, words]) => [String(amount).padStart(5), words]),
  );
  const whatNext = doIt ? [] : ['Nothing was done. Run it with --do to invite them.'];
  const data = rows.map(({ line, fate }) => ({ line, fate: 'why' in fate ? { ...fate, why: fate.why.en } : fate }));
  return { data, lines: [...lines, '', ...counts, ...whatNext] };
};
