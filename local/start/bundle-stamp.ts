import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

// Tells whether a bundle of the service (service-bundle.ts) still agrees with its sources. Our own files are compared
// by content; those of packages, which npm replaces and nobody edits, by size, times and inode.

/** What a bundle was made of. */
export interface Stamp {
  readonly folder: string;
  readonly identity: string;
  /** Our own files and those of packages, from the root. */
  readonly own: readonly string[];
  readonly packaged: readonly string[];
  /** The bundle's own files, which somebody may have deleted. */
  readonly outputs: readonly string[];
}

/** The oldest Node.js that a bundle is for. */
export const target = 'node22';
const lockOfModules = 'node_modules/.package-lock.json';

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((text) => typeof text === 'string');
const isStamp = (value: unknown): value is Stamp =>
  typeof value === 'object' &&
  value !== null &&
  'folder' in value &&
  typeof value.folder === 'string' &&
  'identity' in value &&
  typeof value.identity === 'string' &&
  'own' in value &&
  isTexts(value.own) &&
  'packaged' in value &&
  isTexts(value.packaged) &&
  'outputs' in value &&
  isTexts(value.outputs);

/** The SHA-256 of some content, in hex. */
export const hashOf = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

/** The hash of a file; `none` for a file that does not exist. */
export const contentHash = (path: string): string => (existsSync(path) ? hashOf(readFileSync(path)) : 'none');
/** What changes in a file's metadata when npm, an editor or a patch writes it. */
const trace = (path: string): string => {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? 'none' : `${stat.size} ${stat.mtimeNs} ${stat.ctimeNs} ${stat.ino}`;
};

/** A hash of everything that decides what a bundle contains: it changes when any of it does. */
export const identityOf = (
  root: string,
  own: readonly (readonly [file: string, hash: string])[],
  packaged: readonly string[],
): string => {
  const hash = createHash('sha256').update(`${root}\0${target}\0`);
  for (const [file, content] of own) hash.update(`${file}\0${content}\0`);
  for (const file of [lockOfModules, ...packaged]) hash.update(`${file}\0${trace(join(root, file))}\0`);
  return hash.digest('hex');
};

/** Reads a stamp; undefined if there is none, or it has another form. */
export const readStamp = (file: string): Stamp | undefined => {
  if (!existsSync(file)) return undefined;
  const stamp: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return isStamp(stamp) ? stamp : undefined;
};

/** Whether a bundle still agrees with the files that it was made of. */
export const isFresh = (root: string, { folder, identity, own, packaged, outputs }: Stamp): boolean =>
  outputs.every((file) => existsSync(join(folder, file))) &&
  identity ===
    identityOf(
      root,
      own.map((file) => [file, contentHash(join(root, file))]),
      packaged,
    );
