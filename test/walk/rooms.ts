/** A function that was called, and the file of the function that called it. */
export interface Call {
  readonly file: string;
  readonly name: string;
  readonly caller: string;
}

/**
 * The room of a file, as docs/architecture.md names them: a function, a folder of shared/, a subject of the domain. A file
 * beside the subjects (memoize.ts), and its sibling for what is loaded (once.ts), is a tool and stands in no room.
 */
export const roomOf = (file: string): string | undefined => {
  if (file === 'shared/platform/once.ts') return undefined;
  const folders = file.split('/').slice(0, -1);
  const room = folders.slice(0, file.startsWith('shared/domain/') ? 3 : 2);
  return room.join('/') === 'shared/domain' ? undefined : room.join('/');
};

/** The calls that lead from one room into another, of each function the first: a reader reads it once. */
export const roomChanges = (calls: readonly Call[]): readonly Call[] => {
  const read = new Set<string>();
  return calls.filter(({ file, name, caller }) => {
    const key = `${file} ${name}`;
    if (read.has(key)) return false;
    read.add(key);
    const [from, to] = [roomOf(caller), roomOf(file)];
    return from !== undefined && to !== undefined && from !== to;
  });
};
