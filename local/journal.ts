import { closeSync, ftruncateSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import * as z from 'zod';

/** Named entries that a stand-in must not forget when its process is killed. */
export interface Journal<Item> {
  /** The entries kept when the process began, in the order of their first writing. */
  readonly kept: ReadonlyMap<string, Item>;
  put(name: string, item: Item): void;
  remove(name: string): void;
  clear(): void;
  close(): void;
}

/** A journal that keeps nothing: data in memory. */
export const forgetful = <Item>(): Journal<Item> => ({
  kept: new Map(),
  put: () => {},
  remove: () => {},
  clear: () => {},
  close: () => {},
});

const lineSchema = z.tuple([z.string(), z.unknown()]);

/** Reads the entries. The last line may be half written; nobody has been answered for it yet, so it is dropped. */
const readLines = <Item>(file: string, schema: z.ZodType<Item>): Map<string, Item> => {
  const kept = new Map<string, Item>();
  let text = '';
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  for (const line of text.split('\n').slice(0, -1)) {
    const [name, item] = lineSchema.parse(JSON.parse(line));
    if (item === null) kept.delete(name);
    else kept.set(name, schema.parse(item));
  }
  return kept;
};

const lineOf = (name: string, item: unknown): string => `${JSON.stringify([name, item])}\n`;

/**
 * A file to which every change is appended before it is answered, as the table's are: what the kernel has been given
 * outlives `kill -9`. It is rewritten at the start, and emptied when nothing is left in it.
 */
export const openJournal = <Item>(file: string, schema: z.ZodType<Item>): Journal<Item> => {
  const kept = readLines(file, schema);
  const rewritten = `${file}.new`;
  writeFileSync(rewritten, [...kept].map(([name, item]) => lineOf(name, item)).join(''), { mode: 0o600 });
  renameSync(rewritten, file);
  const descriptor = openSync(file, 'a', 0o600);
  const names = new Set(kept.keys());
  return {
    kept,
    put: (name, item) => {
      names.add(name);
      writeSync(descriptor, lineOf(name, item));
    },
    remove: (name) => {
      if (!names.delete(name)) return;
      if (names.size === 0) ftruncateSync(descriptor);
      else writeSync(descriptor, lineOf(name, null));
    },
    clear: () => {
      names.clear();
      ftruncateSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
};
