import type { Read } from '../schemas/schema-reader.ts';

/**
 * An item of the table has another form than this code writes. The message names the kind of item and the fields at
 * fault, never a value.
 */
export class CorruptItemError extends Error {
  override readonly name = 'CorruptItemError';
  constructor(item: string, fields: readonly string[]) {
    super(`${item}: unexpected ${fields.join(', ')}`);
  }
}

/**
 * The data of an item that its schema has read.
 * @throws CorruptItemError if it was not what this code writes
 */
export const parsedItem = <T>(item: string, read: Read<T>): T => {
  if (!read.success) throw new CorruptItemError(item, read.faults);
  return read.data;
};
