import { readFile } from 'node:fs/promises';
import type { Desk } from '../shared/use-cases/desk/desk.ts';
import { CannotError } from '../shared/use-cases/desk/desk-errors.ts';
import type { ImportedRow, ListedRow, RowFate } from '../shared/use-cases/desk/invite-people.ts';
import { inColumns } from './columns.ts';
import { decodeFile } from './import/decode-file.ts';
import { readList, UnreadableListError } from './import/read-list.ts';
import type { Outcome, Surroundings } from './outcome.ts';

/** `import list.csv [--do] [--code KNEE7]`. */
export interface ImportCommand {
  readonly name: 'import';
  readonly file: string;
  readonly doIt: boolean;
  /** The code of whoever has none in the list. */
  readonly code?: string;
}

const hourOf = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** What comes of a row, in a sentence without an address: whoever has the list sees whose line it is. */
const inWords = (fate: RowFate): string => {
  switch (fate.kind) {
    case 'invite':
      return 'would be invited, by one mail that asks to confirm';
    case 'invited':
      return 'invited, by one mail that asks to confirm';
    case 'number':
      return 'a number, which is never texted first: give them a card';
    case 'no-proof':
      return `not invited, because ${fate.why}: give them a card`;
    case 'opted-out':
      return 'not invited: they opted out where the list comes from';
    case 'other-channel':
      return 'left out: neither a mailbox nor a number';
    case 'faulty':
      return `not read: ${fate.why}`;
    case 'same-as':
      return `left out: the same mailbox as line ${fate.line}`;
    case 'with-us':
      return 'with us already';
    case 'stopped':
      return 'not invited: they have left, and only they can come back';
    case 'erasing':
      return 'not invited: everything about them is being deleted';
    case 'asked':
      return 'asked already: their mail waits to be confirmed';
    case 'invited-before':
      return 'invited before, and nobody is invited twice: give them a card';
    case 'suppressed':
      return 'not invited: mail to that address bounced or was called spam; give them a card';
    case 'in-doubt':
      return 'in doubt: a run that broke off may have invited them, and it is not done again: give them a card';
    case 'busy':
      return 'another run is at it, or broke off just now: run this again in ten minutes';
    case 'waits':
      return fate.until === undefined
        ? 'waits: this month’s mails are used up'
        : `waits: this hour’s mails are used up, run this again after ${hourOf(fate.until)}`;
    default:
      return fate satisfies never;
  }
};

const count = (rows: readonly ImportedRow[], ...kinds: readonly RowFate['kind'][]): number =>
  rows.filter(({ fate }) => kinds.includes(fate.kind)).length;

const summaryOf = (rows: readonly ImportedRow[], doIt: boolean): readonly string[] => {
  const lines: readonly (readonly [count: number, words: string])[] = [
    [count(rows, 'invite'), 'would be invited'],
    [count(rows, 'invited'), 'invited'],
    [count(rows, 'number', 'no-proof', 'invited-before', 'suppressed', 'in-doubt'), 'to be given a card'],
    [count(rows, 'faulty'), 'faulty rows: mend them in the list and run this again'],
    [count(rows, 'waits', 'busy'), 'wait: run this again'],
    [count(rows, 'with-us', 'asked', 'same-as', 'stopped', 'erasing', 'opted-out', 'other-channel'), 'need nothing'],
  ];
  return [
    ...inColumns(lines.flatMap(([amount, words]) => (amount > 0 ? [[String(amount).padStart(5), words]] : []))),
    ...(doIt ? [] : ['Nothing was done. Run it with --do to invite them.']),
  ];
};

/** With the code of the command line where the list has none. */
const withCode = (row: ListedRow, code: string | undefined): ListedRow =>
  code !== undefined && 'fields' in row && !row.fields.code ? { ...row, fields: { ...row.fields, code } } : row;

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
  const lines = inColumns(rows.map(({ line, fate }) => [`line ${line}`, inWords(fate)]));
  return { data: rows, lines: [...lines, '', ...summaryOf(rows, doIt)] };
};
