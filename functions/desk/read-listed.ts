import { withCode } from '../../shared/use-cases/desk/import-in-words.ts';
import type { ListedRow } from '../../shared/use-cases/desk/invite-people.ts';
import { decodeFile } from '../../shared/use-cases/desk/list/decode-file.ts';
import { readList } from '../../shared/use-cases/desk/list/read-list.ts';
import { UnreadableListError } from '../../shared/use-cases/desk/list/unreadable-list.ts';

interface Limits {
  readonly mostRows: number;
  /** In bytes, after decompression. */
  readonly longest: number;
  /** The code of people for whom the list has none. */
  readonly code: string | undefined;
}

/**
 * Reads the rows of a list that was posted.
 * @throws UnreadableListError if it cannot be read, or is too long
 */
export const readListed = (file: Uint8Array, { mostRows, longest, code }: Limits): readonly ListedRow[] => {
  const rows: ListedRow[] = [];
  for (const row of readList(decodeFile(file, longest))) {
    if (rows.length === mostRows)
      throw new UnreadableListError({
        en: `it has more than ${mostRows} rows: cut it into parts, or use the command line`,
        fr: `elle a plus de ${mostRows} lignes : coupez-la, ou utilisez la ligne de commande`,
      });
    rows.push(withCode(row, code));
  }
  return rows;
};
