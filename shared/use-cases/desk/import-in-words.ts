import type { ImportedRow, ListedRow, RowFate } from './invite-people.ts';

const hourOf = (at: number): string => `${new Date(at).toISOString().slice(11, 16)} UTC`;

/** What comes of a row, in a sentence without an address: whoever has the list sees whose line it is. */
export const importedRowInWords = (fate: RowFate): string => {
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

const count = (rows: readonly ImportedRow[], kinds: readonly RowFate['kind'][]): number =>
  rows.filter(({ fate }) => kinds.includes(fate.kind)).length;

const groups: readonly (readonly [words: string, kinds: readonly RowFate['kind'][]])[] = [
  ['would be invited', ['invite']],
  ['invited', ['invited']],
  ['to be given a card', ['number', 'no-proof', 'invited-before', 'suppressed', 'in-doubt']],
  ['faulty rows: mend them in the list and run this again', ['faulty']],
  ['wait: run this again', ['waits', 'busy']],
  ['need nothing', ['with-us', 'asked', 'same-as', 'stopped', 'erasing', 'opted-out', 'other-channel']],
];

/** How many rows came to what, those that none came to left out. */
export const importCountsInWords = (
  rows: readonly ImportedRow[],
): readonly (readonly [count: number, words: string])[] =>
  groups.flatMap(([words, kinds]) => {
    const amount = count(rows, kinds);
    return amount > 0 ? [[amount, words] as const] : [];
  });

/** The row with the code of whoever reads the list in, where it names none. */
export const withCode = (row: ListedRow, code: string | undefined): ListedRow =>
  code !== undefined && 'fields' in row && !row.fields.code ? { ...row, fields: { ...row.fields, code } } : row;
